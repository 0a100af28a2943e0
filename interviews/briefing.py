"""A briefing as its address says it: which statements, in which order, under which heading. The only reader of that."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self
from urllib.parse import urlencode

from django.http import QueryDict

MOST = 100
LONGEST_TITLE = 120
LONGEST_NOTE = 2000
_SHOWN = 60  # characters of what makes no sense

_NUMBER = re.compile(r"#?(\d{1,18})", re.ASCII)
_ADDRESS = re.compile(r"(?:/statements/|#statement-)(\d{1,18})/?(?:[?#].*)?", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Grouping(StrEnum):
    """How the points are put together."""

    ORDER = "order"
    THEME = "theme"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the address that makes no sense: the field where it is mended, and the sentence that says so."""

    field: str
    message: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """The numbers of the statements in the order of the reader, and what the reader wrote above them."""

    statements: tuple[int, ...] = ()
    title: str = ""
    note: str = ""
    grouping: Grouping = Grouping.ORDER

    @property
    def numbers(self) -> str:
        """Its statements as one value: `12.7`."""
        return ".".join(map(str, self.statements))

    @property
    def query(self) -> str:
        """The parameters of its address, those left out that say nothing: `s=12.7&title=Rotas`."""
        return urlencode(dict(self._parameters()))

    def holding(self, statements: Iterable[int]) -> Self:
        """Only these of its statements, in its own order."""
        kept = frozenset(statements)
        return replace(self, statements=tuple(pk for pk in self.statements if pk in kept))

    def with_before(self, pk: int, other: int) -> Self:
        """With one of its statements moved to just before another."""
        rest = [one for one in self.statements if one != pk]
        place = rest.index(other)
        return replace(self, statements=(*rest[:place], pk, *rest[place:]))

    def _parameters(self) -> Iterator[tuple[str, str]]:
        if self.statements:
            yield "s", self.numbers
        if self.title:
            yield "title", self.title
        if self.note:
            yield "note", self.note
        if self.grouping is not Grouping.ORDER:
            yield "group", self.grouping


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for: a briefing, a step to take with one of its statements, and what makes no sense."""

    briefing: Briefing
    up: int | None = None
    down: int | None = None
    problems: Sequence[Problem] = ()

    @classmethod
    def parse(cls, data: QueryDict) -> Self:
        """Read any parameters whatever; a text that is too long is cut, and what is no statement is left out."""
        problems: list[Problem] = []
        removed = _one_number(data, "remove")
        wanted = _numbers([*data.getlist("s"), *data.getlist("add")], problems)
        statements = [pk for pk in dict.fromkeys(wanted) if pk != removed]
        if len(statements) > MOST:
            left = len(statements) - MOST
            problems.append(
                Problem("points", f"A briefing holds {MOST} statements at most. The last {left} of these are left out.")
            )
        title = _cut(" ".join(_clean(data.get("title", "")).split()), LONGEST_TITLE, "title", "heading", problems)
        note = _cut(_clean(data.get("note", "")).strip(), LONGEST_NOTE, "note", "note", problems)
        grouping = Grouping.THEME if data.get("group") == Grouping.THEME else Grouping.ORDER
        briefing = Briefing(tuple(statements[:MOST]), title, note, grouping)
        return cls(briefing, _one_number(data, "up"), _one_number(data, "down"), tuple(problems))


def _numbers(values: Iterable[str], problems: list[Problem]) -> Iterator[int]:
    """The numbers of statements in `12.7`, in `12, 7` and in addresses of statements."""
    for value in values:
        for word in value.split():
            found = _ADDRESS.search(word)
            for part in [found[1]] if found else filter(None, re.split(r"[.,;]", word)):
                number = _NUMBER.fullmatch(part)
                if number:
                    yield int(number[1])
                    continue
                strange = part if len(part) <= _SHOWN else f"{part[:_SHOWN]}…"
                problems.append(
                    Problem("add", f"“{strange}” is neither the number nor the address of a statement. It is left out.")
                )


def _one_number(data: QueryDict, name: str) -> int | None:
    number = _NUMBER.fullmatch(data.get(name, ""))
    return int(number[1]) if number else None


def _clean(text: str) -> str:
    """The text without what cannot be printed, its lines ending as lines do here."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))


def _cut(text: str, longest: int, field: str, name: str, problems: list[Problem]) -> str:
    """The text; its beginning, and a problem that says so, where it is too long."""
    if len(text) <= longest:
        return text
    problems.append(
        Problem(
            field, f"The {name} is {len(text):,} characters long. It is cut after {longest:,}, the most there may be."
        )
    )
    return text[:longest].strip()
