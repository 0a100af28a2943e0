"""The one door to run, test and check everything."""

import importlib.util
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

MAKEFILE = (settings.BASE_DIR / "Makefile").read_text()
TARGETS = ["help", "run", "test", "dev", "check", "fix", "relevance", "bench", "chromium"]


def make(*arguments: str, directory: Path = settings.BASE_DIR) -> str:
    # Not as a part of the make that runs these tests.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(
        ["make", *arguments], cwd=directory, env=environment, check=True, capture_output=True, text=True
    ).stdout


def test_make_alone_says_what_there_is_in_a_line_each() -> None:
    lines = make().splitlines()
    assert [line.split()[1] for line in lines] == TARGETS
    assert all(len(line) <= 100 for line in lines)


def test_every_target_without_a_file_is_declared() -> None:
    declared = re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    assert declared
    assert set(declared.group(1).split()) == {*TARGETS, "site"}


def test_every_module_that_is_run_exists() -> None:
    modules = re.findall(r"\$\(PYTHON\) -m ([\w.]+)", MAKEFILE)
    assert {"config", "pytest"} <= set(modules)
    assert [name for name in modules if importlib.util.find_spec(name) is None] == []


def test_continuous_integration_checks_and_tests_and_does_nothing_else() -> None:
    script = settings.BASE_DIR / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    commands = [line for line in script.read_text().splitlines() if line and not line.startswith(("#", "set ", "cd "))]
    assert commands == ["make check", "make test"]


@pytest.mark.parametrize(
    ("lacking", "remedy"),
    [("UV=.tools/bin/uv", ".tools/bin/python -m pip install"), ("NODE=", "--group node")],
    ids=["uv", "node"],
)
def test_a_machine_that_lacks_a_tool_gets_one(tmp_path: Path, lacking: str, remedy: str) -> None:
    (tmp_path / "config").mkdir()
    for name in ("Makefile", "pyproject.toml", "uv.lock", ".python-version", "package.json", "package-lock.json"):
        shutil.copy(settings.BASE_DIR / name, tmp_path)
    shutil.copy(settings.BASE_DIR / "config" / "settings.py", tmp_path / "config")
    assert remedy in make("--dry-run", "site", lacking, directory=tmp_path)
