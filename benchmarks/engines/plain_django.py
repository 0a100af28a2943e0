"""Full text search as Django's documentation shows it: a stored vector with a GIN index, rank and headlines."""

from collections.abc import Iterator, Sequence
from itertools import batched

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank, SearchVector, SearchVectorField
from django.db import OperationalError, connection, models, transaction
from django.db.models import Count, F, QuerySet, Value

from benchmarks.documents import Document, documents
from benchmarks.queries import Query
from interviews.models import Interview, Speaker, Statement, Theme

_CONFIG = "english"
_PAGE = 10
_SPEAKER = ("role__organisation", "role__level", "role__organisation__sector", "role__organisation__region",
            "role__organisation__nation")  # fmt: skip


class PlainDocument(models.Model):
    """One interview's words. Not managed: the table is there only where a benchmark has run."""

    title = models.TextField()
    body = models.TextField()
    vector = SearchVectorField(null=True)

    objects: models.Manager["PlainDocument"] = models.Manager()

    class Meta:
        app_label = "benchmarks"
        managed = False
        indexes = [GinIndex(fields=["vector"], name="plain_document_vector")]

    def __str__(self) -> str:
        return self.title


class PlainDjango:
    """Ten results with headlines, their number, and a count for each option by aggregation."""

    name = "plain Django"

    def prepare(self, whole: int) -> None:
        """Make the table and fill it, unless it holds them all."""
        if PlainDocument._meta.db_table in connection.introspection.table_names():  # noqa: SLF001  # public API
            if PlainDocument.objects.count() == whole:
                return
            with connection.schema_editor() as editor:
                editor.delete_model(PlainDocument)
        with connection.schema_editor() as editor:
            editor.create_model(PlainDocument)
        for batch in batched(documents(), 200):
            PlainDocument.objects.bulk_create(map(_row, batch))

    def ask(self, query: Query) -> int:
        """Count, rank, mark and aggregate. What matches is asked once: quicker than as a part of each count."""
        asked = _asked(query)
        found = PlainDocument.objects.filter(vector=asked)
        numbers = list(found.values_list("pk", flat=True))
        ranked = found.annotate(rank=SearchRank(F("vector"), asked)).order_by("-rank", "-pk")
        best = list(ranked.values_list("pk", flat=True)[:_PAGE])
        # Only the ten are marked.
        shown = PlainDocument.objects.filter(pk__in=best).annotate(
            headline=SearchHeadline("body", asked, config=_CONFIG, max_fragments=2)
        )
        list(shown.values_list("pk", "title", "headline"))
        for counts in _facets(numbers):
            list(counts)
        return len(numbers)


def answers_without_column(query: Query, limit: int) -> bool:
    """Count with vectors worked out anew, as the documentation begins; whether that ended within so many seconds."""
    fresh = PlainDocument.objects.annotate(words=SearchVector("title", "body", config=_CONFIG))
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT set_config('statement_timeout', %s, true)", [f"{limit}s"])
            fresh.filter(words=_asked(query)).count()
    except OperationalError:
        return False
    return True


def _row(document: Document) -> PlainDocument:
    title, body = Value(document.title), Value(document.body)
    words = SearchVector(title, weight="A", config=_CONFIG) + SearchVector(body, weight="B", config=_CONFIG)
    return PlainDocument(pk=document.pk, title=document.title, body=document.body, vector=words)


def _asked(query: Query) -> SearchQuery:
    return SearchQuery(str(query), config=_CONFIG, search_type="websearch")


def _facets(found: Sequence[int]) -> Iterator[QuerySet[models.Model, object]]:
    """A count of interviews for each option of each filter."""
    of_statement = Statement.objects.filter(interview__in=found)
    of_speaker = Speaker.objects.filter(interview__in=found)
    interviews = Count("interview", distinct=True)
    themes = Theme.objects.filter(statements__interview__in=found)
    yield themes.order_by().values_list("pk").annotate(Count("statements__interview", distinct=True))
    yield of_statement.order_by().values_list("kind").annotate(interviews)
    for path in _SPEAKER:
        yield of_speaker.order_by().values_list(path).annotate(interviews)
    yield Interview.objects.filter(pk__in=found).order_by().values_list("format").annotate(Count("pk"))
