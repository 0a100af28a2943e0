"""From where a statement was made, as pairs of a label and a value."""

from collections.abc import Iterator

from interviews.models import Statement
from interviews.presenters.facts import Fact, place


def facts_of(statement: Statement) -> Iterator[Fact]:
    """At which level and in what sort of organisation its speakers worked then, and where it can be read or seen."""
    roles = [speaker.role for speaker in statement.speakers()]
    levels = dict.fromkeys(role.get_level_display() for role in roles)
    places = [role.organisation for role in roles]
    sectors = dict.fromkeys(f"{there.get_sector_display()}, {place(there)}" for there in places)
    if roles:
        yield Fact("Level then", "; ".join(levels))
        yield Fact("Sector and place", "; ".join(sectors))
    yield Fact("Format", statement.interview.get_format_display())
    yield Fact("Source", statement.interview.publisher, statement.interview.source_url)
