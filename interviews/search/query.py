"""What a reader typed, as a value: words, "exact phrases", `-without`, and `OR` between neighbours."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

MAX_LENGTH = 300
"""Characters. Longer than any question; short enough that no query is slow to read."""

# Written out, what was typed may be longer: there may be a space beside every quotation mark.
_LONGEST = 2 * MAX_LENGTH

_TOKEN = re.compile(r'(?P<without>-?)(?:"(?P<phrase>[^"]*)"?|(?P<bare>[^\s"]+))')
# A word keeps its hyphens, apostrophes and ampersands: “buy-in”, “A&E”, “don't”. Everything else separates.
_WORD = re.compile(r"[^\W_]+(?:['\u2019&-][^\W_]+)*")
_SPACE = re.compile(r"\s+")
_HYPHENS = re.compile(r"-{2,}")
_QUOTES = str.maketrans("“”„‟«»", '""""""')


@dataclass(frozen=True, slots=True)
class Term:
    """One word; or, `exact`, the words between two quotation marks, in that order and just as they are spelt."""

    words: tuple[str, ...]
    exact: bool = False

    def __str__(self) -> str:
        """As a reader would type it."""
        text = " ".join(self.words)
        return f'"{text}"' if self.exact else text


@dataclass(frozen=True, slots=True)
class Clause:
    """Terms of which one is enough; or, `without`, a single term that must not occur."""

    terms: tuple[Term, ...]
    without: bool = False

    def spelt(self, corrections: Mapping[str, str]) -> Self:
        """The same with some of its bare words replaced; what is to be left out stays as typed."""
        if self.without:
            return self
        return replace(
            self,
            terms=tuple(
                term if term.exact else replace(term, words=tuple(corrections.get(word, word) for word in term.words))
                for term in self.terms
            ),
        )

    def __str__(self) -> str:
        """As a reader would type it."""
        return ("-" if self.without else "") + " OR ".join(map(str, self.terms))


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader looks for: clauses that all count. `Query.parse(str(query)) == query`."""

    clauses: tuple[Clause, ...] = ()

    @classmethod
    def parse(cls, typed: str) -> Self:
        """Read what was typed. Any text will do; none raises, and signs that mean nothing are left out."""
        clauses: list[Clause] = []
        joining = False
        for match in _TOKEN.finditer(_tidy(typed)):
            if match["bare"] == "OR" and not match["without"]:
                joining = bool(clauses)
                continue
            exact, without = match["phrase"] is not None, bool(match["without"])
            words = _WORD.findall(match["phrase"] if exact else match["bare"])
            # `OR` is never a word, however it was typed, unless it is to be left out or quoted.
            bare = [word for word in words if word != "OR" or without]
            terms = [Term(tuple(words), exact=True)] if exact and words else [Term((word,)) for word in bare]
            for term in terms:
                if joining and not without and not clauses[-1].without:
                    clauses[-1] = Clause((*clauses[-1].terms, term))
                else:
                    clauses.append(Clause((term,), without))
                joining = False
        while clauses and len(str(cls(tuple(clauses)))) > _LONGEST:
            clauses.pop()
        return cls(tuple(clauses))

    def __str__(self) -> str:
        """As a reader would type it."""
        return " ".join(map(str, self.clauses))

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.clauses)

    @property
    def words(self) -> list[str]:
        """Every word that may be there."""
        return [word for clause in self.clauses if not clause.without for term in clause.terms for word in term.words]

    @property
    def bare(self) -> list[str]:
        """The words outside quotation marks that are to be there."""
        terms = (term for clause in self.clauses if not clause.without for term in clause.terms)
        return [word for term in terms if not term.exact for word in term.words]

    def spelt(self, corrections: Mapping[str, str]) -> Self:
        """The same with some of its bare words replaced."""
        return replace(self, clauses=tuple(clause.spelt(corrections) for clause in self.clauses))

    def parts(self) -> list[Self]:
        """Each clause alone."""
        return [replace(self, clauses=(clause,)) for clause in self.clauses]

    def lacking(self, number: int) -> Self:
        """The same without the clause of that number."""
        return replace(self, clauses=self.clauses[:number] + self.clauses[number + 1 :])


def _tidy(typed: str) -> str:
    """The text with single spaces and straight quotation marks, without what no database can hold."""
    visible = typed[:_LONGEST].encode(errors="replace").decode().replace("\0", " ")
    composed = unicodedata.normalize("NFC", visible).translate(_QUOTES)
    return _HYPHENS.sub(" ", _SPACE.sub(" ", composed)).strip()
