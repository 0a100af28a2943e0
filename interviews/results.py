"""What the search page shows of each interview it found: its best statements, marked, and why it is there."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import FETCH_RAISE, F, Window
from django.db.models.functions import RowNumber
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from interviews.models import Interview, Passage, Statement
from interviews.models.statement import StatementQuerySet
from interviews.search import ranking
from interviews.search.query import Query
from interviews.search.snippets import Marker
from organisations import history
from organisations.lineage import Lineage
from organisations.models import Organisation

_MOST_HITS = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement, or a passage and whose voice it is, with the words that match marked, and where to read it."""

    url: str
    html: SafeString
    statement: Statement | None = None
    voice: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """An interview found. `because` tells the history that led to it, where an organisation was asked for."""

    interview: Interview
    title: SafeString
    summary: SafeString
    hits: Sequence[Hit]
    because: Sequence[history.Event]


def show(
    ids: Sequence[int],
    query: Query,
    statements: StatementQuerySet,
    *,
    narrowed: bool,
    because: Callable[[Interview], Sequence[history.Event]],
) -> list[Result]:
    """The interviews of these ids, in this order, with their best of `statements`.

    Where none of those is there to show, the best passages are; where there are none either, the summary alone.
    `narrowed` says that `statements` were asked for by theme or kind, and so are shown even without words to match.
    """
    marker = Marker()
    interviews = Interview.objects.published().filter(pk__in=ids).for_cards()
    hits: Mapping[int, list[Hit]] = {}
    if query:
        interviews = interviews.annotate(
            signed_title=marker.whole("title", query), signed_summary=marker.whole("summary", query)
        )
    if query or narrowed:
        hits = _of_statements(statements.filter(interview__in=ids), query, marker, narrowed=narrowed)
    if query and (silent := [pk for pk in ids if pk not in hits]):
        hits = {**hits, **_of_passages(silent, query, marker)}
    rows = {interview.pk: interview for interview in interviews}
    return [
        Result(
            interview=rows[pk],
            title=_marked(rows[pk], "title", marker),
            summary=_marked(rows[pk], "summary", marker),
            hits=hits.get(pk, ()),
            because=because(rows[pk]),
        )
        for pk in ids
        if pk in rows
    ]


def reason(interview: Interview, *, asked: Sequence[Organisation], lineage: Lineage) -> list[history.Event]:
    """The history by which an interview belongs to an organisation asked for, oldest first.

    Nothing where it speaks from that organisation itself: there the reason is plain to see.
    """
    places = [speaker.role.organisation for speaker in interview.speakers.all()]
    if any(place in asked for place in places):
        return []
    ways = (history.connection(place, other, lineage) for place in places for other in asked)
    return next(filter(None, ways), [])


def _of_statements(
    statements: StatementQuerySet, query: Query, marker: Marker, *, narrowed: bool
) -> dict[int, list[Hit]]:
    """The best statements per interview: those that hold the words; where none does, those asked for by filter."""
    statements = statements.select_related("interview").fetch_mode(FETCH_RAISE)
    if query:
        statements = statements.annotate(score=ranking.score("text", query), signed_text=marker.whole("text", query))
    found: dict[int, list[tuple[float, Statement]]] = defaultdict(list)
    for statement in statements.order_by("interview", "position"):
        found[statement.interview_id].append((getattr(statement, "score", 0.0), statement))
    hits: dict[int, list[Hit]] = {}
    for interview, scored in found.items():
        matching = sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: -pair[0])
        if best := matching or (scored if narrowed else []):
            hits[interview] = [
                Hit(statement.place_url, _marked(statement, "text", marker), statement)
                for _, statement in best[:_MOST_HITS]
            ]
    return hits


def _of_passages(interviews: Sequence[int], query: Query, marker: Marker) -> dict[int, list[Hit]]:
    """The best passages of interviews whose words stand in the transcript alone."""
    hits: dict[int, list[Hit]] = defaultdict(list)
    place = Window(RowNumber(), partition_by="interview", order_by=[F("score").desc(), "position"])
    best = (
        Passage.objects.published()
        .filter(interview__in=interviews)
        .annotate(score=ranking.score("text", query))
        .filter(score__gt=0)
        .annotate(place=place)
        .filter(place__lte=_MOST_HITS)
        .annotate(signed_text=marker.excerpt("text", query))
        .select_related("interview", "speaker__role__leader")
        .order_by("place")
    )
    for passage in best:
        hits[passage.interview_id].append(Hit(passage.place_url, _marked(passage, "text", marker), voice=passage.who))
    return dict(hits)


def _marked(row: Interview | Statement | Passage, name: str, marker: Marker) -> SafeString:
    """The text of that name as HTML: marked where the database has signed it, else plain."""
    signed = getattr(row, f"signed_{name}", None)
    return marker.html(signed) if signed else conditional_escape(getattr(row, name))
