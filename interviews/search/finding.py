"""One question to the database for a whole page of search: how many, which, and what the facets count."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

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
# costs milliseconds: there is one to count and one to list, and what they gather is counted here.
_COUNTING = """
WITH found AS MATERIALIZED ({found})
SELECT count(*) FILTER (WHERE asked_of_statement AND asked_of_speaker AND asked_of_format),
       ARRAY(SELECT interview_id FROM found WHERE asked_of_statement AND asked_of_speaker AND asked_of_format
              ORDER BY {order} OFFSET %s LIMIT %s),
       string_agg(themes, ' ') FILTER (WHERE asked_of_speaker AND asked_of_format),
       string_agg(kinds, E'\\n') FILTER (WHERE asked_of_speaker AND asked_of_format),
       string_agg(speakers, E'\\n') FILTER (WHERE asked_of_statement AND asked_of_format),
       string_agg(format, E'\\n') FILTER (WHERE asked_of_statement AND asked_of_speaker),
       {points}
  FROM found
"""
_POINTS = "string_agg(points, E'\\n') FILTER (WHERE asked_of_speaker AND asked_of_format)"
_ORDERS = {
    "relevance": "rank DESC, date DESC NULLS LAST, interview_id DESC",
    "newest": "date DESC NULLS LAST, interview_id DESC",
    "oldest": "date ASC NULLS LAST, interview_id ASC",
}
_COLUMNS = ("interview_id", "date", "format", "speakers", "themes", "kinds")
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
    more = [*(["rank"] if order == "relevance" else []), *(["points"] if points else [])]
    try:
        found, parameters = documents.values(*_COLUMNS, *_PASSING, *more).query.sql_with_params()
    except EmptyResultSet:  # what is asked for cannot be
        return Found()
    sql = _COUNTING.format(found=found, order=_ORDERS[order], points=_POINTS if points else "''")
    with _planned(matched=matched) as cursor:
        cursor.execute(sql, [*parameters, start, length])
        total, ids, themes, *rows, said = cursor.fetchone()
    kinds, speakers, formats = (Counter((text or "").split("\n")) for text in rows)
    return Found(total, ids, Counter((themes or "").split()), kinds, speakers, formats, said or "")


def total[M: Model](documents: QuerySet[M], *, matched: bool) -> int:
    """How many of the documents pass every filter."""
    with _planned(matched=matched):
        return documents.filter(**dict.fromkeys(_PASSING, True)).count()


@contextmanager
def _planned(*, matched: bool) -> Iterator[CursorWrapper]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_PLANNING, ["off" if matched else "on"])
        yield cursor
