"""Ask every engine every query in turn, and keep the middle of what it took."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import product
from statistics import median
from time import perf_counter

from django.db import connection

from benchmarks.engines import Engine
from benchmarks.figures import Figure
from benchmarks.queries import Query

WARM_UPS, RUNS = 2, 15
_PATIENCE, _FEWEST = 30.0, 3
"""Seconds that one engine may take for one query in all, and how often it is asked even so."""
# What our search asks of the database reads its tables and functions, which all have it in their names, or makes ready
# for that; cards and the names of choices are asked for by any site, whatever searches for it.
_OF_SEARCH = re.compile(r"search|set_config")


@dataclass(slots=True)
class _Samples:
    found: int = 0
    statements: int = 0
    whole: list[float] = field(default_factory=list)
    database: list[float] = field(default_factory=list)
    search: list[float] = field(default_factory=list)

    @property
    def enough(self) -> bool:
        """Whether asking again would teach little or take long."""
        return len(self.whole) >= WARM_UPS + _FEWEST and sum(self.whole) > _PATIENCE


class Stopwatch:
    """Adds up what the site's database takes, and counts what it is sent."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self.seconds = self.search = 0.0
        self.statements = 0

    def __call__(self, execute: Callable[..., object], sql: str, *rest: object) -> object:
        """Time one statement; the signature is that of Django's `execute_wrapper`."""
        start = perf_counter()
        try:
            return execute(sql, *rest)
        finally:
            taken = perf_counter() - start
            self.seconds += taken
            self.search += taken if _OF_SEARCH.search(sql) else 0.0
            self.statements += 1


@contextmanager
def timed_database() -> Iterator[Stopwatch]:
    """Time every statement that the site's database is sent."""
    stopwatch = Stopwatch()
    with connection.execute_wrapper(stopwatch):
        yield stopwatch


def measure(engines: Sequence[Engine], queries: Sequence[Query], progress: Callable[[], object]) -> list[Figure]:
    """Medians of all. Engines take turns, so that noise on the machine hits all alike."""
    samples = {(engine.name, query): _Samples() for engine, query in product(engines, queries)}
    for _ in range(WARM_UPS + RUNS):
        for query, engine in product(queries, engines):
            taken = samples[engine.name, query]
            if not taken.enough:
                _ask(engine, query, taken)
        progress()
    return [
        Figure(
            engine=name,
            kind=query.kind,
            query=str(query),
            found=taken.found,
            whole=1000 * median(taken.whole[WARM_UPS:]),
            database=1000 * median(taken.database[WARM_UPS:]),
            search=1000 * median(taken.search[WARM_UPS:]),
            statements=taken.statements,
        )
        for (name, query), taken in samples.items()
    ]


def _ask(engine: Engine, query: Query, taken: _Samples) -> None:
    with timed_database() as database:
        start = perf_counter()
        taken.found = engine.ask(query)
        taken.whole.append(perf_counter() - start)
    taken.database.append(database.seconds)
    taken.search.append(database.search)
    taken.statements = database.statements
