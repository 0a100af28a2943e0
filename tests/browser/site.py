"""Start the real site, as `make run` does, on a database and a port of its own."""

import contextlib
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from django.conf import settings
from psycopg.sql import SQL, Identifier

from config import embedded


@contextlib.contextmanager
def database(name: str) -> Iterator[str]:
    """Make an empty database beside the tests' own, give its address, and drop it at the end."""
    server = urlsplit(settings.DATABASE_URL or embedded.database_url(settings.VAR))
    with psycopg.connect(server._replace(path="/postgres").geturl(), autocommit=True) as connection:
        connection.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(name)))
        connection.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
        try:
            yield server._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))


@contextlib.contextmanager
def serving(database_url: str, curator_password: str, directory: Path) -> Iterator[str]:
    """Serve the starter collection and a curator from that database, and give the site's address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {
        "DATABASE_URL": database_url,
        "DJANGO_SUPERUSER_PASSWORD": curator_password,
        "PORT": str(port),
        "VAR": str(directory),
    }
    errors = directory / "errors"
    with (
        errors.open("w") as stderr,
        subprocess.Popen(
            [sys.executable, "-m", "config"],
            cwd=settings.BASE_DIR,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
        ) as server,
    ):
        try:
            if not any(line.startswith("The site is at") for line in server.stdout or ()):
                raise RuntimeError(f"The site did not start: {errors.read_text()}")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
