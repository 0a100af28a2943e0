"""The kinds of parameter that the search page has, and the sentences that say what is wrong with one."""

from collections.abc import Callable, Collection, Mapping
from typing import override

import django_filters
from django import forms
from django.core.exceptions import ValidationError

_UNKNOWN = "“%(value)s” is not one of the choices. Choose from the list, or remove it."
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


class ChoicesField(forms.MultipleChoiceField):
    """Any of the choices; an empty value, as `theme=` has, asks for nothing."""

    @override
    def to_python(self, value: object) -> list[str]:
        return list(dict.fromkeys(filter(None, super().to_python(value))))


class AddressesField(ChoicesField):
    """Choices by slug, where a former slug means what it leads to today."""

    def __init__(self, *, moved: Callable[[Collection[str]], Mapping[str, str]], **kwargs: object) -> None:
        super().__init__(**kwargs)  # type: ignore[arg-type]  # passed through as the filter gives them
        self._moved = moved

    @override
    def to_python(self, value: object) -> list[str]:
        slugs = super().to_python(value)
        strangers = [slug for slug in slugs if not self.valid_value(slug) and "\0" not in slug]
        moved = self._moved(strangers) if strangers else {}
        return list(dict.fromkeys(moved.get(slug, slug) for slug in slugs))


class _ChoicesFilter(django_filters.MultipleChoiceFilter):
    field_class = ChoicesField


class _AddressesFilter(django_filters.MultipleChoiceFilter):
    field_class = AddressesField


class WholeNumberFilter(django_filters.Filter):
    """A number without a fraction."""

    field_class = forms.IntegerField


def choices(label: str, choices: Collection[tuple[str, str]] = ()) -> _ChoicesFilter:
    """Any of a list of choices."""
    return _ChoicesFilter(label=label, choices=choices, error_messages={"invalid_choice": _UNKNOWN})


def addresses(label: str) -> _AddressesFilter:
    """Any of a list of things by their slugs, present or former."""
    return _AddressesFilter(label=label, choices=(), error_messages={"invalid_choice": _UNKNOWN})


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
