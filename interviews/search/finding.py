"""One question to the database for a whole page of search: which interviews hold the words, the best first."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.db.models import F, Model, OrderBy, QuerySet

# Before the match: a vector kept out of line is dear to read, which the planner does not reckon with, so that it
# would read them all rather than use the index. Compiling a plan takes longer than any of these, and tens of thousands
# of hits are sorted in memory.
_PLANNING = """
SELECT set_config('enable_seqscan', %s, true), set_config('jit', 'off', true), set_config('work_mem', '64MB', true)
"""
# One array: the fetching of ten thousand rows one by one takes longer than finding them.
_FINDING = "SELECT (SELECT value FROM interviews_searchedition), ARRAY({found})"
_NOTHING = "SELECT NULL::bigint WHERE false"
# Total orders, so that a page shows the same however often it is asked for.
_ORDERS: dict[str, list[str | OrderBy]] = {
    "relevance": [F("rank").desc(), F("date").desc(nulls_last=True), "-interview_id"],
    "newest": [F("date").desc(nulls_last=True), "-interview_id"],
    "": [],
    "oldest": [F("date").asc(nulls_last=True), "interview_id"],
}


def find[M: Model](documents: QuerySet[M], *, order: str = "", matched: bool) -> tuple[UUID | None, Sequence[int]]:
    """The ids of all these documents' interviews, in that order if any, and the edition of the index that says so.

    `documents` carry `rank` for the order of relevance; `matched` says that they are narrowed by words.
    """
    try:
        sql, parameters = documents.order_by(*_ORDERS[order]).values("interview_id").query.sql_with_params()
    except EmptyResultSet:  # what is asked for cannot be
        sql, parameters = _NOTHING, ()
    with _planned(matched=matched) as cursor:
        cursor.execute(_FINDING.format(found=sql), parameters)
        edition, ids = cursor.fetchone()
        return edition, ids


@contextmanager
def _planned(*, matched: bool) -> Iterator[CursorWrapper]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_PLANNING, ["off" if matched else "on"])
        yield cursor
