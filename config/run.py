"""Prepare a database and serve the site on this machine, as `make run` does once everything is installed."""

import os
import secrets
import signal
import sys
from pathlib import Path

import django
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection

from config import port

STARTER = Path(__file__).resolve().parent.parent / "interviews" / "starter"
CURATOR = "curator"


def main() -> None:
    """Do what is missing, then become the web server."""
    port.check(port.chosen())
    os.environ.update(DJANGO_SETTINGS_MODULE="config.settings", TRIAL="on", DJANGO_DEBUG="off")
    for step in (django.setup, reach, prepare):
        step()
        if waiting := signal.sigpending():
            raise SystemExit(128 + min(waiting))
    connection.close()
    say(
        "This is a trial over plain HTTP on this machine: secure cookies, the redirect to HTTPS and HSTS are off,"
        " and everything else is as in production."
    )
    os.execv(sys.executable, [sys.executable, "-m", "gunicorn", "--config", "python:config.gunicorn"])  # noqa: S606


def reach() -> None:
    """Stop with a sentence unless there is a database, of a version that Django supports."""
    try:
        connection.ensure_connection()
    except DatabaseError as problem:
        reason = " ".join(str(problem).split()).rstrip(".?")
        raise SystemExit(
            f"The database cannot be used: {reason}. Check DATABASE_URL, or unset it to have a database made for you."
        ) from None


def prepare() -> None:
    """Bring the tables up to date, fill an empty collection, and see to it that somebody can sign in."""
    call_command("migrate", interactive=False, verbosity=0)
    if not apps.get_model("interviews", "Interview").objects.exists():
        say("The database is empty: importing the starter collection.")
        try:
            call_command("import_tables", str(STARTER))
        except CommandError as problem:
            raise SystemExit(f"The starter collection cannot be imported: {problem}") from None
    curators = get_user_model().objects
    # Taken out, so that the web server does not inherit it.
    password = os.environ.pop("DJANGO_SUPERUSER_PASSWORD", "") or secrets.token_urlsafe(12)
    if curators.filter(is_superuser=True).exists():
        say(f"Sign in at /admin/; .venv/bin/python manage.py changepassword {CURATOR} replaces a lost password.")
    else:
        curators.create_superuser(CURATOR, password=password)
        say(f"Sign in at /admin/ as {CURATOR} with the password {password} (shown this once).")


def say(sentence: str) -> None:
    """Tell whoever started the site, at once."""
    print(sentence, flush=True)  # noqa: T201
