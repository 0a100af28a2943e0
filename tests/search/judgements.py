"""What readers ask, how much each interview helps, and the measures of an order that follow.

An interview is worth the best grade that it or one of its statements has for the query: 3 answers it, 2 clearly
helps, 1 touches it. Every measure looks at the first ten results and goes from 0 to 1.
"""

import csv
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

TABLE = Path(__file__).with_name("judgements.csv")
DEPTH = 10
HELPFUL = 2


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one interview, or one of its statements, is worth for a query; its kind is the column `class`."""

    query: str
    kind: str
    interview: str
    statement: int | None
    grade: int


@dataclass(frozen=True, slots=True)
class Topic:
    """A query, and the grade of each interview that is worth something for it."""

    query: str
    kind: str
    grades: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Scores:
    """What an order is worth for one query, or on average for several."""

    ndcg: float
    reciprocal_rank: float
    success: float

    @classmethod
    def of(cls, found: Sequence[str], grades: Mapping[str, int]) -> "Scores":
        """Of these interviews in this order, to who wants those with grades."""
        order = [grades.get(slug, 0) for slug in found]
        return cls(ndcg(order, grades.values()), reciprocal_rank(order), success(order))

    @classmethod
    def mean(cls, several: Iterable["Scores"]) -> "Scores":
        """The average of each measure."""
        columns = zip(*map(astuple, several), strict=True)
        return cls(*(sum(column) / len(column) for column in columns))


def read() -> list[Judgement]:
    """Every row of the table."""
    with TABLE.open(newline="", encoding="utf-8") as lines:
        return [
            Judgement(query, kind, interview, int(statement) if statement else None, int(grade))
            for query, kind, interview, statement, grade in list(csv.reader(lines))[1:]
        ]


def topics() -> list[Topic]:
    """The queries of the table, in its order."""
    grades: dict[tuple[str, str], dict[str, int]] = {}
    for row in read():
        of_query = grades.setdefault((row.query, row.kind), {})
        of_query[row.interview] = max(row.grade, of_query.get(row.interview, 0))
    return [Topic(query, kind, of_query) for (query, kind), of_query in grades.items()]


def ndcg(order: Sequence[int], judged: Iterable[int]) -> float:
    """Normalised discounted cumulative gain: grades in the order found, against all that were judged, best first."""
    return _gain(order) / _gain(sorted(judged, reverse=True))


def _gain(order: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(place + 1) for place, grade in enumerate(order[:DEPTH], start=1))


def reciprocal_rank(order: Sequence[int]) -> float:
    """One divided by the place of the first that helps; 0 where none does."""
    return next((1 / place for place, grade in enumerate(order[:DEPTH], start=1) if grade >= HELPFUL), 0.0)


def success(order: Sequence[int]) -> float:
    """1 where any of the first three helps."""
    return float(any(grade >= HELPFUL for grade in order[:3]))
