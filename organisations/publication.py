"""Which roles the public may see: asked of the app that publishes what was said, which registers its answer.

Nothing is public until an answer is registered. So this app shows no more than the app above it has published,
without knowing that app.
"""

from collections.abc import Callable

from django.db.models import Q

type Condition = Callable[[str], Q]
"""From the lookup that leads to a role (`roles`, `pk`) to a condition on that role."""

_NOTHING = Q(pk__in=[])
_conditions: dict[str, Condition] = {}


def register(*, speaks_in_public: Condition, speaks_nowhere: Condition) -> None:
    """Say which roles speak in something published, and which in nothing at all."""
    _conditions.update(in_public=speaks_in_public, nowhere=speaks_nowhere)


def speaks_in_public(role: str) -> Q:
    """Condition: the role that the lookup leads to speaks in something published."""
    return _conditions["in_public"](role) if _conditions else _NOTHING


def speaks_nowhere(role: str) -> Q:
    """Condition: the role that the lookup leads to speaks in nothing, so it gives nothing unpublished away."""
    return _conditions["nowhere"](role) if _conditions else _NOTHING
