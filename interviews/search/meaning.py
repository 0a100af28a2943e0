"""Turn a query into what the database is asked: stems, exact words, synonyms. The only module that speaks tsquery."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import ceil
from typing import Self

from django.contrib.postgres.search import SearchQuery
from django.db import connection

from interviews.search.filler import FILLER
from interviews.search.query import Clause, Query

_APART = re.compile(r"[|&]")
_LEXEME = re.compile(r"(?:<(?P<gap>-|\d+)> *)?'(?P<stem>[^']+)'")
_LONGEST_TERM = 4  # words; no synonym is longer
_MOST_REQUIRED = 6  # of many words the longest: they say most
_SENTENCE = 5  # words without any filler; fewer are a list of keywords


type Phrase = tuple[tuple[str, int], ...]
"""Stems, each with how many words it stands after the first."""


@dataclass(frozen=True, slots=True)
class Synonym:
    """Another word or phrase for what was typed."""

    label: str
    stems: str


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing asked for: what was typed, as stems or exact words, or anything that means the same.

    `stems` is a tsquery in the database's notation, empty where only exact words will do. `exact` are words as
    `search_words` writes them, and `near` the stems of those, which lead to the texts that may hold them.
    """

    typed: str
    stems: str = ""
    exact: tuple[str, ...] = ()
    near: str = ""
    synonyms: tuple[Synonym, ...] = ()

    @property
    def any(self) -> str:
        """The stems of what was typed and of what means the same, as a tsquery."""
        return " | ".join(f"({part})" for part in (self.stems, *(same.stems for same in self.synonyms)) if part)

    @property
    def phrases(self) -> list[Phrase]:
        """The stems to mark in a text: each word typed, and each synonym with all its words in their places."""
        whole = (self.stems, *(same.stems for same in self.synonyms))
        parts = (part for stems in whole for part in _APART.split(stems))
        return [phrase for part in parts if (phrase := tuple(_phrase(part)))]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a query asks of the database. `needed` of the concepts must be there, and nothing of `without`.

    `ignored` are the words of a `sentence` that say nothing of what it is about; `plain` is every word that may be
    there, as `search_words` writes it.
    """

    concepts: tuple[Concept, ...] = ()
    without: tuple[Concept, ...] = ()
    needed: int = 0
    ignored: tuple[str, ...] = ()
    sentence: bool = False
    plain: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is asked for; words too common to look for ask for nothing."""
        return bool(self.concepts or self.without)

    @property
    def is_relaxed(self) -> bool:
        """Whether some of the words are enough."""
        return self.needed < len(self.concepts)

    @property
    def synonyms(self) -> list[str]:
        """The words that were looked for beside those typed."""
        return list(dict.fromkeys(same.label for concept in self.concepts for same in concept.synonyms))

    @property
    def near(self) -> str:
        """Whatever may be worth showing: any of the concepts, or the stems of exact words; as a tsquery."""
        return " | ".join(part for concept in self.concepts for part in (concept.any, concept.near) if part)

    @property
    def required(self) -> str:
        """What must be there of the concepts that stems alone decide, as a tsquery; may be empty."""
        plain = [concept.any for concept in self.concepts if not concept.exact]
        needed = self.needed - (len(self.concepts) - len(plain))
        if needed < len(plain) and len(plain) > _MOST_REQUIRED:
            plain = sorted(plain, key=len, reverse=True)[:_MOST_REQUIRED]
            needed = min(needed, _MOST_REQUIRED // 2)
        ways = (" & ".join(f"({part})" for part in parts) for parts in combinations(plain, max(0, needed)))
        return " | ".join(f"({way})" for way in ways if way)

    def loosened(self) -> Self | None:
        """The same with one concept being enough, if it is a sentence that asked for more; else None."""
        return replace(self, needed=1) if self.sentence and self.needed > 1 else None


def tsquery(stems: str) -> SearchQuery:
    """The database's query from its own notation; they are stems already, so nothing more is done to them."""
    return SearchQuery(stems, config="simple", search_type="raw")


def understand(query: Query, *, synonyms: bool = True) -> Meaning:
    """Ask the database, in one query, for the stems of what was typed and for the synonyms of each word."""
    if not query:
        return Meaning()
    clauses = query.clauses
    runs = list(_runs(clauses))
    texts = {text for clause in clauses for term in clause.terms for text in (*term.words, " ".join(term.words))}
    texts |= {" ".join(run[i:j]) for run in runs for i in range(len(run)) for j in range(i + 1, i + 1 + _LONGEST_TERM)}
    known, groups = _look_up(sorted(texts), synonyms=synonyms)
    found: list[Concept] = []
    without: list[Concept] = []
    place = 0
    while place < len(clauses):
        length, concept = _concept(clauses[place:], known, groups)
        (without if clauses[place].without else found).append(concept)
        place += length
    # Typed again, a word asks for nothing more, and costs as much again to look for.
    said = list(dict.fromkeys(concept for concept in found if concept.any or concept.exact))
    meaningful = [concept for concept in said if known.plain(concept.typed) not in FILLER]
    kept = tuple(meaningful or said)
    ignored = tuple(concept.typed for concept in found if concept not in kept)
    sentence = bool(ignored) or len(kept) >= _SENTENCE
    return Meaning(
        concepts=kept,
        without=tuple(dict.fromkeys(concept for concept in without if concept.any or concept.exact)),
        needed=_needed(len(kept), sentence=sentence),
        ignored=ignored,
        sentence=sentence,
        plain=tuple(known.plain(word) for word in query.words),
    )


def _phrase(stems: str) -> Iterator[tuple[str, int]]:
    """The stems of `'a' <-> 'b' <2> 'c'` with their places: 0, 1, 3."""
    place = 0
    for match in _LEXEME.finditer(stems):
        gap = match["gap"]
        place += (1 if gap == "-" else int(gap)) if gap else 0
        yield match["stem"], place


def _needed(concepts: int, *, sentence: bool) -> int:
    """How many of them must be there: all of a few keywords, most of what a sentence is about."""
    if not sentence or concepts <= 2:  # noqa: PLR2004  # one or two words are what it is about
        return concepts
    return max(2, ceil(concepts / 2))


@dataclass(frozen=True, slots=True)
class _Known:
    """What the database says of texts: their plain words, and their stems as a tsquery."""

    texts: dict[str, tuple[str, str]]

    def plain(self, text: str) -> str:
        return self.texts.get(text, ("", ""))[0]

    def stems(self, text: str) -> str:
        return self.texts.get(text, ("", ""))[1]


type _Groups = dict[str, list[Synonym]]
"""From a term, in the singular, to the other terms of its groups."""


def _look_up(texts: Sequence[str], *, synonyms: bool) -> tuple[_Known, _Groups]:
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT 0, text, search_words(text), search_query(text)::text FROM unnest(%s::text[]) AS text
             UNION ALL
            SELECT id, term, words, query::text
              FROM interviews_synonymgroup, unnest(terms, plain, queries) AS each (term, words, query) WHERE %s
             ORDER BY 1
            """,
            [list(texts), synonyms],
        )
        rows = cursor.fetchall()
    known = _Known({text: (plain, stems) for group, text, plain, stems in rows if not group})
    groups: _Groups = {}
    members: dict[int, dict[str, Synonym]] = {}
    for group, term, plain, stems in rows:
        if group and stems:
            members.setdefault(group, {})[_singular(plain)] = Synonym(term, stems)
    for terms in members.values():
        for name, term in terms.items():
            others = groups.setdefault(name, [])
            others += [other for other in terms.values() if other.stems != term.stems and other not in others]
    return known, groups


def _singular(plain: str) -> str:
    """The words without the s of a plural: “trainees” are “trainee”, and “medical” is not “medic”, as its stem is."""
    return " ".join(word.removesuffix("s") if len(word) > 3 and word[-2] != "s" else word for word in plain.split())  # noqa: PLR2004


def _runs(clauses: Sequence[Clause]) -> Iterator[list[str]]:
    """The bare words that stand next to each other."""
    run: list[str] = []
    for clause in clauses:
        if _is_bare(clause):
            run.append(clause.terms[0].words[0])
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_bare(clause: Clause) -> bool:
    return len(clause.terms) == 1 and not clause.terms[0].exact and not clause.without


def _concept(clauses: Sequence[Clause], known: _Known, groups: _Groups) -> tuple[int, Concept]:
    """How many clauses the first concept takes up, and the concept: the longest term that has synonyms wins."""
    first = clauses[0]
    if not _is_bare(first):
        return 1, _alternatives(first, known, {} if first.without else groups)
    words: list[str] = []
    for clause in clauses[:_LONGEST_TERM]:
        if not _is_bare(clause):
            break
        words.append(clause.terms[0].words[0])
    for length in range(len(words), 0, -1):
        typed = " ".join(words[:length])
        ends = known.stems(words[0]) and known.stems(words[length - 1])
        name = _singular(known.plain(typed))
        if length == 1 or (ends and name in groups):
            parts = [known.stems(word) for word in words[:length]]
            stems = " & ".join(f"({part})" for part in parts if part)
            return length, Concept(typed, stems, synonyms=tuple(groups.get(name, ())))
    raise AssertionError("a clause has a word")


def _alternatives(clause: Clause, known: _Known, groups: _Groups) -> Concept:
    """One concept of terms of which any will do."""
    words = [" ".join(term.words) for term in clause.terms if not term.exact]
    bare = [known.stems(text) for text in words]
    exact = [" ".join(term.words) for term in clause.terms if term.exact]
    found = (same for text in words for same in groups.get(_singular(known.plain(text)), ()))
    synonyms = {same: None for same in found if same.stems not in bare}
    return Concept(
        str(Clause(clause.terms)),
        stems=" | ".join(f"({stems})" for stems in bare if stems),
        exact=tuple(plain for text in exact if (plain := known.plain(text))),
        near=" | ".join(f"({stems})" for text in exact if (stems := known.stems(text))),
        synonyms=tuple(synonyms),
    )
