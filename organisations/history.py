"""What happened to an organisation, as events a reader can follow: renames and successions."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from organisations.lineage import Lineage
from organisations.models import Organisation, Succession, SuccessionKind
from organisations.partial_dates import PartialDate

_RENAMED = "{before} was renamed {after}"
_SENTENCES: dict[SuccessionKind | None, str] = {
    SuccessionKind.ACQUIRED: "{before} was acquired by {after}",
    SuccessionKind.MERGED: "{before} merged into {after}",
    SuccessionKind.SPLIT: "{before} was split and a part went to {after}",
    SuccessionKind.PART_TRANSFER: "Part of {before} was transferred to {after}",
}


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, with the names of the time; a rename has no `kind`.

    `was` is the organisation it happened to, then called `before`; `became` is the organisation afterwards, called
    `name` since.
    """

    date: PartialDate | None
    was: Organisation
    before: str
    became: Organisation
    name: str
    kind: SuccessionKind | None = None
    source_url: str = ""

    @property
    def words(self) -> str:
        """What happened, without its date."""
        return _SENTENCES.get(self.kind, _RENAMED).format(before=self.before, after=self.name)

    @property
    def sentence(self) -> str:
        """A full sentence, with its date where known."""
        return f"{self.words} {self.date.display_when()}." if self.date else f"{self.words}."


def renames(organisation: Organisation) -> list[Event]:
    """Each time its official name changed, oldest first; known only where the names carry dates."""
    dated = [name for name in organisation.names.all() if name.is_official and name.is_dated]
    dated.sort(key=lambda name: name.sort_date)
    steps = [(before.name, after.name, after.start) for before, after in pairwise(dated)]
    if dated and dated[-1].end and dated[-1].name != organisation.name:
        steps.append((dated[-1].name, organisation.name, dated[-1].end.day_after()))
    return [Event(date, organisation, before, organisation, after) for before, after, date in steps]


def succession(row: Succession) -> Event:
    """One succession, told with the names of its day."""
    before = row.predecessor.name_at(row.date.day_before() if row.date else None)
    after = row.successor.name_at(row.date)
    return Event(row.date, row.predecessor, before, row.successor, after, SuccessionKind(row.kind), row.source_url)


def since(organisation: Organisation, called: str, date: PartialDate | None, lineage: Lineage) -> list[Event]:
    """What became of it after `date`, when it was `called` so, to any depth, oldest first.

    Where the date is unknown or vague, what led to the name it was called by is left out.
    """
    events = list(_onward(organisation, date, lineage, {organisation.pk}))
    events.sort(key=lambda event: event.date or PartialDate(9999))
    own = renames(organisation)
    named = [number for number, event in enumerate(events) if event.name == called and event in own]
    return events[named[-1] + 1 :] if named else events


def connection(start: Organisation, end: Organisation, lineage: Lineage) -> list[Event]:
    """How `start` became `end`, or the other way round, oldest first.

    The successions on the way, and every rename of whatever stands on it, so that each name can be followed.
    """
    path = lineage.path(start.pk, end.pk) or lineage.path(end.pk, start.pk)
    places = {place.pk: place for row in path for place in (row.predecessor, row.successor)}
    events = [event for place in places.values() for event in renames(place)] + list(map(succession, path))
    return sorted(events, key=lambda event: event.date or PartialDate(9999))


def _onward(organisation: Organisation, date: PartialDate | None, lineage: Lineage, seen: set[int]) -> Iterator[Event]:
    """Its own events after `date`, and those of whatever it went into, from then on."""
    for event in renames(organisation):
        if _is_after(event.date, date):
            yield event
    for row in lineage.successors.get(organisation.pk, ()):
        if not _is_after(row.date, date):
            continue
        yield succession(row)
        if row.successor_id not in seen:
            seen.add(row.successor_id)
            yield from _onward(row.successor, row.date or date, lineage, seen)


def _is_after(event: PartialDate | None, date: PartialDate | None) -> bool:
    """Whether the event may have come after the date; what is unknown may."""
    return event is None or date is None or event.latest > date.earliest
