"""What a search finds: the words as typed, or corrected, or some of them, and how many each filter would leave."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import chain
from typing import NamedTuple

from interviews.filters import OF_SPEAKER, OF_STATEMENT, SearchFilter
from interviews.models import Theme
from interviews.search import facets, finding, ranking, spelling
from interviews.search.facets import Counts, Facet, Options, Value
from interviews.search.finding import Found
from interviews.search.meaning import Meaning, understand
from interviews.search.query import MAX_LENGTH, Query
from organisations.models import Organisation

PAGE_SIZE = 10
_FEW = 5  # results; with more of them nobody has mistyped
_MANY_MORE = 5  # times as many, for another spelling to be worth a word
_MOST_CLAUSES = 6  # of a query that are left out in turn, to see what would have results


class Place(NamedTuple):
    """What the filters need of an organisation: there may be hundreds, and a model takes its time."""

    pk: int
    slug: str
    name: str
    sector: str
    region: str
    nation: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take what was typed, and what that finds."""

    query: Query
    meaning: Meaning
    found: Found
    loosened: bool = False


@dataclass(frozen=True)
class Answer:
    """What is shown for a search: `shown`, which is `typed` unless nothing was found for that; and another spelling."""

    asked: SearchFilter
    typed: Reading
    shown: Reading
    better: Reading | None = None

    @property
    def is_corrected(self) -> bool:
        """Whether the words were taken for others."""
        return self.shown.query != self.typed.query

    @cached_property
    def counts(self) -> Counts:
        """How many interviews each option would leave, under all other filters."""
        asked, found = self.asked, self.shown.found
        formats: dict[Value, int] = {}
        formats.update(found.formats)
        return {**_of_statement(asked, found), **self._of_speaker(), "format": formats}

    @cached_property
    def themes(self) -> list[Theme]:
        """Those of what was found or chosen; they stand in published documents, so they are public."""
        chosen = [theme.pk for theme in self.asked.things("theme").values()]
        return list(Theme.objects.filter(pk__in=[*self.counts["theme"], *chosen]))

    @cached_property
    def places(self) -> dict[int, Place]:
        """The organisations, by id, of the speakers of what was found, with their lineages, and those chosen.

        They stand in published documents, so they are public.
        """
        chosen = (place.pk for place in self.asked.chosen_organisations)
        rows = Organisation.objects.filter(pk__in={*chosen, *chain(*self._families.values())})
        return {row[0]: Place(*row) for row in rows.values_list(*Place._fields)}

    @cached_property
    def _families(self) -> dict[Value, Collection[int]]:
        """Per organisation of a speaker, those that it counts for."""
        rows = {row for rows in self.shown.found.speakers for row in rows.split()}
        speaking = {int(row.partition(".")[0]) for row in rows}
        if not self.asked.follows_lineage:
            return {pk: (pk,) for pk in speaking}
        return {pk: self.asked.successions.family(pk) for pk in speaking}

    def _of_speaker(self) -> Counts:
        """Interviews per option of what must be so of one speaker."""
        chosen, of_place = self.asked.chosen, Facet("organisation", self._families.__getitem__)
        level, rest = Facet("level"), [Facet("sector"), Facet("region"), Facet("nation")]
        places = {str(place.pk): (place.pk, place.sector, place.region, place.nation) for place in self.places.values()}

        @cache
        def of(organisation: str) -> Options:
            return facets.options([of_place, *rest], places[organisation], {})

        unasked = chosen.keys().isdisjoint(OF_SPEAKER)

        def options(row: str) -> Options:
            organisation, _, held = row.partition(".")
            if unasked:
                return of(organisation) | {("level", held)}
            return facets.options([level, of_place, *rest], [held, *places[organisation]], chosen)

        return facets.count(OF_SPEAKER, self.shown.found.speakers.items(), options)

    def without_filter(self, *names: str) -> int:
        """How many there would be if these filters asked for nothing."""
        return self._would_find(self.typed.query, but=names)

    def of_parts(self) -> Iterator[tuple[Query, int]]:
        """The query with each of its parts left out in turn, else each part alone, and how many that would find."""
        query, clauses = self.typed.query, self.typed.query.clauses
        if not 1 < len(clauses) <= _MOST_CLAUSES:
            return
        found = 0
        for shorter in filter(_is_short, map(query.lacking, range(len(clauses)))):
            count = self._would_find(shorter)
            found += count
            yield shorter, count
        if not found and len(clauses) > 2:  # noqa: PLR2004  # of two parts, each is what is left without the other
            for alone in filter(_is_short, query.parts()):
                if not alone.clauses[0].without:
                    yield alone, self._would_find(alone)

    def of(self, text: str) -> int:
        """How many these words would find."""
        return self._would_find(Query.parse(text))

    def with_synonyms(self) -> int:
        """How many there would be if words that mean the same were looked for as well."""
        return self._would_find(self.typed.query, synonyms=True)

    def _would_find(self, query: Query, *, but: Collection[str] = (), synonyms: bool = False) -> int:
        """How many these words would find, some of a sentence being enough where most of it finds nothing."""
        meaning = understand(query, synonyms=synonyms or self.asked.is_on("synonyms"))
        total = _total(self.asked, query, meaning, but=but)
        looser = None if total else meaning.loosened()
        return _total(self.asked, query, looser, but=but) if looser else total


def answer(asked: SearchFilter) -> Answer:
    """Find what was asked for; nothing where something asked for makes no sense.

    Where nothing was found and a word looks like a slip, the words meant are taken instead; where that is no help,
    and a sentence was typed, one of its words is enough.
    """
    if asked.errors:
        nothing = Reading(asked.query, Meaning(), Found())
        return Answer(asked, nothing, nothing)
    typed = _read(asked, asked.query)
    corrected = None
    if asked.query and asked.is_on("spelling") and typed.found.total <= _FEW:
        corrected = _corrected(asked, typed)
    if typed.found.total:
        return Answer(asked, typed, typed, corrected)
    shown = corrected or typed
    if not shown.found.total and (looser := shown.meaning.loosened()):
        shown = replace(shown, meaning=looser, found=_find(asked, shown.query, looser), loosened=True)
    return Answer(asked, typed, shown)


def _is_short(query: Query) -> bool:
    return len(str(query)) <= MAX_LENGTH


def _read(asked: SearchFilter, query: Query) -> Reading:
    meaning = understand(query, synonyms=asked.is_on("synonyms"))
    return Reading(query, meaning, _find(asked, query, meaning))


def _corrected(asked: SearchFilter, typed: Reading) -> Reading | None:
    """The query with its slips mended, if that finds something, and far more than what was typed."""
    plain = dict(zip(typed.query.words, typed.meaning.plain, strict=True))
    bare = {word: plain[word] for word in typed.query.bare if plain.get(word)}
    meant = spelling.corrections(list(bare.values()))
    query = typed.query.spelt({word: meant[plain] for word, plain in bare.items() if plain in meant})
    if query == typed.query or len(str(query)) > MAX_LENGTH:
        return None
    corrected = _read(asked, query)
    if not corrected.found.total and (looser := corrected.meaning.loosened()):
        corrected = replace(corrected, meaning=looser, found=_find(asked, query, looser), loosened=True)
    return corrected if corrected.found.total > typed.found.total * _MANY_MORE else None


def _find(asked: SearchFilter, query: Query, meaning: Meaning) -> Found:
    """The ids on the page asked for; the best few hundred are looked at more closely before they are put in order."""
    documents = asked.documents(query, meaning)
    first = (asked.number - 1) * PAGE_SIZE
    ranked = asked.order == "relevance"
    closely = ranked and first + PAGE_SIZE <= ranking.RERANKED
    if ranked:
        documents = documents.annotate(rank=ranking.by_head(meaning))
    found = finding.find(
        documents,
        order=asked.order,
        start=0 if closely else first,
        length=ranking.RERANKED if closely else PAGE_SIZE,
        points=not asked.chosen.keys().isdisjoint(OF_STATEMENT),
        matched=bool(query),
    )
    return found.only(ranking.best_first(found.ids, meaning)[first : first + PAGE_SIZE]) if closely else found


def _total(asked: SearchFilter, query: Query, meaning: Meaning, *, but: Collection[str] = ()) -> int:
    return finding.total(asked.documents(query, meaning, but=but), matched=bool(query))


def _of_statement(asked: SearchFilter, found: Found) -> Counts:
    """Interviews per theme and kind; where one is chosen, the other must be so of the same statement."""
    kind = Facet("kind")
    if asked.chosen.keys().isdisjoint(OF_STATEMENT):
        kinds = facets.count(["kind"], found.kinds.items(), lambda row: facets.options([kind], [row], {}))
        return {"theme": {int(pk): count for pk, count in found.themes.items()}, **kinds}
    narrower = Theme.objects.exclude(parent=None).order_by().values_list("pk", "parent")
    above: dict[Value, tuple[Value, ...]] = {pk: (pk, parent) for pk, parent in narrower if parent}
    theme = Facet("theme", lambda theme: above.get(theme, (theme,)))

    def options(row: str) -> Options:
        about, _, sort = row.partition(".")
        return facets.options([theme, kind], [int(about), sort], asked.chosen)

    return facets.count(OF_STATEMENT, ((line, 1) for line in found.points.split("\n")), options)
