"""What make run says when it cannot serve, and what it prepares when it can."""

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth import authenticate
from django.db import NotSupportedError, connection

from config import run
from interviews.models import Interview


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_a_database_that_does_not_answer_is_one_sentence_and_a_failure(tmp_path: Path) -> None:
    environment = os.environ | {
        "DATABASE_URL": f"postgresql://127.0.0.1:{free_port()}/perspectives",
        "PORT": str(free_port()),
        "VAR": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-m", "config"],
        cwd=settings.BASE_DIR,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert re.fullmatch(r"The database cannot be used: .*Connection refused.*Check DATABASE_URL.*\n", done.stderr)


def test_a_postgresql_that_is_too_old_is_refused_with_the_version_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise NotSupportedError("PostgreSQL 15 or later is required (found 14.9).")

    monkeypatch.setattr(connection, "ensure_connection", refuse)
    with pytest.raises(SystemExit, match=r"PostgreSQL 15 or later is required \(found 14.9\). Check DATABASE_URL"):
        run.reach()


@pytest.mark.django_db
def test_an_empty_database_is_filled_once(capsys: pytest.CaptureFixture[str]) -> None:
    run.prepare()
    assert "importing the starter collection" in capsys.readouterr().out
    interviews = Interview.objects.count()
    assert interviews > 0
    run.prepare()
    assert "importing" not in capsys.readouterr().out
    assert Interview.objects.count() == interviews


@pytest.mark.django_db
def test_the_curators_password_is_shown_once_and_works(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "call_command", lambda *_, **__: None)
    run.prepare()
    shown = re.search(r"as curator with the password (\S+) ", capsys.readouterr().out)
    assert shown
    curator = authenticate(username="curator", password=shown.group(1))
    assert curator is not None
    assert curator.is_superuser
    run.prepare()
    assert "with the password" not in capsys.readouterr().out


@pytest.mark.django_db
def test_a_password_of_ones_own_is_not_left_to_the_web_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "call_command", lambda *_, **__: None)
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "correct horse battery staple")
    run.prepare()
    assert authenticate(username="curator", password="correct horse battery staple")
    assert "DJANGO_SUPERUSER_PASSWORD" not in os.environ
