"""The history of an organisation as lines to read, the other organisation in each a link where it has a page."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from organisations import history
from organisations.lineage import Lineage
from organisations.models import Organisation, Succession
from organisations.partial_dates import PartialDate


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence in three parts, of which `name` may be the link to `organisation`."""

    start: str
    name: str
    end: str
    organisation: Organisation | None
    date: PartialDate | None
    source_url: str


def onward(events: Iterable[history.Event]) -> list[Line]:
    """What became of it, each line leading to the organisation afterwards."""
    return [
        Line(*event.sentence.rpartition(event.name), event.became, event.date, event.source_url) for event in events
    ]


def whole(organisation: Organisation, lineage: Lineage, public: Collection[int]) -> list[Line]:
    """All that led to it, happened to it and became of it, oldest first; links to public organisations only.

    The renames of the others in its lineage are among it: it tells the same as the picture of the lineage.
    """
    before, after = lineage.came_from(organisation.pk), lineage.became(organisation.pk)
    others = {row.predecessor_id: row.predecessor for row in before} | {
        row.successor_id: row.successor for row in after
    }
    others.pop(organisation.pk, None)
    successions = {row.pk: _line(row, row.predecessor) for row in before}
    successions |= {row.pk: _line(row, row.successor) for row in after}
    renames = [*_renames(organisation, None), *(line for other in others.values() for line in _renames(other, other))]
    told = sorted([*renames, *successions.values()], key=lambda line: line.date or PartialDate(9999))
    return [line if _is_public(line, public) else _unlinked(line) for line in told]


def _renames(organisation: Organisation, leads_to: Organisation | None) -> list[Line]:
    events = history.renames(organisation)
    return [Line(*event.sentence.rpartition(event.name), leads_to, event.date, "") for event in events]


def _line(row: Succession, other: Organisation) -> Line:
    event = history.succession(row)
    if other == row.successor:
        return Line(*event.sentence.rpartition(event.name), other, row.date, row.source_url)
    name = other.name_at(row.date.day_before() if row.date else None)
    return Line(*event.sentence.partition(name), other, row.date, row.source_url)


def _is_public(line: Line, public: Collection[int]) -> bool:
    return line.organisation is None or line.organisation.pk in public


def _unlinked(line: Line) -> Line:
    return Line(line.start + line.name + line.end, "", "", None, line.date, line.source_url)
