"""Mark in a text what matched, and cut long texts to where it did: escape first, then mark."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from django.db import connection
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from interviews.search.meaning import Concept, Meaning, Phrase

_TOKEN = re.compile(r"[^\W_]+(?:['\u2019&][^\W_]+)*")
# What `search_words` does to a plain English word, done here, where it takes no time.
_DROPPED = str.maketrans("", "", "'&")
_WINDOW = 36  # words of a long text that are shown around matches
_BEFORE = 8  # of them before the first match
_MOST_WINDOWS = 2
_UNKNOWN = ("", "")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text, from one character up to another, that holds what the concept of that number asks for."""

    start: int
    end: int
    concept: int


class _Word(NamedTuple):
    """A word of a text. Thousands are made for a page, so it is the lightest thing there is."""

    start: int
    end: int
    plain: str
    stem: str
    joined: str
    """The stem of it and the next in one piece, where a hyphen is between: “well-being” is “wellbeing” too."""


class Marker:
    """Knows what was asked for and, asked of the database once, the stems of the words that might be it."""

    def __init__(self, meaning: Meaning, texts: Iterable[str]) -> None:
        """Prepare to mark any of these texts."""
        self._stems = [concept.phrases for concept in meaning.concepts]
        self._exact = [[tuple(words.split()) for words in concept.exact] for concept in meaning.concepts]
        self._found: dict[str, list[Span]] = {}
        self._known = _look_up(texts, self._initials(meaning.concepts)) if meaning.concepts else {}

    def spans(self, text: str) -> list[Span]:
        """Where in the text what is asked for stands, in order."""
        if text not in self._found:
            self._found[text] = self._spans(text)
        return self._found[text]

    def _spans(self, text: str) -> list[Span]:
        words = self._words(text)
        # Most words are not asked for, and nothing starts there.
        asked = [place for place, word in enumerate(words) if word.plain or word.joined]
        found = [span for place in asked for span in self._spans_at(words, place)]
        return sorted(found, key=lambda span: (span.start, span.end))

    def concepts(self, text: str) -> set[int]:
        """The numbers of the concepts that the text holds."""
        return {span.concept for span in self.spans(text)}

    def whole(self, text: str) -> SafeString:
        """All of the text as HTML, with `<mark>` where it matches."""
        return _marked(text, self.spans(text), 0, len(text))

    def excerpt(self, text: str) -> SafeString:
        """The parts of the text that hold most of what is asked for, as HTML, with “…” for what is left out."""
        ends = [match.span() for match in _TOKEN.finditer(text)]
        spans = self.spans(text)
        if len(ends) <= _WINDOW * 3 // 2 or not spans:
            last = ends[_WINDOW - 1][1] if len(ends) > _WINDOW * 3 // 2 else len(text)
            return SafeString(_marked(text, spans, 0, last) + (" …" if last < len(text) else ""))
        # The signs before the first word and after the last belong to them.
        ends[0], ends[-1] = (0, ends[0][1]), (ends[-1][0], len(text))
        windows = sorted(_windows(ends, spans))
        pieces = [_marked(text, spans, start, end) for start, end in windows]
        before = "… " if windows[0][0] > 0 else ""
        after = " …" if windows[-1][1] < len(text) else ""
        return SafeString(before + SafeString(" … ").join(pieces) + after)

    def _initials(self, concepts: Iterable[Concept]) -> frozenset[str]:
        """The letters that words in question begin with: a stem begins as its word does."""
        stems = (lexeme for phrases in self._stems for phrase in phrases for lexeme, _ in phrase)
        exact = (word for concept in concepts for words in concept.exact for word in words.split())
        return frozenset(word[0] for word in (*stems, *exact))

    def _words(self, text: str) -> list[_Word]:
        words: list[_Word] = []
        for match, joined in _tokens(text):
            plain, stem = self._known.get(match[0], _UNKNOWN)
            words.append(_Word(*match.span(), plain, stem, self._known[joined][1] if joined in self._known else ""))
        return words

    def _spans_at(self, words: Sequence[_Word], place: int) -> Iterable[Span]:
        first = words[place]
        for number, phrases in enumerate(self._stems):
            for phrase in phrases:
                if (end := _end(words, place, phrase)) is not None:
                    yield Span(first.start, end, number)
                if first.joined and phrase == ((first.joined, 0),):
                    yield Span(first.start, words[place + 1].end, number)
            for exact in self._exact[number]:
                here = words[place : place + len(exact)]
                if tuple(word.plain for word in here) == exact:
                    yield Span(first.start, here[-1].end, number)


def _end(words: Sequence[_Word], place: int, phrase: Phrase) -> int | None:
    """Where the phrase ends that starts at that word; None if it does not."""
    for stem, further in phrase:
        if place + further >= len(words) or words[place + further].stem != stem:
            return None
    return words[place + phrase[-1][1]].end


def _tokens(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Each word, and what it makes in one piece with the next if just a hyphen is between; else empty."""
    tokens = list(_TOKEN.finditer(text))
    if "-" not in text:
        yield from ((token, "") for token in tokens)
        return
    for token, following in zip_longest(tokens, tokens[1:]):
        hyphened = following is not None and text[token.end() : following.start()] == "-"
        yield token, token[0] + following[0] if hyphened else ""


def _look_up(texts: Iterable[str], initials: frozenset[str]) -> dict[str, tuple[str, str]]:
    """The plain form and the stem of every word that may be asked for."""
    tokens = {token for text in texts for match, joined in _tokens(text) for token in (match[0], joined) if token}
    wanted = [token for token in tokens if token[0].lower() in initials or not token[0].isascii()]
    if not wanted:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT token, plain, coalesce((ts_lexize('english_stem', plain))[1], '')
              FROM (SELECT token, coalesce(plain, search_words(token)) AS plain
                      FROM unnest(%s::text[], %s::text[]) AS each (token, plain)) words
            """,
            [wanted, [token.lower().translate(_DROPPED) if token.isascii() else None for token in wanted]],
        )
        return {token: (plain, stem) for token, plain, stem in cursor.fetchall()}


def _windows(words: Sequence[tuple[int, int]], spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Up to two stretches of the text that together hold as many of the concepts as possible."""
    chosen: list[tuple[int, int]] = []
    missing = {span.concept for span in spans}
    places = [next(place for place, (_, end) in enumerate(words) if end > span.start) for span in spans]
    while len(chosen) < _MOST_WINDOWS and missing:
        best: tuple[tuple[int, int], tuple[int, int], set[int]] | None = None
        for place in places:
            first = max(0, min(place - _BEFORE, len(words) - _WINDOW))
            start, end = words[first][0], words[min(first + _WINDOW, len(words)) - 1][1]
            if any(start < other_end and end > other_start for other_start, other_end in chosen):
                continue
            within = [span for span in spans if span.start >= start and span.end <= end]
            held = {span.concept for span in within} & missing
            score = (len(held), len(within))
            if held and (best is None or score > best[0]):
                best = (score, (start, end), held)
        if best is None:
            break
        chosen.append(best[1])
        missing -= best[2]
    return chosen or [(words[0][0], words[_WINDOW - 1][1])]


def _marked(text: str, spans: Sequence[Span], start: int, end: int) -> SafeString:
    """That part of the text as HTML; spans that touch are one mark."""
    merged: list[list[int]] = []
    for span in spans:
        if span.start < start or span.end > end:
            continue
        if merged and span.start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], span.end)
        else:
            merged.append([span.start, span.end])
    pieces = []
    here = start
    for first, last in merged:
        pieces += [escape(text[here:first]), "<mark>", escape(text[first:last]), "</mark>"]
        here = last
    pieces.append(escape(text[here:end]))
    return mark_safe("".join(pieces))  # noqa: S308  # every piece of the text is escaped; the only tags are ours
