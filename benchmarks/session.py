"""Everything that is measured on one library, as figures that can be kept in a file."""

import platform
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from importlib.metadata import version
from pathlib import Path
from statistics import median
from time import perf_counter

from django.db import connection

from benchmarks.engines.fts5 import Fts5
from benchmarks.engines.page import SearchPage
from benchmarks.engines.plain_django import PlainDjango, answers_without_column
from benchmarks.engines.tantivy_index import Tantivy
from benchmarks.figures import Figure, Session
from benchmarks.measuring import RUNS, WARM_UPS, measure
from benchmarks.queries import Query, choose

LIMIT = 60
"""Seconds for one count without a stored vector."""
_TYPED = ("con", "quill", "me")
_FEWEST = 0.9
_SAMPLE = 300
"""How many interviews the words of queries are taken from."""


def run(interviews: int, directory: Path, step: Callable[[str], object]) -> Session:
    """Prepare every engine and measure all of them; `step` hears what is being done."""
    page, plain, tantivy = SearchPage(), PlainDjango(), Tantivy(directory)
    with closing(Fts5(directory)) as fts5:
        for other in (plain, fts5, tantivy):
            step(f"Preparing {other.name}")
            other.prepare(interviews)
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
        queries = choose(_known(fts5), interviews)
        step("Measuring")
        figures = measure([page, plain, fts5, tantivy], queries, lambda: step("."))
    _insist(figures)
    return Session(
        interviews=interviews,
        figures=figures,
        suggestions=_suggestions(page),
        without_column=_without_column(queries[1]),
        limit=LIMIT,
        versions=_versions(),
    )


def _known(fts5: Fts5) -> dict[str, int]:
    """In how many interviews words stand, of words that are their own stem, so that all engines read them alike."""
    stems = fts5.stems()
    return {word: stems[word] for word in sorted(fts5.said(_SAMPLE)) if word in stems}


def _insist(figures: Sequence[Figure]) -> None:
    """Stop where our search finds less than others do: then it is quick because its index is not complete."""
    found = {(figure.engine, figure.kind): figure.found for figure in figures}
    for kind in ("rare word", "medium word", "word in every interview"):
        ours, theirs = found[SearchPage.name, kind], found[PlainDjango.name, kind]
        if ours < _FEWEST * theirs:
            raise SystemExit(f"For a {kind} the page finds {ours} interviews of {theirs}: run manage.py reindex.")


def _suggestions(page: SearchPage) -> float | None:
    """How long suggestions take, in milliseconds; nothing where there is no such address."""
    taken = []
    for _ in range(WARM_UPS + RUNS):
        for typed in _TYPED:
            start = perf_counter()
            if not page.suggests(typed):
                return None
            taken.append(perf_counter() - start)
    return 1000 * median(taken[WARM_UPS * len(_TYPED) :])


def _without_column(query: Query) -> float | None:
    start = perf_counter()
    return perf_counter() - start if answers_without_column(query, LIMIT) else None


def _versions() -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        postgresql = str(cursor.fetchone()[0])
    return {
        "Python": platform.python_version(),
        "Django": version("django"),
        "PostgreSQL": postgresql.partition(" ")[0],
        "SQLite": sqlite3.sqlite_version,
        "tantivy (Python package)": version("tantivy"),
    }
