"""Who speaks in an interview, and what became of where they worked."""

from collections.abc import Sequence
from dataclasses import dataclass

from interviews.models import Interview, Speaker
from interviews.presenters.history import Line, onward
from organisations import history
from organisations.lineage import Lineage


@dataclass(frozen=True, slots=True)
class Account:
    """A speaker, and what happened to the organisation since; told once where several speak from it."""

    speaker: Speaker
    since: Sequence[Line]


def accounts(interview: Interview, lineage: Lineage) -> list[Account]:
    """One account for each speaker, in their order."""
    told: set[int] = set()
    found = []
    for speaker in interview.speakers.all():
        organisation = speaker.role.organisation
        events = (
            []
            if organisation.pk in told
            else history.since(organisation, speaker.organisation_then, interview.date, lineage)
        )
        told.add(organisation.pk)
        found.append(Account(speaker, onward(events)))
    return found
