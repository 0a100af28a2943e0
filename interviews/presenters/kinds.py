"""Statements by what sort of point they make, in the order a story is told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Case, F, QuerySet, Value, When
from django.utils.text import get_text_list

from interviews.models import Kind, Statement

HEADINGS = {
    Kind.BEFORE: "How it was before",
    Kind.CHALLENGE: "Challenges",
    Kind.STEP: "Steps taken",
    Kind.BENEFIT: "Benefits",
    Kind.OUTCOME: "Outcomes",
    Kind.HINDSIGHT: "Hindsight",
    Kind.ADVICE: "Advice",
}
_TITLES = {
    Kind.BEFORE: "How it was before, told by {who}",
    Kind.CHALLENGE: "A challenge named by {who}",
    Kind.STEP: "A step taken, told by {who}",
    Kind.BENEFIT: "A benefit seen by {who}",
    Kind.OUTCOME: "An outcome told by {who}",
    Kind.HINDSIGHT: "Hindsight from {who}",
    Kind.ADVICE: "Advice from {who}",
}


@dataclass(frozen=True, slots=True)
class Group:
    """Statements of one kind, under its heading."""

    kind: Kind
    heading: str
    statements: Sequence[Statement]


def grouped(statements: Iterable[Statement]) -> list[Group]:
    """One group for each kind there is; within it, the order they came in."""
    rows = list(statements)
    groups = (Group(kind, HEADINGS[kind], [row for row in rows if row.kind == kind]) for kind in Kind)
    return [group for group in groups if group.statements]


def in_order(statements: QuerySet[Statement]) -> QuerySet[Statement]:
    """By kind as above, then the newest interview first; a total order, so that pages do not overlap."""
    rank = Case(*(When(kind=kind, then=Value(number)) for number, kind in enumerate(Kind)))
    return statements.order_by(rank, F("interview__date").desc(nulls_last=True), "-interview", "position")


def title(statement: Statement) -> str:
    """“Advice from Ada Quillfeather”."""
    who = get_text_list([speaker.leader.name for speaker in statement.speakers()], "and")
    return _TITLES[Kind(statement.kind)].format(who=who) if who else statement.get_kind_display()
