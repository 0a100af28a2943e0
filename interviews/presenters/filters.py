"""The filters of the search page as choices to make, and what has been chosen as chips to take away."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict

from interviews.answers import Answer
from interviews.filters import OF_INTERVIEW, OF_SPEAKER, OF_STATEMENT, SearchFilter
from interviews.search.facets import Value

# What has a place of its own on the page, and so a chip only where it is wrong.
NO_FILTERS = {"sort", "page"}
MOST_CHIPS = 12
"""Per parameter; more than anybody chooses by hand, and few enough that an address full of values costs little."""
SHOWN = 8
"""Options of a list that are in view at once; the rest is folded, unless it is hardly any."""
_HARDLY_ANY = 3


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a filter, and how many interviews it would leave."""

    value: str
    label: str
    count: int
    chosen: bool
    narrower: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """One filter with its choices."""

    name: str
    legend: str
    options: Sequence[Option]
    error: str

    @property
    def open(self) -> bool:
        """Unfolded where something in it is chosen."""
        return any(option.chosen for option in self.options)

    @property
    def shown(self) -> Sequence[Option]:
        """Those in view at once: the first, and of a long list those chosen and those that would leave most."""
        return self.options[: self._cut]

    @property
    def folded(self) -> Sequence[Option]:
        """Those that one has to unfold."""
        return self.options[self._cut :]

    @property
    def _cut(self) -> int:
        chosen = sum(option.chosen for option in self.options)
        cut = max(SHOWN, chosen)
        return cut if self.name == "organisation" and len(self.options) > cut + _HARDLY_ANY else len(self.options)


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing asked for, and the page without it."""

    parameter: str
    name: str
    label: str
    url: str


def sorts(asked: SearchFilter) -> list[Option]:
    """The orders to choose from; the usual one has no value, so that it stays out of the address."""
    return [
        Option("" if value == asked.usual_order else value, label, 0, value == asked.order)
        for value, label in _labels(asked, "sort").items()
        if asked.query or value != "relevance"
    ]


def histories(asked: SearchFilter) -> list[Option]:
    """Whether to follow the history of organisations; usually it is."""
    return [
        Option("" if value == "on" else value, label, 0, (value == "on") == asked.follows_lineage)
        for value, label in _labels(asked, "lineage").items()
    ]


def groups(answer: Answer) -> Iterator[Group]:
    """Every filter that leaves something to choose, or that was got wrong."""
    asked = answer.asked
    for name in (*OF_STATEMENT, *OF_SPEAKER, *OF_INTERVIEW):
        field = asked.form.fields[name]
        options = [option for option in _options(name, answer) if option.count or option.chosen]
        error = " ".join(asked.errors.get(name, []))
        if options or error:
            yield Group(name, str(field.label), options, error)


def _options(name: str, answer: Answer) -> Iterator[Option]:
    asked, counts = answer.asked, answer.counts.get(name, {})
    chosen = asked.asked_for(name)

    def option(value: str, label: str, key: Value, *, narrower: bool = False) -> Option:
        return Option(value, label, counts.get(key, 0), value in chosen, narrower)

    if name == "theme":
        for wider in (theme for theme in answer.themes if theme.parent_id is None):
            yield option(wider.slug, wider.name, wider.pk)
            for theme in (theme for theme in answer.themes if theme.parent_id == wider.pk):
                yield option(theme.slug, theme.name, theme.pk, narrower=True)
    elif name == "organisation":
        # There may be hundreds, of which few are in view.
        for place in sorted(answer.places, key=lambda one: (one.slug not in chosen, -counts.get(one.pk, 0), one.name)):
            yield option(place.slug, place.name, place.pk)
    elif name == "region":
        for region in sorted({*map(str, counts), *chosen}):
            yield option(region, region, region)
    else:
        for value, label in _labels(asked, name).items():
            yield option(value, label, value)


def chips(asked: SearchFilter, address: QueryDict) -> Iterator[Chip]:
    """What narrows or widens the search, apart from the words; each with the address that leaves it out."""
    for name, field in asked.form.fields.items():
        if name == "q" or (name in NO_FILTERS and name not in asked.errors):
            continue
        values = [value for value in dict.fromkeys(address.getlist(name)) if value]
        single = not isinstance(field, forms.MultipleChoiceField)
        if values and (single or len(values) > MOST_CHIPS):
            label = _labels(asked, name).get(values[-1], values[-1]) if single else f"{len(values)} choices"
            yield Chip(name, str(field.label), label, without(address, name, values))
        else:
            labels = _labels(asked, name)
            for value in values:
                yield Chip(name, str(field.label), labels.get(value, value), without(address, name, [value]))


def _labels(asked: SearchFilter, name: str) -> dict[str, str]:
    if things := asked.things(name):
        return {slug: thing.name for slug, thing in things.items()}
    choices: Iterable[tuple[str, str]] = getattr(asked.form.fields[name], "choices", ())
    return {str(value): str(label) for value, label in choices}


def without(address: QueryDict, name: str, values: Collection[str]) -> str:
    """The address without these values of one parameter and what was left empty, from the first page."""
    rest = [
        (other, value)
        for other, others in address.lists()
        for value in others
        if value and other != "page" and not (other == name and value in values)
    ]
    return f"?{urlencode(rest)}"
