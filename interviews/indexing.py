"""Rebuild the search index in small steps, and find where it does not say what it should."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from itertools import batched

from django.db import ProgrammingError, connection, transaction

from interviews.models import Interview, Rebuild, SearchDocument, SearchText, SearchWord

BATCH = 50
"""Interviews rebuilt in one transaction, which writers wait for: well under a second."""
_INDEXES = ("search_document_whole", "search_text_grams")

# What is compared: how it is called, a query for what should be kept and one for what is, and the columns.
_DOCUMENTS = (
    "search document",
    """SELECT heads.*, search_joined(heads.head, coalesce(talks.vector, ''), 1000000) AS whole
         FROM heads LEFT JOIN talks USING (interview_id)""",
    "SELECT * FROM interviews_searchdocument",
    ("state", "format", "date", "speakers", "themes", "kinds", "points", "head", "whole"),
)
_HEADS = (
    "plain words",
    "SELECT * FROM heads",
    "SELECT * FROM interviews_searchtext WHERE part = 'head'",
    ("state", "said"),
)
_TRANSCRIPTS = (
    "words of the transcript",
    "SELECT * FROM talks",
    "SELECT * FROM interviews_searchtext WHERE part = 'transcript'",
    ("state", "said", "vector"),
)


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that the index says otherwise than it should."""

    of: str
    what: str

    def __str__(self) -> str:
        return f"{self.of}: {self.what}"


def is_incomplete() -> bool:
    """Whether some interview cannot be found because it has no search document."""
    return Interview.objects.filter(search_document=None).exists()


def interviews() -> list[int]:
    """The ids of all interviews, in the order of rebuilding."""
    return list(Interview.objects.order_by("pk").values_list("pk", flat=True))


def begin(*, from_start: bool) -> int:
    """Begin a rebuild, or go on with one that was interrupted; return the id of the last interview done, or 0."""
    if from_start:
        Rebuild.objects.all().delete()
    rebuild, _ = Rebuild.objects.get_or_create(pk=1, defaults={"reached": 0})
    return rebuild.reached


def rebuild(ids: Sequence[int], *, jobs: int) -> Iterator[int]:
    """Rebuild what is kept of these interviews; yield how many more are done, batch by batch.

    Each batch is a transaction of its own. The place that is noted has everything before it done, whatever the jobs
    beside have finished already. Within a caller's transaction there is one job: others would not see its rows.
    """
    batches = list(batched(ids, BATCH))
    one_after_the_other = jobs == 1 or connection.in_atomic_block
    for batch in map(_rebuild, batches) if one_after_the_other else _side_by_side(batches, jobs):
        Rebuild.objects.update(reached=batch[-1])
        yield len(batch)


def finish() -> None:
    """Count all words anew, note that the rebuild is done, and leave the tables tidy for the planner."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT search_recount()")
        Rebuild.objects.all().delete()
        for index in _INDEXES:
            # Only their owner may, and autovacuum does it too.
            with suppress(ProgrammingError), transaction.atomic():
                cursor.execute("SELECT gin_clean_pending_list(%s::regclass)", [index])
        for table in (SearchDocument, SearchText, SearchWord):
            cursor.execute(f"ANALYZE {connection.ops.quote_name(table._meta.db_table)}")  # noqa: SLF001  # public API


def differences(ids: Sequence[int]) -> Iterator[Difference]:
    """Where these interviews' documents and texts are not what they should be.

    Each comparison is one query and so sees one moment. A change and its trace in the index are committed together,
    so that every moment is without differences if the index is kept well, and no lock or long transaction is needed.
    """
    these = "interview_id = ANY (%(ids)s::bigint[])"
    for name, wanted, kept, columns in (_DOCUMENTS, _HEADS, _TRANSCRIPTS):
        differ = ", ".join(f"CASE WHEN wanted.{one} IS DISTINCT FROM kept.{one} THEN '{one}' END" for one in columns)
        # Materialized, so that everything is worked out once, and of these interviews only.
        sql = f"""
            WITH heads AS MATERIALIZED (SELECT * FROM interviews_search_heads WHERE {these}),
                 talks AS MATERIALIZED (SELECT * FROM interviews_search_transcripts WHERE {these}),
                 wanted AS MATERIALIZED ({wanted}),
                 kept AS MATERIALIZED (SELECT * FROM ({kept}) rows WHERE {these}),
                 compared AS MATERIALIZED (
                     SELECT interview_id, kept.interview_id IS NULL AS missing,
                            wanted.interview_id IS NULL AS left_over,
                            array_to_string(ARRAY[{differ}], ', ') AS changed
                       FROM wanted FULL JOIN kept USING (interview_id))
            SELECT interview.slug, missing, left_over, changed
              FROM compared JOIN interviews_interview interview ON interview.id = interview_id
             WHERE missing OR left_over OR changed <> ''
             ORDER BY interview.slug"""  # noqa: S608  # constants of this module
        with connection.cursor() as cursor:
            cursor.execute(sql, {"ids": list(ids)})
            for slug, missing, left_over, changed in cursor:
                what = "is missing" if missing else "is left over" if left_over else f"differs in {changed}"
                yield Difference(slug, f"{name} {what}")


def wrong_words() -> Iterator[Difference]:
    """Words whose number of uses is not that of the texts."""
    with connection.cursor() as cursor:
        cursor.execute("""
            SELECT word, coalesce(known.uses, 0), coalesce(counted.uses, 0)
              FROM interviews_searchword known FULL JOIN interviews_search_words counted USING (word)
             WHERE known.uses IS DISTINCT FROM counted.uses ORDER BY word""")
        for word, known, counted in cursor:
            yield Difference(f"the word “{word}”", f"is kept with {known} uses and has {counted}")


def _rebuild(ids: Sequence[int]) -> Sequence[int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT search_rebuild(%s::bigint[])", [list(ids)])
    return ids


def _rebuild_aside(ids: Sequence[int]) -> Sequence[int]:
    try:
        return _rebuild(ids)
    finally:
        connection.close()  # this thread's own


def _side_by_side(batches: Sequence[Sequence[int]], jobs: int) -> Iterator[Sequence[int]]:
    """Rebuild several batches at a time, and give them back in order."""
    with ThreadPoolExecutor(jobs) as aside:
        try:
            yield from aside.map(_rebuild_aside, batches)
        finally:
            aside.shutdown(cancel_futures=True)
