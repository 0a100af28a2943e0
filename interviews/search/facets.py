"""How many interviews each option of a filter would leave, under all the other filters."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

type Value = int | str
type Counts = Mapping[str, Mapping[Value, int]]
"""Interviews per option, per filter; an option that would leave none is absent."""


def itself(value: Value) -> Collection[Value]:
    """Count a value for that option only."""
    return (value,)


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter over rows of text: what a row's value is, and which options that counts for.

    A theme counts for the wider one too, and an organisation for those of its lineage.
    """

    name: str
    value: Callable[[str], Value | None]
    counts_for: Callable[[Value], Collection[Value]] = itself


def count(
    facets: Iterable[Facet], groups: Iterable[tuple[str, int]], chosen: Mapping[str, Collection[Value]]
) -> dict[str, Counter[Value]]:
    """Count interviews per option, for filters that look at the same rows.

    A group is the rows of an interview, with spaces between, and how many interviews have just those; `chosen` are
    the options chosen. A row counts for a filter where it passes the others: so that “advice” and “listening” are
    asked of one statement. Rows recur, so each is read once.
    """
    facets = tuple(facets)
    counts: dict[str, Counter[Value]] = {facet.name: Counter() for facet in facets}
    known: dict[str, list[frozenset[Value]]] = {}
    for rows, interviews in groups:
        options = []
        for row in rows.split():
            if row not in known:
                known[row] = _options(facets, row, chosen)
            options.append(known[row])
        for place, facet in enumerate(facets):
            for option in frozenset().union(*(of_row[place] for of_row in options)):
                counts[facet.name][option] += interviews
    return counts


def _options(facets: tuple[Facet, ...], row: str, chosen: Mapping[str, Collection[Value]]) -> list[frozenset[Value]]:
    """For each filter, the options that the row counts for: none where it fails another filter."""
    values = {facet.name: facet.value(row) for facet in facets}
    failed = {name for name, value in values.items() if name in chosen and value not in chosen[name]}
    return [
        frozenset(facet.counts_for(value))
        if (value := values[facet.name]) not in {None, ""} and not failed - {facet.name}
        else frozenset()
        for facet in facets
    ]
