"""What became of where an interview was given, in one sentence; with its age, all that is said of age in a line.

“Since then: renamed North West Boroughs Healthcare (2017), part transferred to Greater Manchester Mental Health and
the rest acquired by Mersey Care (2021).”
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from interviews.models import Interview, Speaker
from organisations import history
from organisations.history import Event
from organisations.lineage import Lineage
from organisations.models import SuccessionKind
from organisations.partial_dates import PartialDate
from organisations.short_names import short_name

# Each as it follows “Since then:”, and as it follows the name of what it happened to.
_RENAMED = ("renamed {}", "was renamed {}")
_WORDS: dict[SuccessionKind | None, tuple[str, str]] = {
    SuccessionKind.ACQUIRED: ("acquired by {}", "was acquired by {}"),
    SuccessionKind.MERGED: ("merged into {}", "merged into {}"),
    SuccessionKind.SPLIT: ("split, a part going to {}", "was split, a part going to {}"),
    SuccessionKind.PART_TRANSFER: ("part transferred to {}", "had a part transferred to {}"),
}
_NO_LINEAGE = Lineage({}, {})
_IN_PART = {SuccessionKind.SPLIT, SuccessionKind.PART_TRANSFER}
_AS_A_WHOLE = {SuccessionKind.ACQUIRED, SuccessionKind.MERGED}


@dataclass(frozen=True, slots=True)
class Story:
    """What happened to the organisation of one speaker, and to what it became, after an interview of `date`."""

    speaker: Speaker
    date: PartialDate | None
    events: Sequence[Event]

    @property
    def is_surely_since(self) -> bool:
        """Whether it is known to follow the interview: by its date, or by the name that was still in use."""
        first = self.events[0]
        return self.date is not None or (first.kind is None and first.before == self.speaker.organisation_then)

    def clauses(self, *, named: bool) -> Iterator[str]:
        """What happened to the organisation itself, then to each that it went into; `named` says whose the first is."""
        by_place: dict[int, list[Event]] = {self.speaker.role.organisation_id: []}
        for event in self.events:
            by_place.setdefault(event.was.pk, []).append(event)
        for place, events in by_place.items():
            if events:
                known = place == self.speaker.role.organisation_id and not named
                yield _clause(events, self.date, "" if known else short_name(events[0].before))


def stories(interview: Interview, lineage: Lineage) -> list[Story]:
    """One for each organisation spoken from that something happened to; nothing is told twice.

    Reads the speakers with their organisations' names, as `for_cards` fetches them, and asks nothing more.
    """
    found: list[Story] = []
    told: set[tuple[int, int, str]] = set()
    for speaker in interview.speakers.all():
        events = history.since(speaker.role.organisation, speaker.organisation_then, interview.date, lineage)
        fresh = [event for event in events if (event.was.pk, event.became.pk, event.words) not in told]
        told |= {(event.was.pk, event.became.pk, event.words) for event in fresh}
        if fresh:
            found.append(Story(speaker, interview.date, fresh))
    return found


def since_sentence(interview: Interview, lineage: Lineage) -> str:
    """“Since then: acquired by Mersey Care (2021).”; empty where nothing is known to have happened.

    Where people speak from several organisations, each is named. Where nobody knows when the interview was, what is
    told may have happened before it, unless it was the end of the name that was still in use; the sentence says which.
    """
    found = stories(interview, lineage)
    if not found:
        return ""
    several = len({speaker.role.organisation_id for speaker in interview.speakers.all()}) > 1
    told = "; ".join(clause for story in found for clause in story.clauses(named=several))
    return f"{_when(interview, found)}: {told}."


def age_sentence(interview: Interview, lineage: Lineage) -> str:
    """All that is said of its age: when and how long ago, what happened since, and what its last review found."""
    age = interview.age
    return " ".join(filter(None, [f"{age.sentence}.", since_sentence(interview, lineage), age.review]))


def renamed_since(interview: Interview) -> str:
    """“Renamed since: North West Boroughs Healthcare (2017)”; empty where that is not known. Reads no lineage."""
    names = []
    for story in stories(interview, _NO_LINEAGE):
        last = [event for event in story.events if _is_surely_after(event, story.date)][-1:]
        names += [f"{short_name(event.name)} ({_year(event, story.date)})" for event in last if story.is_surely_since]
    return f"Renamed since: {_joined(list(dict.fromkeys(names)))}" if names else ""


def _when(interview: Interview, found: Sequence[Story]) -> str:
    """“Since then”, of which there is no then without a date."""
    if not all(story.is_surely_since for story in found):
        return "Before or since"
    return "Since then" if interview.date else "Later"


def _clause(events: Sequence[Event], after: PartialDate | None, subject: str) -> str:
    """What happened to one organisation, by years: “renamed A (2017), merged into B (2021)”."""
    parts = [f"{subject} " if subject else ""]
    in_part = False
    for number, (year, those) in enumerate(groupby(events, lambda event: _year(event, after))):
        phrases: list[str] = []
        for event in those:
            phrases.append(_phrase(event, named=bool(subject and not phrases), rest=in_part))
            in_part = event.kind in _IN_PART or (in_part and event.kind is None)
        parts.append(f"{', ' if number else ''}{_joined(phrases)} ({year})")
    return "".join(parts)


def _phrase(event: Event, *, named: bool, rest: bool) -> str:
    """One event in a few words; `rest` where a part has gone before, and this is another or all that was left."""
    name = short_name(event.name)
    if event.kind is None and name == short_name(event.before):
        name = event.name
    words = _WORDS.get(event.kind, _RENAMED)
    if rest and event.kind == SuccessionKind.SPLIT:
        return f"a part going to {name}"
    if rest and event.kind in _AS_A_WHOLE:
        return f"{'had ' if named else ''}the rest {words[0].format(name)}"
    return words[named].format(name)


def _joined(phrases: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(phrases[:-1]), phrases[-1]]))


def _year(event: Event, after: PartialDate | None) -> str:
    """“2021”, “probably 2021”, and whether that may have been before the interview."""
    if event.date is None:
        return "date not known"
    year = f"{'probably ' if event.date.probable else ''}{event.date.year}"
    return year if _is_surely_after(event, after) else f"{year}, perhaps before"


def _is_surely_after(event: Event, date: PartialDate | None) -> bool:
    """Whether it came after whatever day the date may mean; where one is not known, that is told otherwise."""
    return event.date is None or date is None or event.date.earliest > date.latest
