"""The themes as a tree and as a table by kind of statement, what is said on one, and what is raised beside it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, sqrt

from django.core.paginator import Page
from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Coalesce

from interviews.models import Kind, Speaker, Statement, Theme
from interviews.presenters import kinds

STEPS = 4
"""Shades of the table, beside none for nothing."""
RELATED = 6


@dataclass(frozen=True, slots=True)
class Branch:
    """A theme, how many statements of each kind are on it or on a narrower one, and the narrower ones."""

    theme: Theme
    by_kind: Mapping[str, int]
    narrower: tuple["Branch", ...] = ()

    @property
    def count(self) -> int:
        """How many statements there are: each is of one kind."""
        return sum(self.by_kind.values())


@dataclass(frozen=True, slots=True)
class Cell:
    """Statements of one kind on one theme, and how dark they make their cell: from 0 to `STEPS`."""

    kind: str
    count: int
    step: int


@dataclass(frozen=True, slots=True)
class Row:
    """A theme with a cell for every kind; `wider` is the theme above it, where there is one."""

    theme: Theme
    wider: Theme | None
    cells: Sequence[Cell]
    count: int


@dataclass(frozen=True, slots=True)
class Section:
    """The statements of one kind that stand on this page, of `count` in all; `continued` from the page before."""

    kind: str
    heading: str
    count: int
    address: str
    statements: Sequence[Statement]
    continued: bool


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks on a theme: how many leaders, at how many organisations, in how many interviews."""

    leaders: int
    organisations: int
    interviews: int


def tree() -> list[Branch]:
    """Every public theme, the wider ones at the top; three queries."""
    themes = list(Theme.objects.published())
    statements = Statement.objects.published().order_by()
    own = _by_kind(statements, F("themes"))
    whole = _by_kind(statements, Coalesce("themes__parent", "themes"))

    def narrower(wider: Theme) -> tuple[Branch, ...]:
        return tuple(Branch(theme, own.get(theme.pk, {})) for theme in themes if theme.parent_id == wider.pk)

    return [Branch(theme, whole.get(theme.pk, {}), narrower(theme)) for theme in themes if theme.parent_id is None]


def matrix(branches: Sequence[Branch]) -> list[list[Row]]:
    """The same as a table: the rows of each wider theme and of those below it."""
    most = max((count for wider in branches for count in wider.by_kind.values()), default=0)

    def row(wider: Branch, branch: Branch) -> Row:
        counts = {str(kind): branch.by_kind.get(kind, 0) for kind in Kind}
        cells = [Cell(kind, count, _step(count, most)) for kind, count in counts.items()]
        return Row(branch.theme, None if branch is wider else wider.theme, cells, branch.count)

    return [[row(wider, branch) for branch in (wider, *wider.narrower)] for wider in branches]


def branch(theme: Theme) -> Branch:
    """A public theme with what is below it; three queries."""
    return next(one for wider in tree() for one in (wider, *wider.narrower) if one.theme == theme)


def sections(branch: Branch, page: Page[Statement]) -> list[Section]:
    """All kinds of statement on a theme, each with those that stand on this page of the whole list."""
    groups = {group.kind: group.statements for group in kinds.grouped(page.object_list)}
    found, before = [], 0
    for kind in (kind for kind in Kind if branch.by_kind.get(kind)):
        number = before // page.paginator.per_page + 1
        address = f"{branch.theme.get_absolute_url()}{f'?page={number}' if number > 1 else ''}#{kind}"
        count, shown = branch.by_kind[kind], groups.get(kind, [])
        found.append(Section(kind, kinds.HEADINGS[kind], count, address, shown, continued=number < page.number))
        before += count
    return found


def related(theme: Theme, covered: Collection[int]) -> QuerySet[Theme]:
    """Other themes of the published statements on these, each with the number `shared`, most first.

    Not the theme above it: what is on a narrower theme belongs to the wider one anyway.
    """
    statements = Statement.objects.published().filter(themes__in=covered)
    others = Theme.objects.filter(statements__in=statements).exclude(pk__in=[*covered, theme.parent_id or theme.pk])
    return others.annotate(shared=Count("statements", distinct=True)).order_by("-shared", "name")[:RELATED]


def voices(covered: Collection[int]) -> Voices:
    """Who makes the published statements on these themes."""
    statements = Statement.objects.published().filter(themes__in=covered)
    named = Q(statements__in=statements)
    all_of_them = Q(interview__in=statements.filter(speaker=None).values("interview"))
    counts = Speaker.objects.filter(named | all_of_them).aggregate(
        leaders=Count("role__leader", distinct=True), organisations=Count("role__organisation", distinct=True)
    )
    return Voices(**counts, interviews=statements.aggregate(count=Count("interview", distinct=True))["count"])


def _by_kind(statements: QuerySet[Statement], counted_on: F | Coalesce) -> Mapping[int, Mapping[str, int]]:
    """How many of each kind there are, for each theme that they are counted on."""
    rows = statements.values_list(counted_on, "kind").annotate(Count("pk", distinct=True))
    counts: dict[int, dict[str, int]] = defaultdict(dict)
    for theme, kind, count in rows:
        counts[theme][kind] = count
    return counts


def _step(count: int, most: int) -> int:
    """The shade of a number: by its root, so that a few stay apart where somewhere there are many."""
    return ceil(STEPS * sqrt(count / most)) if count else 0
