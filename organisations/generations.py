"""A lineage in generations: whoever comes from another stands below it, so that every line of descent goes down."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from organisations.models import Organisation, Succession

type _Node = int | tuple[int, int]
"""An organisation, by its id, or the place where a succession passes a generation: its id and that generation."""

_SWEEPS = 4  # down and up, twice: what is drawn is small, and more would change nothing


@dataclass(frozen=True, slots=True)
class Way:
    """A succession, and the places it passes: one in each generation from the predecessor to the successor.

    A place is `(generation, number within it)`. Where the data goes round in a circle, the row that closes it leads
    back up, straight from the one to the other.
    """

    row: Succession
    places: Sequence[tuple[int, int]]

    @property
    def leads_back(self) -> bool:
        """Whether it closes a circle."""
        return self.places[0][0] >= self.places[-1][0]


@dataclass(frozen=True, slots=True)
class Generations:
    """Rows of organisations, oldest first; None where only a line passes."""

    rows: Sequence[Sequence[Organisation | None]]
    ways: Sequence[Way]


def arrange(start: Organisation, successions: Iterable[Succession]) -> Generations:
    """Put `start` and everything in `successions` in generations, in an order that keeps lines short."""
    ordered = list({row.pk: row for row in successions}.values())
    known = {start.pk: start}
    for row in ordered:
        known.setdefault(row.predecessor_id, row.predecessor)
        known.setdefault(row.successor_id, row.successor)
    levels = _levels(known, ordered)
    layers: list[list[_Node]] = [[] for _ in range(max(levels.values()) + 1)]
    for pk in known:
        layers[levels[pk]].append(pk)
    chains: list[list[_Node]] = []
    for row in ordered:
        between = range(levels[row.predecessor_id] + 1, levels[row.successor_id])
        passed: list[_Node] = [(row.pk, level) for level in between]
        for level, node in zip(between, passed, strict=True):
            layers[level].append(node)
        chains.append([row.predecessor_id, *passed, row.successor_id])
    _untangle(layers, chains)
    place = {node: (level, number) for level, layer in enumerate(layers) for number, node in enumerate(layer)}
    return Generations(
        rows=[[known[node] if isinstance(node, int) else None for node in layer] for layer in layers],
        ways=[Way(row, [place[node] for node in chain]) for row, chain in zip(ordered, chains, strict=True)],
    )


def _levels(known: Mapping[int, Organisation], rows: Sequence[Succession]) -> dict[int, int]:
    """The generation of each: just below the lowest it comes from, rows that close a circle left aside."""
    into: dict[int, list[int]] = defaultdict(list)
    onward: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        into[row.successor_id].append(row.predecessor_id)
        onward[row.predecessor_id].append(row.successor_id)
    levels: dict[int, int] = {}
    for pk in known:
        _settle(pk, into, levels)
    # Who comes from nobody stands just above the first it went into, not at the top.
    beginnings = {pk: min(levels[after] for after in onward[pk]) - 1 for pk in known if onward[pk] and not into[pk]}
    return levels | beginnings


def _settle(start: int, into: Mapping[int, Sequence[int]], levels: dict[int, int]) -> None:
    """Find the level of one and of all it comes from; by hand, since a chain may be longer than Python's stack."""
    pending = [start]
    on_the_way: set[int] = set()
    while pending:
        here = pending[-1]
        if here in levels:
            pending.pop()
            continue
        on_the_way.add(here)
        missing = [pk for pk in into.get(here, ()) if pk not in levels and pk not in on_the_way]
        if missing:
            pending.append(missing[0])
        else:
            levels[here] = 1 + max((levels[pk] for pk in into.get(here, ()) if pk in levels), default=-1)
            pending.pop()


def _untangle(layers: list[list[_Node]], chains: Sequence[Sequence[_Node]]) -> None:
    """Order each generation by the middle of what its nodes are joined to, downwards and upwards by turns."""
    above: dict[_Node, list[_Node]] = defaultdict(list)
    below: dict[_Node, list[_Node]] = defaultdict(list)
    for chain in chains:
        for upper, lower in pairwise(chain):
            below[upper].append(lower)
            above[lower].append(upper)
    for sweep in range(_SWEEPS):
        joined, order = (above, layers) if sweep % 2 == 0 else (below, layers[::-1])
        for fixed, free in pairwise(order):
            place = {node: number for number, node in enumerate(fixed)}
            middle = {
                node: _middle([place[other] for other in joined[node] if other in place], number)
                for number, node in enumerate(free)
            }
            free.sort(key=middle.__getitem__)


def _middle(places: Sequence[int], own: int) -> float:
    return sum(places) / len(places) if places else float(own)
