"""The first who needs the server starts it, the last stops it, however anybody ends."""

import subprocess
import sys
from pathlib import Path

import pytest

from config import embedded
from config.cluster import Cluster

# Joins, says so, and stays until it is told to go.
MEMBER = """
import sys
from pathlib import Path
from config import embedded
print(embedded.database_url(Path(sys.argv[1])), flush=True)
sys.stdin.read()
"""


def join(var: Path) -> "subprocess.Popen[str]":
    root = Path(embedded.__file__).parent.parent
    member = subprocess.Popen(
        [sys.executable, "-c", MEMBER, str(var)], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert member.stdout is not None
    assert member.stdout.readline().startswith("postgresql://postgres@")
    return member


def running(var: Path) -> bool:
    return (var / "postgres" / "postmaster.pid").exists()


def test_the_last_to_leave_stops_the_server(tmp_path: Path) -> None:
    with join(tmp_path) as first:
        with join(tmp_path) as second:
            second.communicate()
        assert running(tmp_path)
        first.communicate()
    assert not running(tmp_path)


def test_a_killed_member_is_not_waited_for(tmp_path: Path) -> None:
    with join(tmp_path) as killed:
        killed.kill()
        killed.communicate()
    assert running(tmp_path)
    with join(tmp_path) as last:
        last.communicate()
    assert not running(tmp_path)


def test_a_directory_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SystemExit, match=r"The embedded database needs the directory .*/file.* Set VAR to one"):
        embedded.database_url(tmp_path / "file")


def test_a_directory_of_something_else_is_named(tmp_path: Path) -> None:
    data = Cluster(tmp_path / "postgres").data
    data.mkdir()
    (data / "letter.txt").touch()
    with pytest.raises(SystemExit, match=f"The embedded database in {data} cannot be used: "):
        embedded.database_url(tmp_path)
