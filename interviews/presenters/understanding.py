"""How the words of a search were taken, and what else would find something, as sentences and links."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from interviews.answers import Answer, Reading
from interviews.presenters.filters import Chip, without
from interviews.search.query import MAX_LENGTH

_MOST_WAYS = 8
# What has a chip when it is turned off, and narrows nothing by itself.
_NO_FILTERS = {"lineage", "synonyms", "spelling"}


@dataclass(frozen=True, slots=True)
class Also:
    """What was looked for beside the words typed, and the search without it; no address where that finds nothing."""

    terms: list[str]
    url: str


@dataclass(frozen=True, slots=True)
class Spelling:
    """Other words, and what they find; `applied`, they took the place of those typed."""

    text: str
    url: str
    count: int
    applied: bool
    typed: str
    typed_url: str


@dataclass(frozen=True, slots=True)
class Way:
    """A search like this one that finds something."""

    label: str
    url: str
    count: int


def also(answer: Answer, address: QueryDict) -> Also | None:
    """Nothing where no word has another."""
    terms = answer.shown.meaning.synonyms
    url = _with(address, synonyms="off") if answer.shown.found.total else ""
    return Also(terms, url) if terms else None


def spelling(answer: Answer, address: QueryDict) -> Spelling | None:
    """The words that were meant, perhaps."""
    other = answer.shown if answer.is_corrected else answer.better
    if other is None:
        return None
    typed = answer.typed.query
    return Spelling(
        text=str(other.query),
        url=_with(address, q=str(other.query)),
        count=other.found.total,
        applied=answer.is_corrected,
        typed=str(typed),
        typed_url=_with(address, spelling="off"),
    )


def relaxed(reading: Reading) -> str:
    """That some of the words are enough; empty where all must be there."""
    meaning = reading.meaning
    words = ", ".join(concept.typed for concept in meaning.concepts)
    if not meaning or not reading.found.total:
        return ""
    if reading.loosened:
        return f"No interview has enough of these words: {words}. These have some of them, the best first."
    return f"These interviews have most of these words: {words}. The best come first." if meaning.is_relaxed else ""


def ways(answer: Answer, address: QueryDict, filters: list[Chip]) -> Iterator[Way]:
    """What would find something, where this search finds nothing: each with how much."""
    if not answer.shown.found.total and not answer.asked.errors:
        yield from [way for way in _ways(answer, address, filters) if way.count][:_MOST_WAYS]


def _ways(answer: Answer, address: QueryDict, filters: list[Chip]) -> Iterator[Way]:
    asked, query = answer.asked, answer.typed.query
    labels: dict[str, list[Chip]] = {}
    for chip in filters:
        if chip.parameter not in _NO_FILTERS:
            labels.setdefault(chip.parameter, []).append(chip)
    for name, chips in labels.items():
        values = ", ".join(chip.label for chip in chips)
        url = without(address, name, address.getlist(name))
        yield Way(f"without the filter {chips[0].name.lower()}: {values}", url, answer.without_filter(name))
    if len(labels) > 1:
        url = _with(address, **dict.fromkeys(labels, ""))
        yield Way("without any filter", url, answer.without_filter(*labels))
    if query.words and not answer.typed.meaning:
        exact = f'"{" ".join(query.words)}"'[:MAX_LENGTH]
        yield Way(f"exactly {exact}", _with(address, q=exact), answer.of(exact))
    for other, count in answer.of_parts():
        yield Way(f"only {other}", _with(address, q=str(other)), count)
    if not asked.is_on("synonyms"):
        yield Way("with words that mean the same", without(address, "synonyms", ["off"]), answer.with_synonyms())


def _with(address: QueryDict, **values: str) -> str:
    """The address with these values, from the first page."""
    changed = address.copy()
    changed.pop("page", None)
    for name, value in values.items():
        changed[name] = value
    return f"?{urlencode([(name, one) for name, ones in changed.lists() for one in ones if one])}"
