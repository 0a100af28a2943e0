"""Measure search on libraries of several sizes and write the results down: `python -m benchmarks 1000 10000`."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.figures import Session
from benchmarks.report import report

_ROOT = Path(__file__).resolve().parent.parent
RESULTS = _ROOT / "benchmarks" / "results.md"


def main(sizes: list[str]) -> None:
    """Measure each size in a process and a database of its own, smallest first."""
    wrong = [size for size in sizes if not size.isdecimal() or not int(size)]
    if wrong or not sizes:
        raise SystemExit(f'SIZES is “{" ".join(sizes)}”: list numbers of interviews, such as SIZES="1000 10000".')
    kept = Path(os.environ.get("VAR") or _ROOT / "build" / "bench").resolve()
    sessions = [_measured(size, kept / str(size)) for size in sorted({int(size) for size in sizes})]
    written = report(sessions, datetime.now(UTC).date())
    RESULTS.write_text(written, encoding="utf-8")
    print(written)  # noqa: T201


def _measured(size: int, var: Path) -> Session:
    """One size; a library that is there already is used again."""
    var.mkdir(parents=True, exist_ok=True)
    figures = var / "figures.json"
    # Never another database than our own.
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    command = [sys.executable, "manage.py", "measure_search", "--interviews", str(size), "--figures", str(figures)]
    done = subprocess.run(
        command,
        cwd=_ROOT,
        env=environment | {"VAR": str(var), "TRIAL": "on", "DJANGO_DEBUG": "off"},
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{size:,} interviews could not be measured; the lines above say why.")
    return Session.load(figures.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main(sys.argv[1:])
