"""The signing key that a trial keeps."""

import stat
from pathlib import Path

import pytest

from config import secret_key


def test_a_key_is_made_once_and_kept(tmp_path: Path) -> None:
    key = secret_key.kept_in(tmp_path / "var")
    assert len(key) > 50
    assert secret_key.kept_in(tmp_path / "var") == key


def test_only_its_owner_can_read_the_key(tmp_path: Path) -> None:
    secret_key.kept_in(tmp_path)
    assert [stat.filemode(path.stat().st_mode) for path in tmp_path.iterdir()] == ["-rw-------"]


def test_a_key_that_another_process_made_first_is_used(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_text("first")
    secret_key._write_once(tmp_path / "secret_key", "second")
    assert secret_key.kept_in(tmp_path) == "first"


def test_a_place_that_cannot_hold_a_key_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SystemExit, match="Set VAR to a directory of your own"):
        secret_key.kept_in(tmp_path / "file")
