"""What a search finds: the words as typed, or corrected, or some of them, and how many each filter would leave."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from interviews import editions
from interviews.editions import Edition, Place, Subject
from interviews.filters import SearchFilter
from interviews.search import finding, ranking, spelling
from interviews.search.facets import Bits, Counts, Value, both
from interviews.search.meaning import Meaning, understand
from interviews.search.query import MAX_LENGTH, Query

PAGE_SIZE = 10
_FEW = 5  # results; with more of them nobody has mistyped
_MANY_MORE = 5  # times as many, for another spelling to be worth a word
_MOST_CLAUSES = 6  # of a query that are left out in turn, to see what would have results


@dataclass(frozen=True)
class Found:
    """What some words find: how many interviews under all filters, and the ids of those on the page asked for.

    `matching` are those that hold the words whatever the filters, as documents of the edition.
    """

    edition: Edition
    matching: Bits
    total: int
    ids: Sequence[int]


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
        found = self.shown.found
        return self.asked.counts(found.edition, found.matching)

    @property
    def themes(self) -> list[Subject]:
        """Those of what was found or chosen; they stand in published documents, so they are public."""
        offered = self._offered("theme")
        return [theme for theme in self.shown.found.edition.themes if theme.pk in offered]

    @property
    def places(self) -> list[Place]:
        """The organisations of what was found, with their lineages, and those chosen; public as themes are."""
        known = self.shown.found.edition.places
        return [known[place] for place in self._offered("organisation") if isinstance(place, int) and place in known]

    def _offered(self, name: str) -> set[Value]:
        """The ids of what a filter would leave something of, or that is chosen."""
        return {*self.counts[name], *(thing.pk for thing in self.asked.things(name).values())}

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
        total = self._total(query, meaning, but)
        looser = None if total else meaning.loosened()
        return self._total(query, looser, but) if looser else total

    def _total(self, query: Query, meaning: Meaning, but: Collection[str]) -> int:
        known = {(reading.query, reading.meaning): reading.found for reading in (self.typed, self.shown)}
        found = known.get((query, meaning))
        edition, matching = (found.edition, found.matching) if found else _matching(self.asked, query, meaning)
        return (both([matching, self.asked.passing(edition, but)]) or 0).bit_count()


def answer(asked: SearchFilter) -> Answer:
    """Find what was asked for; nothing where something asked for makes no sense.

    Where nothing was found and a word looks like a slip, the words meant are taken instead; where that is no help,
    and a sentence was typed, one of its words is enough.
    """
    if asked.errors:
        nothing = Reading(asked.query, Meaning(), Found(editions.newest(), 0, 0, ()))
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
    documents, order = asked.documents(query, meaning), asked.order
    if ranked := order == "relevance" and bool(meaning.near):
        documents = documents.annotate(rank=ranking.by_head(meaning))
    elif order == "relevance":  # nothing must be there, so that all are as good
        order = "newest"
    value, ids = finding.find(documents, order=order, matched=bool(query))
    edition = editions.current(value)
    matching = edition.holding(ids)
    left = both([matching, asked.passing(edition)]) or 0
    first = (asked.number - 1) * PAGE_SIZE
    if ranked and first + PAGE_SIZE <= ranking.RERANKED:
        best = list(islice(edition.within(ids, left), ranking.RERANKED))
        page = ranking.best_first(best, meaning)[first : first + PAGE_SIZE]
    else:
        page = list(islice(edition.within(ids, left), first, first + PAGE_SIZE))
    return Found(edition, matching, left.bit_count(), page)


def _matching(asked: SearchFilter, query: Query, meaning: Meaning) -> tuple[Edition, Bits]:
    """The interviews that hold the words, whatever the filters."""
    value, ids = finding.find(asked.documents(query, meaning), matched=bool(query))
    edition = editions.current(value)
    return edition, edition.holding(ids)
