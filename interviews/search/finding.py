"""One question to the database for a whole page of search: how many, which, and what the facets count."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from heapq import nlargest, nsmallest
from struct import unpack

from django.core.exceptions import EmptyResultSet
from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.db.models import Model, QuerySet

# Before the match: a vector kept out of line is dear to read, which the planner does not reckon with, so that it
# would read them all rather than use the index. Compiling a plan takes longer than any of these, and tens of thousands
# of hits are counted in memory.
_PLANNING = """
SELECT set_config('enable_seqscan', %s, true), set_config('jit', 'off', true), set_config('work_mem', '64MB', true)
"""
# `asked_of_*` say whether an interview passes the filters on statements, on speakers and on itself. A facet counts
# under all other filters, so each group is counted where the other two are passed. Every pass over ten thousand rows
# costs milliseconds, so there is one: it gathers what is counted and put in order here.
_COUNTING = """
SELECT count(*) {listed},
       string_agg(int8send(interview_id), '') {listed},
       string_agg(float4send({rank}), '') {listed},
       string_agg(coalesce(date, ''), E'\\n') {listed},
       string_agg(themes, ' ') FILTER (WHERE asked_of_speaker AND asked_of_format),
       string_agg(kinds, E'\\n') FILTER (WHERE asked_of_speaker AND asked_of_format),
       string_agg(speakers, E'\\n') FILTER (WHERE asked_of_statement AND asked_of_format),
       string_agg(format, E'\\n') FILTER (WHERE asked_of_statement AND asked_of_speaker),
       {points}
  FROM ({found}) found
"""
_LISTED = "FILTER (WHERE asked_of_statement AND asked_of_speaker AND asked_of_format)"
_POINTS = "string_agg(points, E'\\n') FILTER (WHERE asked_of_speaker AND asked_of_format)"
_COLUMNS = ("interview_id", "date", "format", "speakers", "themes", "kinds")
_LAST = "~"  # sorts after any date
_PASSING = ("asked_of_statement", "asked_of_speaker", "asked_of_format")


@dataclass(frozen=True, slots=True)
class Found:
    """How many interviews there are, the ids of those asked for, and what to count facets from.

    `themes` maps the id of a theme, `kinds`, `speakers` and `formats` what a document says of itself, to the number
    of interviews. `points` has a line per interview, where asked for.
    """

    total: int = 0
    ids: Sequence[int] = ()
    themes: Mapping[str, int] = field(default_factory=dict)
    kinds: Mapping[str, int] = field(default_factory=dict)
    speakers: Mapping[str, int] = field(default_factory=dict)
    formats: Mapping[str, int] = field(default_factory=dict)
    points: str = ""

    def only(self, ids: Sequence[int]) -> "Found":
        """The same, with these ids alone."""
        return replace(self, ids=ids)


def find[M: Model](
    documents: QuerySet[M], *, order: str, start: int, length: int, points: bool, matched: bool
) -> Found:
    """Ask for `length` of the documents, from `start` on, in that order, and for the counts of all.

    `documents` carry `asked_of_statement`, `asked_of_speaker` and `asked_of_format`, and `rank` for the order of
    relevance; `matched` says that they are narrowed by words.
    """
    ranked = order == "relevance"
    more = [*(["rank"] if ranked else []), *(["points"] if points else [])]
    try:
        found, parameters = documents.values(*_COLUMNS, *_PASSING, *more).query.sql_with_params()
    except EmptyResultSet:  # what is asked for cannot be
        return Found()
    rank = "rank::float4" if ranked else "0::float4"
    sql = _COUNTING.format(found=found, listed=_LISTED, rank=rank, points=_POINTS if points else "''")
    with _planned(matched=matched) as cursor:
        cursor.execute(sql, parameters)
        total, ids, ranks, dates, themes, *rows, said = cursor.fetchone()
    kinds, speakers, formats = (Counter((text or "").split("\n")) for text in rows)
    listed = _in_order(
        order, start + length, total=total, ids=ids or b"", ranks=ranks or b"", dates=(dates or "").split("\n")
    )
    return Found(total, listed[start:], Counter((themes or "").split()), kinds, speakers, formats, said or "")


def _in_order(order: str, first: int, *, total: int, ids: bytes, ranks: bytes, dates: Sequence[str]) -> list[int]:
    """The first so many of the ids: by rank, then by date, one that is not known last, then by id."""
    keys = unpack(f">{total}q", ids)
    if order == "oldest":
        return [pk for _, pk in nsmallest(first, zip((date or _LAST for date in dates), keys, strict=False))]
    return [pk for *_, pk in nlargest(first, zip(unpack(f">{total}f", ranks), dates, keys, strict=False))]


def total[M: Model](documents: QuerySet[M], *, matched: bool) -> int:
    """How many of the documents pass every filter."""
    with _planned(matched=matched):
        return documents.filter(**dict.fromkeys(_PASSING, True)).count()


@contextmanager
def _planned(*, matched: bool) -> Iterator[CursorWrapper]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_PLANNING, ["off" if matched else "on"])
        yield cursor
