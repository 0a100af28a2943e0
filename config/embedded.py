"""A PostgreSQL of our own in `$VAR`, for trial use and tests: who needs it first starts it, who leaves last stops it.

Every process that uses the server holds a shared lock on `postgres.users`. The kernel drops the lock however the
process ends, so whoever can turn it into an exclusive one on leaving was the last. Starting and stopping happen one
at a time, under `postgres.lock`.
"""

import atexit
import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from config.cluster import Cluster, ClusterError

_joined: set[Path] = set()


def database_url(var: Path) -> str:
    """Join the users of the server in `var`, start it where it does not run, and return its address."""
    cluster = Cluster(var.resolve() / "postgres")
    if cluster.data not in _joined:
        try:
            _join(cluster)
        except ClusterError as problem:
            raise SystemExit(f"The embedded database in {cluster.data} cannot be used: {problem}") from None
        except OSError as problem:
            raise SystemExit(
                f"The embedded database needs the directory {var}: {problem}. Set VAR to one that you can write to."
            ) from None
        _joined.add(cluster.data)
    return f"postgresql://postgres@{quote(str(cluster.socket), safe='')}/postgres"


def _join(cluster: Cluster) -> None:
    cluster.data.parent.mkdir(parents=True, exist_ok=True)
    with _lock(cluster):
        users = _open(cluster, "users")
        fcntl.flock(users, fcntl.LOCK_SH)
        atexit.register(_leave, cluster, users, os.getpid())
        cluster.start()


def _leave(cluster: Cluster, users: int, owner: int) -> None:
    if os.getpid() != owner:  # a fork shares its parent's lock and must leave the server alone
        return
    with _lock(cluster), contextlib.suppress(BlockingIOError, ClusterError):
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        cluster.stop()
    os.close(users)
    _joined.discard(cluster.data)


@contextlib.contextmanager
def _lock(cluster: Cluster) -> Iterator[None]:
    lock = _open(cluster, "lock")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def _open(cluster: Cluster, suffix: str) -> int:
    return os.open(cluster.data.with_suffix(f".{suffix}"), os.O_RDONLY | os.O_CREAT, 0o644)
