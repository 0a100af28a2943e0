"""A lineage as a picture: a box for each organisation with the names it had, and an arrow for each succession.

All measures are in pixels of the picture. Text is wrapped here, because the drawing does not wrap any.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from textwrap import wrap

from organisations.generations import Generations, Way, arrange
from organisations.lineage import Lineage
from organisations.models import Organisation, SuccessionKind
from organisations.partial_dates import PartialDate

_BOX = 232
_PASSING = 24  # where only a line passes
_LETTERS = 25  # that surely fit into a line of a box
_LINE, _SMALL_LINE, _PADDING = 20, 18, 12
_BESIDE, _BELOW = 32, 92
_MARGIN = 4
_BACK = 130  # room for an arrow that leads back up, and its words
_DONE = {
    SuccessionKind.ACQUIRED: "Acquired",
    SuccessionKind.MERGED: "Merged",
    SuccessionKind.SPLIT: "Split: a part",
    SuccessionKind.PART_TRANSFER: "Part transferred",
}


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text in a box, at its baseline; quiet where it tells years."""

    words: str
    y: int
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """An organisation with the names it had, oldest first, parted by rules; `is_here` for that of the page."""

    x: int
    y: int
    height: int
    texts: Sequence[Text]
    rules: Sequence[int]
    is_here: bool
    width: int = _BOX

    @property
    def text_x(self) -> int:
        """Where its lines begin."""
        return self.x + _PADDING

    @property
    def right(self) -> int:
        """Its right edge."""
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class Arrow:
    """A succession: the line that is drawn, and what is written on it, how and when."""

    path: str
    x: int
    y: int
    how: str
    when: str


@dataclass(frozen=True, slots=True)
class Picture:
    """All of it, oldest on top."""

    width: int
    height: int
    boxes: Sequence[Box]
    arrows: Sequence[Arrow]


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in a generation: a box, or where a line passes."""

    x: int
    y: int
    width: int
    height: int

    def port(self, number: int, ports: int) -> int:
        """Where the line of this number of so many begins or ends: they share the width evenly."""
        return self.x + self.width * (number + 1) // (ports + 1)


def draw(organisation: Organisation, lineage: Lineage) -> Picture | None:
    """The lineage of this organisation; nothing where it came from nothing and became nothing."""
    successions = [*lineage.came_from(organisation.pk), *lineage.became(organisation.pk)]
    if not successions:
        return None
    generations = arrange(organisation, successions)
    places = _places(generations)
    boxes = [
        _box(known, places[level, number], is_here=known == organisation)
        for level, row in enumerate(generations.rows)
        for number, known in enumerate(row)
        if known
    ]
    right = max(place.x + place.width for place in places.values())
    back = _BACK if any(way.leads_back for way in generations.ways) else 0
    return Picture(
        width=right + back + _MARGIN,
        height=max(place.y + place.height for place in places.values()) + _MARGIN,
        boxes=boxes,
        arrows=list(_arrows(generations.ways, places, right)),
    )


def names(organisation: Organisation) -> list[tuple[str, str]]:
    """The official names it had with their years, oldest first; its name alone where no dates are known."""
    dated = sorted((n for n in organisation.names.all() if n.is_official and n.is_dated), key=lambda n: n.sort_date)
    known = [(name.name, _years(name.start, name.end)) for name in dated]
    if not dated or (dated[-1].end and dated[-1].name != organisation.name):
        known.append((organisation.name, _years(dated[-1].end.day_after(), None) if dated and dated[-1].end else ""))
    return known


def _years(start: PartialDate | None, end: PartialDate | None) -> str:
    if start and end:
        return f"{start.year} to {end.year}"
    return f"from {start.year}" if start else f"until {end.year}" if end else ""


def _lines(organisation: Organisation) -> Iterator[list[tuple[str, bool]]]:
    """For each of its names the lines to write, the years being the quiet ones."""
    for name, years in names(organisation):
        yield [*((line, False) for line in wrap(name, _LETTERS)), *([(years, True)] if years else [])]


def _height(organisation: Organisation) -> int:
    return sum(
        2 * _PADDING + sum(_SMALL_LINE if quiet else _LINE for _, quiet in them) for them in _lines(organisation)
    )


def _places(generations: Generations) -> dict[tuple[int, int], _Place]:
    """Each generation below the one before, in the middle of the picture."""
    sizes = [[(_BOX, _height(known)) if known else (_PASSING, 0) for known in row] for row in generations.rows]
    widths = [sum(width for width, _ in row) + _BESIDE * (len(row) - 1) for row in sizes]
    places = {}
    top = _MARGIN
    for level, row in enumerate(sizes):
        left = _MARGIN + (max(widths) - widths[level]) // 2
        tallest = max(height for _, height in row)
        for number, (width, height) in enumerate(row):
            places[level, number] = _Place(left, top, width, height or tallest)
            left += width + _BESIDE
        top += tallest + _BELOW
    return places


def _box(organisation: Organisation, place: _Place, *, is_here: bool) -> Box:
    texts: list[Text] = []
    rules: list[int] = []
    y = place.y
    for number, lines in enumerate(_lines(organisation)):
        if number:
            rules.append(y)
        y += _PADDING
        for words, quiet in lines:
            y += _SMALL_LINE if quiet else _LINE
            texts.append(Text(words, y - 5, quiet))
        y += _PADDING
    return Box(place.x, place.y, place.height, texts, rules, is_here)


def _arrows(ways: Sequence[Way], places: dict[tuple[int, int], _Place], right: int) -> Iterator[Arrow]:
    down = [way for way in ways if not way.leads_back]
    steps = [(way, upper, lower) for way in down for upper, lower in pairwise(way.places)]
    begins: dict[tuple[int, int], list[tuple[tuple[int, int], Way]]] = defaultdict(list)
    ends: dict[tuple[int, int], list[tuple[tuple[int, int], Way]]] = defaultdict(list)
    for way, upper, lower in steps:
        begins[upper].append((lower, way))
        ends[lower].append((upper, way))
    for joined in (*begins.values(), *ends.values()):
        joined.sort(key=lambda step: step[0])
    for way in down:
        path = ""
        for upper, lower in pairwise(way.places):
            x, y = places[upper].port(begins[upper].index((lower, way)), len(begins[upper])), _bottom(places[upper])
            to_x, to_y = places[lower].port(ends[lower].index((upper, way)), len(ends[lower])), places[lower].y
            middle = (y + to_y) // 2
            path += f"{' L' if path else 'M'}{x} {y} C{x} {middle} {to_x} {middle} {to_x} {to_y}"
        yield _arrow(way, path, (x + to_x) // 2, middle)
    for way in ways:
        if way.leads_back:
            here, there = places[way.places[0]], places[way.places[-1]]
            y, to_y = here.y + here.height // 2, there.y + there.height // 2
            path = f"M{here.x + here.width} {y} C{right + 40} {y} {right + 40} {to_y} {there.x + there.width} {to_y}"
            yield _arrow(way, path, right + _BACK // 2, (y + to_y) // 2)


def _arrow(way: Way, path: str, x: int, y: int) -> Arrow:
    date = way.row.date
    when = f"{'probably ' if date.probable else ''}{date.year}" if date else "date not known"
    return Arrow(path, x, y, _DONE[SuccessionKind(way.row.kind)], when)


def _bottom(place: _Place) -> int:
    return place.y + place.height
