"""A server of our own: it starts, survives what a killed one left, and says why when it cannot start."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.cluster import Cluster, ClusterError


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A cluster that every test here may start, with a path that needs care."""
    cluster = Cluster(tmp_path_factory.mktemp("a place, with a comma") / "postgres")
    cluster.start()
    yield cluster
    cluster.stop()
    shutil.rmtree(cluster.socket)


@pytest.fixture
def cluster(made: Cluster) -> Iterator[Cluster]:
    """The same, running and left as it was."""
    made.start()
    yield made
    made.start()


def server_number(cluster: Cluster) -> int:
    return int((cluster.data / "postmaster.pid").read_text().splitlines()[0])


def test_a_server_that_answers_is_left_alone(cluster: Cluster) -> None:
    before = server_number(cluster)
    cluster.start()
    assert server_number(cluster) == before


def test_only_its_owner_reaches_the_server(cluster: Cluster) -> None:
    assert cluster.data.stat().st_mode & 0o077 == 0
    assert cluster.socket.stat().st_mode & 0o077 == 0
    assert cluster.data.stat().st_uid == cluster.account[0] != 0


def test_parent_directories_stay_as_closed_as_they_were(cluster: Cluster) -> None:
    # pytest makes its directories for their owner alone.
    assert cluster.data.parent.stat().st_mode & 0o077 == 0


def test_a_process_with_the_number_of_a_killed_server_is_not_taken_for_it(cluster: Cluster) -> None:
    left = {path: path.read_text() for path in (cluster.data / "postmaster.pid", cluster.socket / ".s.PGSQL.5432.lock")}
    number = server_number(cluster)
    cluster.stop()
    with subprocess.Popen([*cluster.as_account(), "sleep", "60"]) as somebody:
        for path, text in left.items():
            path.write_text(text.replace(str(number), str(somebody.pid), 1))
            os.chown(path, *cluster.account)
        cluster.start()
        assert server_number(cluster) != somebody.pid
        somebody.terminate()


def test_a_damaged_directory_is_named_with_the_reason_and_what_to_do(cluster: Cluster) -> None:
    cluster.stop()
    control = cluster.data / "global" / "pg_control"
    aside = control.rename(cluster.data.parent / "pg_control")
    with pytest.raises(ClusterError, match=r"pg_control.*Move it away to begin with an empty one, or set VAR"):
        cluster.start()
    aside.rename(control)


def test_a_directory_of_another_version_is_not_touched(cluster: Cluster) -> None:
    cluster.stop()
    version = cluster.data / "PG_VERSION"
    ours = version.read_text()
    version.write_text("12\n")
    with pytest.raises(ClusterError, match=f"PostgreSQL 12 made it and this is PostgreSQL {ours.strip()}"):
        cluster.start()
    version.write_text(ours)


def test_a_directory_of_something_else_is_not_touched(tmp_path: Path) -> None:
    cluster = Cluster(tmp_path / "postgres")
    cluster.data.mkdir()
    letter = cluster.data / "letter.txt"
    letter.write_text("Dear colleague")
    os.chown(cluster.data, *cluster.account)
    with pytest.raises(ClusterError, match="it holds something else"):
        cluster.start()
    assert letter.read_text() == "Dear colleague"


@pytest.mark.parametrize("name", ["x" * 100, "one, two"])
def test_a_path_that_no_socket_can_have_gets_one_elsewhere(tmp_path: Path, name: str) -> None:
    cluster = Cluster(tmp_path / name / "postgres")
    assert tmp_path not in cluster.socket.parents
    assert len(str(cluster.socket)) < 60
    assert cluster.socket != Cluster(tmp_path / f"{name}y" / "postgres").socket


def test_a_socket_directory_that_others_may_enter_is_refused(tmp_path: Path) -> None:
    open_to_all = tmp_path / "open"
    open_to_all.mkdir()
    open_to_all.chmod(0o777)
    with pytest.raises(ClusterError, match="is not a directory that only its owner may enter"):
        Cluster(tmp_path / "postgres").make_private(open_to_all)
