"""Read the environment; what is missing or wrong stops start-up with the sentence that puts it right."""

import dj_database_url
from environs import Env, EnvError

_environ = Env()


def text(name: str, default: str = "") -> str:
    """Return the variable without surrounding blanks; an empty one counts as unset."""
    return _environ.str(name, "").strip() or default


def required(name: str, sentence: str) -> str:
    """Return the variable, or stop with the sentence that says what to set it to."""
    if value := text(name):
        return value
    raise SystemExit(f"{name} is not set: {sentence}.")


def hosts(name: str, default: str = "") -> list[str]:
    """Return the host names, separated by commas, that the variable lists."""
    value = text(name, default) or required(name, "list the site's host names, such as perspectives.example.org")
    return [host.strip() for host in value.split(",") if host.strip()]


def flag(name: str, *, default: bool) -> bool:
    """Return whether the variable says on or off."""
    if not text(name):
        return default
    try:
        return _environ.bool(name)
    except EnvError:
        raise SystemExit(f"{name} is {text(name)!r}: set it to on or off.") from None


def number(name: str, *, default: int) -> int:
    """Return the whole number, one or more, that the variable says."""
    value = text(name, str(default))
    if value.isdecimal() and value.isascii() and int(value):
        return int(value)
    raise SystemExit(f"{name} is {value!r}: set it to a whole number from 1.")


def database(url: str) -> dj_database_url.DBConfig:
    """Read a PostgreSQL address; the address is never repeated in a message, for it may hold a password."""
    try:
        config = dj_database_url.parse(url)
    except ValueError:
        config = {}
    if config.get("ENGINE") != "django.db.backends.postgresql" or not config.get("NAME"):
        raise SystemExit(
            "DATABASE_URL is not the address of a PostgreSQL database: write it as"
            " postgresql://user:password@host:5432/name, with special characters in the password percent-encoded."
        )
    # Somebody waits: the driver's own patience is two minutes.
    config["OPTIONS"] = {"connect_timeout": 10, **config.get("OPTIONS", {})}
    return config
