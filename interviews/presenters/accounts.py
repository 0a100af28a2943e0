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

    @property
    def later(self) -> str:
        """The name the organisation has now, or had last, where no line of its history says so."""
        name = self.speaker.organisation_now
        if not name or any(line.name == name for line in self.since):
            return ""
        return f"Later {name}." if self.speaker.role.organisation.closed else f"Now {name}."


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
