"""What was said in a lineage: under the name that the organisation had at the time, by interview, newest first."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Q

from interviews.models import Interview, Speaker, Statement
from interviews.presenters.leaders import Said


@dataclass(frozen=True, slots=True)
class Point:
    """A statement by its id, the interview it stands in, and what its organisation was called then."""

    statement: int
    interview: int
    name: str


@dataclass(frozen=True, slots=True)
class Under:
    """A name, and what was said under it."""

    name: str
    said: Sequence[Said]


def speakers(family: Collection[int]) -> list[Speaker]:
    """Everybody who speaks from these organisations in something published, newest interview first; two queries."""
    rows = (
        Speaker.objects.filter(interview__in=Interview.objects.published(), role__organisation__in=family)
        .select_related("interview", "role__organisation")
        .prefetch_related("role__organisation__names")
    )
    return sorted(rows, key=_newest_first)


def points(family: Collection[int], voices: Sequence[Speaker]) -> list[Point]:
    """Every statement of theirs, in the order of the page: by name, the latest spoken under first; one query.

    Only the order is worked out here, since the database does not know the names of the time; a page of it is
    fetched by `under_names`.
    """
    own = Q(speaker__role__organisation__in=family)
    shared = Q(speaker=None, interview__speakers__role__organisation__in=family)
    rows = Statement.objects.published().filter(own | shared).distinct().order_by("interview_id", "position")
    statements: dict[int, list[tuple[int, int | None]]] = {}
    for pk, interview, said_by in rows.values_list("pk", "interview_id", "speaker_id"):
        statements.setdefault(interview, []).append((pk, said_by))
    by_name: dict[str, list[Point]] = {}
    placed: set[int] = set()
    for voice in voices:
        name = voice.organisation_then
        for statement, whose in statements.get(voice.interview_id, ()):
            if statement not in placed and whose in {None, voice.pk}:
                placed.add(statement)
                by_name.setdefault(name, []).append(Point(statement, voice.interview_id, name))
    return [point for those in by_name.values() for point in those]


def under_names(page: Iterable[Point]) -> list[Under]:
    """These statements as cards show them, each interview once under each name."""
    wanted = list(page)
    rows = Statement.objects.published().filter(pk__in=[point.statement for point in wanted]).for_cards()
    known: Mapping[int, Statement] = {row.pk: row for row in rows}
    there = [point for point in wanted if point.statement in known]
    return [
        Under(name, [_said(list(those), known) for _, those in groupby(group, lambda point: point.interview)])
        for name, group in groupby(there, lambda point: point.name)
    ]


def _said(those: Sequence[Point], known: Mapping[int, Statement]) -> Said:
    statements = [known[point.statement] for point in those]
    return Said(statements[0].interview, statements)


def _newest_first(speaker: Speaker) -> tuple[bool, int, int, int]:
    when = speaker.interview.date
    return (when is None, -(when.earliest if when else date.min).toordinal(), -speaker.interview_id, speaker.position)
