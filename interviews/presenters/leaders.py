"""Leaders in the order of their surnames, and what each said in which role."""

import datetime as dt
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from interviews.models import Interview, Speaker, Statement
from interviews.presenters import facts
from organisations.models import Leader, Role


@dataclass(frozen=True, slots=True)
class Entry:
    """A leader, and the latest published interview's words for who they were."""

    leader: Leader
    latest: Speaker
    interviews: int

    @property
    def surname(self) -> str:
        """The last word of the name, in small letters without accents, to sort by."""
        return plain(self.leader.name.split()[-1])


@dataclass(frozen=True, slots=True)
class Letter:
    """The leaders whose surnames begin with it."""

    letter: str
    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class Said:
    """An interview, and which of its statements are meant."""

    interview: Interview
    statements: Sequence[Statement]

    @property
    def is_alone(self) -> bool:
        """Whether nobody else speaks in it."""
        return len(self.interview.speakers.all()) == 1


@dataclass(frozen=True, slots=True)
class Post:
    """A role of a leader: the organisation by the name of the time, and what the leader said in that role."""

    role: Role
    organisation: str
    is_public: bool
    said: Sequence[Said]

    @property
    def when(self) -> str:
        """“2010 to August 2014”, “From 2010, until when is not known”, or what is known instead."""
        start, end = self.role.start, self.role.end
        if start and end:
            return facts.span(start, end)
        if start:
            return f"From {start.display()}, until when is not known"
        return f"Until {end.display()}, since when is not known" if end else "Dates not known"

    @property
    def sort_date(self) -> dt.date:
        """The last day it was surely held or spoken from; the earliest of all days where nothing is known."""
        known = [
            date for date in (self.role.start, self.role.end, *(said.interview.date for said in self.said)) if date
        ]
        return max((date.latest for date in known), default=dt.date.min)


def plain(text: str) -> str:
    """Small letters without accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def alphabet(leaders: Iterable[Leader], speakers: Iterable[Speaker]) -> list[Letter]:
    """These leaders by surname; `speakers` are those of the published interviews, newest interview first."""
    by_leader: dict[int, list[Speaker]] = defaultdict(list)
    for speaker in speakers:
        by_leader[speaker.role.leader_id].append(speaker)
    entries = [
        Entry(leader, spoken[0], len({speaker.interview_id for speaker in spoken}))
        for leader in leaders
        if (spoken := by_leader.get(leader.pk))
    ]
    entries.sort(key=lambda entry: (entry.surname, plain(entry.leader.name), entry.leader.pk))
    return [Letter(letter, list(those)) for letter, those in groupby(entries, lambda entry: entry.surname[0].upper())]


def posts(roles: Iterable[Role], interviews: Sequence[Interview], public: Collection[int]) -> list[Post]:
    """What a leader did over the years, latest first, what nobody knows the time of last."""
    told = [post(role, interviews, is_public=role.organisation_id in public) for role in roles]
    return sorted(told, key=lambda one: one.sort_date, reverse=True)


def post(role: Role, interviews: Iterable[Interview], *, is_public: bool) -> Post:
    """This role with what of these interviews was said in it."""
    said = []
    names = []
    for interview in interviews:
        for speaker in interview.speakers.all():
            if speaker.role_id == role.pk:
                names.append(speaker.organisation_then)
                said.append(Said(interview, [row for row in interview.statements.all() if speaker in row.speakers()]))
    known = role.end or role.start
    name = role.organisation.name_at(known) if known or not names else names[0]
    return Post(role, name, is_public, said)
