"""A transcript as it is read: in parts, turn by turn, with the moments one may go to."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from interviews.models import Passage
from interviews.timecodes import timecode

_SECONDS = re.compile(r"\d{1,5}(\.\d{1,3})?", re.ASCII)
"""Longer than a day no recording is."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One passage; `who` is empty where the voice is that of the turn above, in the same part.

    `start` and `until` are the seconds at which it begins and ends, as far as it says so, or the next one does by
    beginning; else empty. `is_asked_for`: at the moment that the reader asked for, this is what is said.
    """

    passage: Passage
    who: str
    start: str
    until: str
    is_asked_for: bool


@dataclass(frozen=True, slots=True)
class Part:
    """Turns under one heading; before the first heading, under none."""

    heading: str
    anchor: str
    turns: Sequence[Turn]


@dataclass(frozen=True, slots=True)
class Transcript:
    """All parts, and the moment asked for, in whole seconds, if any."""

    parts: Sequence[Part]
    moment: int | None

    @property
    def contents(self) -> list[Part]:
        """The parts to choose from, where there is a choice."""
        headed = [part for part in self.parts if part.heading]
        return headed if len(headed) > 1 else []

    @property
    def moment_timecode(self) -> str:
        """That moment as players show it."""
        return "" if self.moment is None else timecode(self.moment)

    @property
    def is_timed(self) -> bool:
        """Whether any turn says when it was spoken, so that there are captions."""
        return any(turn.passage.start is not None for part in self.parts for turn in part.turns)

    @property
    def asked_for(self) -> Turn | None:
        """What is said at the moment asked for."""
        return next((turn for part in self.parts for turn in part.turns if turn.is_asked_for), None)


def moment(asked: str) -> int | None:
    """The second of `?t=75`; nothing where that is no time of a recording."""
    return int(float(asked)) if _SECONDS.fullmatch(asked) else None


def transcript(passages: Iterable[Passage], asked: str) -> Transcript:
    """The passages in their order, and what is said at the moment asked for."""
    second = moment(asked)
    rows = list(passages)
    here = _spoken_at(second, rows)
    until = _ends(rows)
    parts: list[tuple[Passage, list[Turn]]] = []
    before = ""
    for row in rows:
        if row.heading or not parts:
            parts.append((row, []))
            before = ""
        who = row.who if row.who != before else ""
        before = row.who
        start = "" if row.start is None else str(row.start)
        parts[-1][1].append(Turn(row, who, start, until.get(row.pk, ""), row == here))
    return Transcript([Part(first.heading, f"part-{first.position}", turns) for first, turns in parts], second)


def _spoken_at(second: int | None, passages: Sequence[Passage]) -> Passage | None:
    """The last passage that has begun by then."""
    begun = [row for row in passages if row.start is not None and second is not None and int(row.start) <= second]
    return max(begun, key=lambda row: (row.start or 0, row.position), default=None)


def _ends(passages: Sequence[Passage]) -> dict[int, str]:
    """When each timed passage ends: as it says, or as the next begins."""
    timed = [row for row in passages if row.start is not None]
    ends = {row.pk: str(after.start) for row, after in pairwise(timed)}
    return ends | {row.pk: str(row.end) for row in timed if row.end is not None}
