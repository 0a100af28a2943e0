"""The search page: one form, one list, and the whole state of both in the address."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, QueryDict
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from interviews.filters import OF_INTERVIEW, OF_SPEAKER, OF_STATEMENT, SearchFilter
from interviews.results import reason, show
from interviews.search.facets import Value

PAGE_SIZE = 10
# What has a place of its own on the page, and so a chip only where it is wrong.
NO_FILTERS = {"sort", "page"}
MOST_CHIPS = 12
"""Per parameter; more than anybody chooses by hand, and few enough that an address full of values costs little."""


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
    options: list[Option]
    error: str

    @property
    def open(self) -> bool:
        """Unfolded where something in it is chosen."""
        return any(option.chosen for option in self.options)


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing asked for, and the page without it."""

    name: str
    label: str
    url: str


@require_safe
def search(request: HttpRequest) -> TemplateResponse:
    """One page of the interviews found, with what would narrow or widen them."""
    asked = SearchFilter(request.GET)
    paginator = Paginator(asked.found(), PAGE_SIZE)
    beyond = asked.number > paginator.num_pages and paginator.count > 0
    page = paginator.get_page(asked.number)
    results = show(
        [] if beyond else list(page.object_list),
        asked.query,
        asked.statements(),
        narrowed=any(name in asked.chosen for name in OF_STATEMENT),
        because=partial(reason, asked=asked.chosen_organisations, lineage=asked.successions),
    )
    context = {
        "asked": asked,
        "errors": _errors(asked),
        "groups": list(_groups(asked)),
        "sorts": _sorts(asked),
        "histories": _histories(asked),
        "chips": list(_chips(asked, request.GET)),
        "page": page,
        "beyond": beyond,
        "results": results,
    }
    status = 400 if asked.errors else 404 if beyond else 200
    return TemplateResponse(request, "interviews/search.html", context, status=status)


def _errors(asked: SearchFilter) -> list[dict[str, str]]:
    """What is wrong, and where on the page to mend it: a number of a page has no box, so there its chip."""
    places = {"page": "results"}
    return [{"field": places.get(name, name), "message": str(messages[0])} for name, messages in asked.errors.items()]


def _sorts(asked: SearchFilter) -> list[Option]:
    """The orders to choose from; the usual one has no value, so that it stays out of the address."""
    return [
        Option("" if value == asked.usual_order else value, label, 0, value == asked.order)
        for value, label in _labels(asked, "sort").items()
        if asked.query or value != "relevance"
    ]


def _histories(asked: SearchFilter) -> list[Option]:
    """Whether to follow the history of organisations; usually it is."""
    return [
        Option("" if value == "on" else value, label, 0, (value == "on") == asked.follows_lineage)
        for value, label in _labels(asked, "lineage").items()
    ]


def _groups(asked: SearchFilter) -> Iterator[Group]:
    for name in (*OF_STATEMENT, *OF_SPEAKER, *OF_INTERVIEW):
        field = asked.form.fields[name]
        options = [option for option in _options(name, asked) if option.count or option.chosen]
        error = " ".join(asked.errors.get(name, []))
        if options or error:
            yield Group(name, str(field.label), options, error)


def _options(name: str, asked: SearchFilter) -> Iterator[Option]:
    counts = asked.counts[name]
    chosen = asked.asked_for(name)

    def option(value: str, label: str, key: Value, *, narrower: bool = False) -> Option:
        return Option(value, label, counts.get(key, 0), value in chosen, narrower)

    if name == "theme":
        for wider in (theme for theme in asked.themes if theme.parent_id is None):
            yield option(wider.slug, wider.name, wider.pk)
            for theme in (theme for theme in asked.themes if theme.parent_id == wider.pk):
                yield option(theme.slug, theme.name, theme.pk, narrower=True)
    elif name == "organisation":
        for place in sorted(asked.organisations, key=lambda place: place.slug not in chosen):
            yield option(place.slug, place.name, place.pk)
    else:
        for value, label in _labels(asked, name).items():
            yield option(value, label, value)


def _chips(asked: SearchFilter, address: QueryDict) -> Iterator[Chip]:
    """What narrows or widens the search, apart from the words; each with the address that leaves it out."""
    for name, field in asked.form.fields.items():
        if name == "q" or (name in NO_FILTERS and name not in asked.errors):
            continue
        values = [value for value in dict.fromkeys(address.getlist(name)) if value]
        single = not isinstance(field, forms.MultipleChoiceField)
        if values and (single or len(values) > MOST_CHIPS):
            label = _labels(asked, name).get(values[-1], values[-1]) if single else f"{len(values)} choices"
            yield Chip(str(field.label), label, _without(address, name, values))
        else:
            labels = _labels(asked, name)
            for value in values:
                yield Chip(str(field.label), labels.get(value, value), _without(address, name, [value]))


def _labels(asked: SearchFilter, name: str) -> dict[str, str]:
    choices: Iterable[tuple[str, str]] = getattr(asked.form.fields[name], "choices", ())
    return {str(value): str(label) for value, label in choices}


def _without(address: QueryDict, name: str, values: Collection[str]) -> str:
    """The address without these values of one parameter and what was left empty, from the first page."""
    rest = [
        (other, value)
        for other, others in address.lists()
        for value in others
        if value and other != "page" and not (other == name and value in values)
    ]
    return f"?{urlencode(rest)}"
