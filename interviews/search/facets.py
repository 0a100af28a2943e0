"""How many interviews each option of a filter would leave, under all the other filters: sets of documents as bits.

A library of ten thousand interviews is a number of ten thousand bits, and to count those that two sets have in common
takes a microsecond. So nothing is counted row by row.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import and_, or_

type Value = int | str
type Counts = Mapping[str, Mapping[Value, int]]
"""Interviews per option, per filter; an option that would leave none is absent."""
type Bits = int
"""A set of documents: bit n is set where it holds the n-th."""
type Row = tuple[Value, ...]
type Chosen = Mapping[str, Collection[Value]]
"""Per filter, the values that pass it; a filter that is absent asks for nothing."""


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


@dataclass(frozen=True)
class Rows:
    """Rows of one sort, by their values: the documents that have such a row.

    `facets` are the filters that look at these rows, one for each value; what they ask for must hold for one row, so
    that “advice” and “listening” are asked of one statement. An empty value is no option.
    """

    facets: Sequence[Facet]
    documents: Mapping[Row, Bits]

    def passing(self, chosen: Chosen) -> Bits | None:
        """The documents with a row that passes; None where nothing is asked of these rows."""
        if not self._is_asked(chosen):
            return None
        return either(bits for row, bits in self.documents.items() if not self._failed(row, chosen))

    def options(self, chosen: Chosen) -> Mapping[str, Mapping[Value, Bits]]:
        """Per filter and option, the documents with a row that is of the option and passes the other filters."""
        return self._of_options(chosen) if self._is_asked(chosen) else self._usual

    @cached_property
    def _usual(self) -> Mapping[str, Mapping[Value, Bits]]:
        return self._of_options({})

    def _of_options(self, chosen: Chosen) -> Mapping[str, Mapping[Value, Bits]]:
        options: dict[str, dict[Value, Bits]] = {facet.name: defaultdict(int) for facet in self.facets}
        for row, bits in self.documents.items():
            failed = self._failed(row, chosen)
            for facet, value in zip(self.facets, row, strict=True):
                if value and failed <= {facet.name}:
                    for option in facet.counts_for(value):
                        options[facet.name][option] |= bits
        return options

    def _is_asked(self, chosen: Chosen) -> bool:
        return any(facet.name in chosen for facet in self.facets)

    def _failed(self, row: Row, chosen: Chosen) -> set[str]:
        """The names of the filters that the row does not pass."""
        pairs = zip(self.facets, row, strict=True)
        return {facet.name for facet, value in pairs if facet.name in chosen and value not in chosen[facet.name]}


def count(groups: Iterable[Rows], among: Bits, chosen: Chosen) -> Counts:
    """Count the documents of each option among these, where they pass the filters of the other groups."""
    groups = list(groups)
    passing = [group.passing(chosen) for group in groups]
    counts: dict[str, Mapping[Value, int]] = {}
    for place, group in enumerate(groups):
        others = both([among, *passing[:place], *passing[place + 1 :]]) or 0
        for name, options in group.options(chosen).items():
            counts[name] = {option: left for option, bits in options.items() if (left := (bits & others).bit_count())}
    return counts


def both(sets: Iterable[Bits | None]) -> Bits | None:
    """What all of them hold; None stands for everything."""
    given = [one for one in sets if one is not None]
    return reduce(and_, given) if given else None


def either(sets: Iterable[Bits]) -> Bits:
    """What any of them holds."""
    return reduce(or_, sets, 0)


def bits(places: Iterable[int], size: int) -> Bits:
    """The set of documents at these places, of so many in all."""
    marks = bytearray(size // 8 + 1)
    for place in places:
        marks[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(marks, "little")


def holds(bits: Bits, size: int) -> Callable[[int], bool]:
    """A test of whether the set, of so many documents in all, has the one at a place."""
    marks = bits.to_bytes(size // 8 + 1, "little")
    return lambda place: bool(marks[place >> 3] >> (place & 7) & 1)
