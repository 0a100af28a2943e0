"""The signing key of a trial, made once and kept beside its database."""

import os
import secrets
import tempfile
from pathlib import Path

COMMAND = """python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"""


def kept_in(var: Path) -> str:
    """Return the key in `var`, making one that only its owner can read where there is none."""
    kept = var / "secret_key"
    try:
        var.mkdir(parents=True, exist_ok=True)
        if not kept.exists():
            _write_once(kept, secrets.token_urlsafe(50))
        return kept.read_text()
    except OSError as problem:
        raise SystemExit(
            f"The signing key in {kept} cannot be used: {problem.strerror}. Set VAR to a directory of your own."
        ) from None


def _write_once(path: Path, value: str) -> None:
    """Let the whole file appear at once, and the first of several writers win."""
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        os.write(handle, value.encode())
        os.close(handle)
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        Path(draft).unlink()
