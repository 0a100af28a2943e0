"""How many interviews each option of a filter would leave, under all the other filters."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

type Value = int | str
type Counts = Mapping[str, Mapping[Value, int]]
"""Interviews per option, per filter; an option that would leave none is absent."""


def itself(value: Value) -> Collection[Value]:
    """Count a value for that option only."""
    return (value,)


type Options = frozenset[tuple[str, Value]]
"""Names of filters, each with an option."""
_NONE: Options = frozenset()


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter: its name, and which options a value counts for.

    A theme counts for the wider one too, and an organisation for those of its lineage.
    """

    name: str
    counts_for: Callable[[Value], Collection[Value]] = itself


def count(names: Iterable[str], groups: Iterable[tuple[str, int]], options: Callable[[str], Options]) -> Counts:
    """Count interviews per option, for filters of these names that look at the same rows.

    A group is the rows of an interview, with spaces between, and how many interviews have just those; `options` says
    what a row counts for. Rows recur, so each is asked about once.
    """
    known: dict[str, Options] = {}
    totals: Counter[tuple[str, Value]] = Counter()
    once: list[Options] = []
    for rows, interviews in groups:
        several = rows.split()
        for row in several:
            if row not in known:
                known[row] = options(row)
        # An interview counts once for an option, however many of its rows do.
        of_interview = known[rows] if len(several) == 1 else _NONE.union(*[known[row] for row in several])
        if interviews == 1:
            once.append(of_interview)
        else:
            for pair in of_interview:
                totals[pair] += interviews
    totals.update(chain.from_iterable(once))
    counts: dict[str, dict[Value, int]] = {name: {} for name in names}
    for (name, option), interviews in totals.items():
        counts[name][option] = interviews
    return counts


def options(
    facets: Iterable[Facet], values: Iterable[Value | None], chosen: Mapping[str, Collection[Value]]
) -> Options:
    """What a row of these values counts for: of each filter, where the row passes the others.

    So that “advice” and “listening” are asked of one statement.
    """
    pairs = list(zip(facets, values, strict=True))
    failed = {facet.name for facet, value in pairs if value not in chosen.get(facet.name, (value,))}
    return frozenset(
        (facet.name, option)
        for facet, value in pairs
        if value and failed <= {facet.name}
        for option in facet.counts_for(value)
    )
