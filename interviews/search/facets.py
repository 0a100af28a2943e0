"""How many interviews each option of a filter would leave, under all the other filters."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

type Value = int | str
type Counts = Mapping[str, Mapping[Value, int]]
"""Interviews per option, per filter; an option that would leave none is absent."""


def itself(value: Value) -> Collection[Value]:
    """Count a value for that option only."""
    return (value,)


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter: its name, and which options a value counts for.

    A theme counts for the wider one too, and an organisation for those of its lineage.
    """

    name: str
    counts_for: Callable[[Value], Collection[Value]] = itself


def count(
    facets: Sequence[Facet],
    groups: Iterable[tuple[str, int]],
    read: Callable[[str], Sequence[Value | None]],
    chosen: Mapping[str, Collection[Value]],
) -> Counts:
    """Count interviews per option, for filters that look at the same rows.

    A group is the rows of an interview, with spaces between, and how many interviews have just those; `read` says
    what a row is for each filter; `chosen` are the options chosen. A row counts for a filter where it passes the
    others: so that “advice” and “listening” are asked of one statement. Rows recur, so each is read once.
    """
    counts: list[defaultdict[Value, int]] = [defaultdict(int) for _ in facets]
    known: dict[str, list[Collection[Value]]] = {}
    alone: Counter[str] = Counter()
    for rows, interviews in groups:
        several = rows.split()
        for row in several:
            if row not in known:
                known[row] = _options(facets, read(row), chosen)
        if len(several) == 1:
            alone[rows] += interviews
        else:
            # An interview counts once for an option, however many of its rows do.
            of_rows = [known[row] for row in several]
            for place, counted in enumerate(counts):
                for option in frozenset().union(*[options[place] for options in of_rows]):
                    counted[option] += interviews
    for row, interviews in alone.items():
        for counted, options in zip(counts, known[row], strict=True):
            for option in options:
                counted[option] += interviews
    return {facet.name: counted for facet, counted in zip(facets, counts, strict=True)}


def _options(
    facets: Sequence[Facet], values: Sequence[Value | None], chosen: Mapping[str, Collection[Value]]
) -> list[Collection[Value]]:
    """For each filter, the options that a row of these values counts for: none where it fails another filter."""
    pairs = list(zip(facets, values, strict=True))
    failed = (
        {facet.name for facet, value in pairs if value not in chosen.get(facet.name, (value,))} if chosen else set()
    )
    return [facet.counts_for(value) if value and failed <= {facet.name} else () for facet, value in pairs]
