"""The kinds of parameter that the search page has, and the sentences that say what is wrong with one."""

from collections.abc import Callable, Collection
from typing import override

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from organisations.models import Addressed, AddressedQuerySet, Organisation

_UNKNOWN = "“%(value)s” is not one of the choices. Choose from the list, or remove it."
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


class ChoicesField(forms.MultipleChoiceField):
    """Any of the choices; an empty value, as `theme=` has, asks for nothing."""

    @override
    def to_python(self, value: object) -> list[str]:
        return list(dict.fromkeys(filter(None, super().to_python(value))))


class AddressesField[M: Addressed](ChoicesField):
    """Things by their slugs, where a former slug means what it leads to today.

    Only what is asked for is looked up: there may be hundreds to choose from. `chosen` is what was found.
    """

    def __init__(self, *, public: Callable[[], AddressedQuerySet[M]], **kwargs: object) -> None:
        super().__init__(**kwargs)  # type: ignore[arg-type]  # passed through as the filter gives them
        self._public = public
        self.chosen: dict[str, M] = {}

    @override
    def to_python(self, value: object) -> list[str]:
        slugs = super().to_python(value)
        found = self.find(slugs)
        self.chosen = {thing.slug: thing for thing in found.values()}
        return list(dict.fromkeys(found[slug].slug if slug in found else slug for slug in slugs))

    def find(self, slugs: Collection[str]) -> dict[str, M]:
        """What those of these slugs, present or former, that lead to something lead to."""
        asked = [slug for slug in slugs if "\0" not in slug]
        if not asked:
            return {}
        public = self._public()
        found = {thing.slug: thing for thing in public.filter(slug__in=asked)}
        strangers = [slug for slug in asked if slug not in found]
        moved = public.moved(strangers) if strangers else {}
        today = {thing.slug: thing for thing in public.filter(slug__in=moved.values())} if moved else {}
        return found | {former: today[slug] for former, slug in moved.items()}

    @override
    def valid_value(self, value: object) -> bool:
        return value in self.chosen


class PlacesField(ChoicesField):
    """Regions, by name: those that are asked for are looked up."""

    def __init__(self, *, public: Callable[[], QuerySet[Organisation]], **kwargs: object) -> None:
        super().__init__(**kwargs)  # type: ignore[arg-type]  # passed through as the filter gives them
        self._public = public

    @override
    def valid_value(self, value: object) -> bool:
        return bool(self.find([str(value)]))

    def find(self, regions: Collection[str]) -> set[str]:
        """Those of these regions that something is in."""
        asked = [region for region in regions if "\0" not in region]
        if not asked:
            return set()
        places = self._public().filter(region__in=asked).order_by()
        return set(places.values_list("region", flat=True).distinct())


class _ChoicesFilter(django_filters.MultipleChoiceFilter):
    field_class = ChoicesField


class _AddressesFilter(django_filters.MultipleChoiceFilter):
    field_class = AddressesField


class _PlacesFilter(django_filters.MultipleChoiceFilter):
    field_class = PlacesField


class WholeNumberFilter(django_filters.Filter):
    """A number without a fraction."""

    field_class = forms.IntegerField


def choices(label: str, choices: Collection[tuple[str, str]] = ()) -> _ChoicesFilter:
    """Any of a list of choices."""
    return _ChoicesFilter(label=label, choices=choices, error_messages={"invalid_choice": _UNKNOWN})


def addresses[M: Addressed](label: str, public: Callable[[], AddressedQuerySet[M]]) -> _AddressesFilter:
    """Any of the things that are public, by their slugs, present or former."""
    return _AddressesFilter(label=label, public=public, error_messages={"invalid_choice": _UNKNOWN})


def places(label: str, public: Callable[[], QuerySet[Organisation]]) -> _PlacesFilter:
    """Any of the regions of the organisations that are public."""
    return _PlacesFilter(label=label, public=public, error_messages={"invalid_choice": _UNKNOWN})


def one_of(label: str, choices: Collection[tuple[str, str]]) -> django_filters.ChoiceFilter:
    """One of a list of choices."""
    return django_filters.ChoiceFilter(
        label=label, choices=choices, empty_label=None, error_messages={"invalid_choice": _UNKNOWN}
    )


def year(label: str) -> WholeNumberFilter:
    """A year, in full."""
    wrong = f"Write a year between {_FIRST_YEAR} and {_LAST_YEAR}, such as 2014."
    messages = dict.fromkeys(("invalid", "min_value", "max_value"), wrong)
    return WholeNumberFilter(label=label, min_value=_FIRST_YEAR, max_value=_LAST_YEAR, error_messages=messages)


class SearchForm(forms.Form):
    """What one parameter alone cannot tell."""

    @override
    def clean(self) -> None:
        """Refuse years the wrong way round."""
        first, last = self.cleaned_data.get("year_from"), self.cleaned_data.get("year_to")
        if first and last and first > last:
            wrong = f"The first year, {first}, is after the last, {last}. Swap them or remove one."
            self.add_error("year_from", ValidationError(wrong, code="years_swapped"))
            del self.cleaned_data["year_to"]
