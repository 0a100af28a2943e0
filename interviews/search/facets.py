"""How many interviews each option of a filter would leave, under all the other filters."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

type Value = int | str
type Row = tuple[int, Mapping[str, Value | None]]
"""An interview's id, and what one of its statements or speakers is, by the name of the filter."""
type Counts = Mapping[str, Mapping[Value, int]]
"""Interviews per option, per filter; an option that would leave none is absent."""


def itself(value: Value) -> Collection[Value]:
    """Count a value for that option only."""
    return (value,)


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter. `counts_for` says which options a value counts for: a theme counts for the wider one too."""

    name: str
    counts_for: Callable[[Value], Collection[Value]] = itself


def count(facets: Iterable[Facet], rows: Collection[Row], chosen: Mapping[str, Collection[Value]]) -> Counts:
    """Count interviews per option, for filters that look at the same rows.

    `rows` hold whatever passes the filters on everything else; `chosen` are the options chosen here. A row counts
    for a filter where it passes the others: so that “advice” and “listening” are asked of one statement.
    """
    facets = tuple(facets)
    found: dict[str, dict[Value, set[int]]] = {facet.name: defaultdict(set) for facet in facets}
    asked = {name: options for name, options in chosen.items() if name in found}
    for interview, values in rows:
        failed = {name for name, options in asked.items() if values.get(name) not in options}
        for facet in facets:
            value = values.get(facet.name)
            if value is None or value == "" or failed - {facet.name}:
                continue
            for option in facet.counts_for(value):
                found[facet.name][option].add(interview)
    return {name: {option: len(ids) for option, ids in options.items()} for name, options in found.items()}
