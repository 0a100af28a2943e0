"""What an organisation came from and what it became: the closure over successions, to any depth."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from organisations.models.succession import Succession

type Links = Mapping[int, tuple[Succession, ...]]


@dataclass(frozen=True, slots=True)
class Lineage:
    """All successions as a graph held in memory: a few thousand rows at most, read in one query.

    An organisation's *lineage* is itself, everything it came from and everything it became; not its siblings.
    Every walk remembers where it has been, so rows that form a circle end it.
    """

    successors: Links
    predecessors: Links

    @classmethod
    def bare(cls) -> Self:
        """Read every succession, without the organisations: enough to know who is of whose family."""
        return cls.of_rows(Succession.objects.order_by("pk"))

    @classmethod
    def load(cls) -> Self:
        """Read every succession, with both organisations and all their names."""
        return cls.of_rows(
            Succession.objects.select_related("predecessor", "successor").prefetch_related(
                "predecessor__names", "successor__names"
            )
        )

    @classmethod
    def of_rows(cls, successions: Iterable[Succession]) -> Self:
        """The graph of these successions."""
        onward: dict[int, list[Succession]] = defaultdict(list)
        backward: dict[int, list[Succession]] = defaultdict(list)
        for succession in successions:
            onward[succession.predecessor_id].append(succession)
            backward[succession.successor_id].append(succession)
        return cls(
            successors={key: tuple(rows) for key, rows in onward.items()},
            predecessors={key: tuple(rows) for key, rows in backward.items()},
        )

    def became(self, organisation: int) -> tuple[Succession, ...]:
        """Every succession from it and from what it became, nearest first."""
        return _walk(organisation, self.successors, lambda row: row.successor_id)

    def came_from(self, organisation: int) -> tuple[Succession, ...]:
        """Every succession into it and into what it came from, nearest first."""
        return _walk(organisation, self.predecessors, lambda row: row.predecessor_id)

    def family(self, organisation: int) -> frozenset[int]:
        """The ids of its lineage, its own among them."""
        onward = (row.successor_id for row in self.became(organisation))
        backward = (row.predecessor_id for row in self.came_from(organisation))
        return frozenset({organisation, *onward, *backward})

    def families(self, organisations: Iterable[int]) -> frozenset[int]:
        """The ids of the lineages of several organisations together."""
        return frozenset().union(*map(self.family, organisations))

    def path(self, start: int, end: int) -> tuple[Succession, ...]:
        """The shortest chain of successions by which `start` became `end`, in order of time; empty if none."""
        reached_by: dict[int, Succession] = {}
        for row in self.became(start):
            reached_by.setdefault(row.successor_id, row)
        chain: list[Succession] = []
        here = end
        while here != start:
            if here not in reached_by:
                return ()
            chain.append(reached_by[here])
            here = reached_by[here].predecessor_id
        return tuple(reversed(chain))


def _walk(start: int, links: Links, following: Callable[[Succession], int]) -> tuple[Succession, ...]:
    """Breadth first over `links`; each organisation is left once, so each succession is met once."""
    met: list[Succession] = []
    seen = {start}
    queue = deque([start])
    while queue:
        for row in links.get(queue.popleft(), ()):
            met.append(row)
            if following(row) not in seen:
                seen.add(following(row))
                queue.append(following(row))
    return tuple(met)
