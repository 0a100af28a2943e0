"""What the search page shows of each interview it found: its best statements and passages, marked, and why."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.contrib.postgres.search import SearchRank, SearchVectorField
from django.db.models import FETCH_RAISE, F, Window
from django.db.models.expressions import RawSQL
from django.db.models.functions import RowNumber
from django.utils.safestring import SafeString

from interviews.models import Interview, Passage, Statement, Theme
from interviews.models.statement import StatementQuerySet
from interviews.reasons import unseen
from interviews.search.meaning import Meaning, tsquery
from interviews.search.snippets import Marker
from organisations import history
from organisations.lineage import Lineage
from organisations.models import Organisation

_MOST_HITS = 3

type Row = Statement | Passage


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement or a passage, with the words that match marked, where to read it, and whose voice it is."""

    url: str
    html: SafeString
    statement: Statement | None = None
    voice: str = ""

    @property
    def themes(self) -> list[Theme]:
        """The themes of the statement."""
        return list(self.statement.themes.all()) if self.statement else []


@dataclass(frozen=True, slots=True)
class Result:
    """An interview found.

    `because` tells the history that led to it, where an organisation was asked for; `reasons` what else cannot be seen.
    """

    interview: Interview
    title: SafeString
    summary: SafeString
    hits: Sequence[Hit]
    because: Sequence[history.Event]
    reasons: Sequence[str] = ()


def show(
    ids: Sequence[int],
    meaning: Meaning,
    statements: StatementQuerySet,
    *,
    narrowed: bool,
    because: Callable[[Interview], Sequence[history.Event]],
) -> list[Result]:
    """The interviews of these ids, in this order, with their best of `statements`, then their best passages.

    `narrowed` says that `statements` were asked for by theme or kind, and so are shown even without words to match.
    """
    rows = {row.pk: row for row in Interview.objects.published().filter(pk__in=ids).for_cards()}
    said = _statements(statements.filter(interview__in=rows), meaning, narrowed=narrowed)
    passages = _passages([pk for pk in rows if len(said[pk]) < _MOST_HITS], meaning)
    marker = Marker(meaning, _texts(rows, said, passages))
    shown: dict[int, list[Row]] = {pk: _best(said[pk], passages[pk], marker, narrowed=narrowed) for pk in rows}
    reasons = unseen({pk: _unseen(row, shown[pk], marker, meaning) for pk, row in rows.items()}, meaning)
    # What nothing says in those words, it says on that theme.
    silent = {pk: because.themes for pk, because in reasons.items() if not shown[pk] and because.themes}
    shown |= _on_themes(statements, silent)
    return [
        Result(
            interview=rows[pk],
            title=marker.whole(rows[pk].title),
            summary=marker.whole(rows[pk].summary),
            hits=[_hit(row, rows[pk], marker) for row in shown[pk]],
            because=because(rows[pk]),
            reasons=reasons[pk].sentences if pk in reasons else (),
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


def _vector(table: str) -> RawSQL:
    """The stems of a row's text, a column that the database keeps and the models do not know."""
    return RawSQL(f'"{table}"."vector"', [], output_field=SearchVectorField())  # noqa: S611  # a constant


def _statements(
    statements: StatementQuerySet, meaning: Meaning, *, narrowed: bool
) -> Mapping[int, list[tuple[float, Statement]]]:
    """Per interview the statements that match, each with how well; all of them where they were asked for by filter."""
    found: dict[int, list[tuple[float, Statement]]] = defaultdict(list)
    if not meaning.near and not narrowed:
        return found
    if meaning.near:
        asked = tsquery(meaning.near)
        vector = _vector("interviews_statement")
        if not narrowed:
            statements = statements.alias(vector=vector).filter(vector=asked)
        statements = statements.alias(vector=vector).annotate(score=SearchRank(F("vector"), asked))
    for statement in statements.order_by("interview_id", "position").prefetch_related("themes").fetch_mode(FETCH_RAISE):
        found[statement.interview_id].append((getattr(statement, "score", 0.0), statement))
    return found


def _best(
    scored: Sequence[tuple[float, Statement]], passages: Sequence[Passage], marker: Marker, *, narrowed: bool
) -> list[Row]:
    """The statements that hold most of what is asked for, then the passages; or the statements asked for by filter."""
    held = [(len(marker.concepts(statement.text)), score, statement) for score, statement in scored]
    held.sort(key=lambda row: (-row[0], -row[1], row[2].position))
    matching: list[Row] = [statement for concepts, _, statement in held if concepts]
    speaking = [passage for passage in passages if marker.spans(passage.text)]
    rest = [statement for concepts, _, statement in held if not concepts] if narrowed else []
    return [*matching, *speaking, *rest][:_MOST_HITS]


def _on_themes(statements: StatementQuerySet, themes: Mapping[int, Collection[str]]) -> dict[int, list[Row]]:
    """The first statements of these interviews on these themes, by name; no query where there are none."""
    found: dict[int, list[Row]] = defaultdict(list)
    if themes:
        rows = statements.filter(interview__in=themes).order_by("interview_id", "position").prefetch_related("themes")
        for statement in rows.fetch_mode(FETCH_RAISE):
            asked = themes[statement.interview_id]
            if len(found[statement.interview_id]) < _MOST_HITS and any(t.name in asked for t in statement.themes.all()):
                found[statement.interview_id].append(statement)
    return found


def _unseen(interview: Interview, hits: Sequence[Row], marker: Marker, meaning: Meaning) -> set[int]:
    """The numbers of the concepts that nothing shown of the interview holds."""
    return set(range(len(meaning.concepts))).difference(*(marker.concepts(text) for text in _visible(interview, hits)))


def _passages(interviews: Sequence[int], meaning: Meaning) -> Mapping[int, list[Passage]]:
    """The best passages of these interviews."""
    found: dict[int, list[Passage]] = defaultdict(list)
    if not meaning.near or not interviews:
        return found
    asked = tsquery(meaning.near)
    place = Window(RowNumber(), partition_by="interview", order_by=[F("score").desc(), "position"])
    best = (
        Passage.objects.published()
        .filter(interview__in=interviews)
        .alias(vector=_vector("interviews_passage"))
        .filter(vector=asked)
        .annotate(score=SearchRank(F("vector"), asked))
        .annotate(place=place)
        .filter(place__lte=_MOST_HITS)
        .fetch_mode(FETCH_RAISE)
        .order_by("interview_id", "place")
    )
    for passage in best:
        found[passage.interview_id].append(passage)
    return found


def _hit(row: Row, interview: Interview, marker: Marker) -> Hit:
    row.interview = interview
    if isinstance(row, Passage):
        # One of the interview's speakers, all of whom are here already.
        row.speaker = next((who for who in interview.speakers.all() if who.pk == row.speaker_id), None)
        return Hit(row.place_url, marker.excerpt(row.text), voice=row.who)
    several = len(interview.speakers.all()) > 1 and row.speaker_id
    voice = row.speakers()[0].leader.name if several else ""
    return Hit(row.place_url, marker.whole(row.text), row, voice=voice)


def _texts(
    rows: Mapping[int, Interview],
    said: Mapping[int, list[tuple[float, Statement]]],
    passages: Mapping[int, list[Passage]],
) -> Iterator[str]:
    """Everything that may be shown."""
    for pk, interview in rows.items():
        yield from _visible(interview, [*(statement for _, statement in said[pk]), *passages[pk]])
        yield interview.summary


def _visible(interview: Interview, hits: Sequence[Row]) -> Iterator[str]:
    """What a card shows of the interview with these hits."""
    yield interview.title
    for speaker in interview.speakers.all():
        yield f"{speaker.leader}. {speaker.role.title}. {speaker.organisation_then}"
    if not hits:
        yield interview.summary
    for row in hits:
        yield row.text
        if isinstance(row, Statement):
            yield from (theme.name for theme in row.themes.all())
