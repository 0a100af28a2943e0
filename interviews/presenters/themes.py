"""The themes as a tree, with how much was said on each."""

from dataclasses import dataclass

from django.db.models import Count
from django.db.models.functions import Coalesce

from interviews.models import Statement, Theme


@dataclass(frozen=True, slots=True)
class Branch:
    """A theme, how many statements are on it or on a narrower one, and the narrower ones."""

    theme: Theme
    count: int
    narrower: tuple["Branch", ...] = ()


def tree() -> list[Branch]:
    """Every public theme, the wider ones at the top; three queries."""
    themes = list(Theme.objects.published())
    statements = Statement.objects.published().order_by()
    own = dict(statements.values_list("themes").annotate(Count("pk")))
    top = statements.annotate(top=Coalesce("themes__parent", "themes"))
    whole = dict(top.values_list("top").annotate(Count("pk", distinct=True)))

    def narrower(wider: Theme) -> tuple[Branch, ...]:
        return tuple(Branch(theme, own.get(theme.pk, 0)) for theme in themes if theme.parent_id == wider.pk)

    return [Branch(theme, whole.get(theme.pk, 0), narrower(theme)) for theme in themes if theme.parent_id is None]
