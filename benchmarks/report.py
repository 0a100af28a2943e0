"""Figures as tables that people read."""

import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

from benchmarks.figures import Figure, Session

OURS, FLOOR = "this page", "tantivy"
_HOW_TO_READ = """\
Times are medians in milliseconds. Of this page there are three: the statements that search (find, count, rank, mark and
count each option of eight filters, with synonyms, spelling and best bets); all that its database takes, with cards and
the names of choices; and the whole page, from the address to the last byte of HTML. The others find, count, rank, mark
and count options, and make no page, so their time is compared with the statements that search: “ratio” is how many
times those it is. [The README](README.md) says what each does."""


def report(sessions: Sequence[Session], today: date) -> str:
    """Everything, as Markdown."""
    parts = [
        "# What search costs",
        f"Written by `make bench` on {today.day} {today:%B %Y}. {_machine()}",
        ", ".join(f"{name} {number}" for name, number in sessions[-1].versions.items()) + ".",
        _HOW_TO_READ,
    ]
    for session in sessions:
        parts += [f"## {session.interviews:,} interviews", _table(_rows(session)), _beside(session)]
    if len(sessions) > 1:
        parts += [
            "## Growth",
            "How many times the time, from one size to the next (for this page, that of the statements that search).",
        ]
        parts.append(_table(_growth(sessions)))
    return "\n\n".join(parts) + "\n"


def _rows(session: Session) -> Iterator[Sequence[str]]:
    others = [name for name in session.engines if name != OURS]
    yield [
        "query",
        "found",
        "this page: search",
        "database (statements)",
        "whole page",
        *(cell for name in others for cell in (name, "ratio")),
    ]
    for kind, figures in session.by_kind().items():
        ours = figures[OURS]
        found = dict.fromkeys(f"{figure.found:,}" for figure in figures.values())
        cells = [f"{kind}: {ours.query}", " / ".join(found), _time(ours.search)]
        cells += [f"{_time(ours.database)} ({ours.statements})", _time(ours.whole)]
        for name in others:
            cells += [_time(figures[name].whole), f"{figures[name].whole / ours.search:.1f}"]
        yield cells


def _beside(session: Session) -> str:
    """What no column holds."""
    ours = {kind: figures[OURS].search for kind, figures in session.by_kind().items()}
    slowest = max(ours, key=ours.__getitem__)
    times = f"{ours[slowest] / ours['rare word']:.1f}"
    ahead = [
        (figure.whole / ours[kind], name, kind)
        for kind, figures in session.by_kind().items()
        for name, figure in figures.items()
        if name not in {OURS, FLOOR}
    ]
    least, name, kind = min(ahead)
    sentences = [f"The slowest query of this page, the {slowest}, takes {times} times the rare word."]
    sentences.append(f"The least ratio of plain Django and SQLite is {least:.1f}: {name} for the {kind}.")
    if session.suggestions is not None:
        sentences.append(f"Suggestions while typing take {_time(session.suggestions)} ms.")
    if session.without_column is None:
        sentences.append(f"Plain Django without its stored vector does not end a count within {session.limit} seconds.")
    else:
        sentences.append(f"Plain Django without its stored vector needs {session.without_column:.1f} s for a count.")
    return " ".join(sentences)


def _growth(sessions: Sequence[Session]) -> Iterator[Sequence[str]]:
    pairs = list(pairwise(sessions))
    engines = sessions[0].engines
    yield [
        "query",
        *(f"{name}, {a.interviews:,} to {b.interviews:,}" for a, b in pairs for name in engines),
    ]
    for kind in sessions[0].by_kind():
        yield [
            kind,
            *(
                f"{_compared(b.by_kind()[kind][name]) / _compared(a.by_kind()[kind][name]):.1f}"
                for a, b in pairs
                for name in engines
            ),
        ]


def _compared(figure: Figure) -> float:
    """The time that engines are compared by."""
    return figure.search if figure.engine == OURS else figure.whole


def _table(rows: Iterator[Sequence[str]]) -> str:
    head, *body = rows
    rule = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *body))


def _time(milliseconds: float) -> str:
    return f"{milliseconds:.1f}" if milliseconds < 100 else f"{milliseconds:,.0f}"  # noqa: PLR2004  # three digits will do


def _machine() -> str:
    """The machine in a sentence."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{platform.system()}, {cores} cores{_processor()}, {memory:.0f} GiB of memory."


def _processor() -> str:
    """The processor's name, where the system tells it."""
    information = Path("/proc/cpuinfo")
    lines = information.read_text(encoding="utf-8").splitlines() if information.exists() else []
    names: Mapping[str, str] = dict(line.split(":", 1) for line in lines if line.startswith("model name"))
    return "".join(f" ({name.strip()})" for name in names.values())
