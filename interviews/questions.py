"""The questions of the front page: which search one leads to, and which of them can be answered now."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.urls import reverse

from interviews.fields import AddressesField, PlacesField
from interviews.filters import SearchFilter
from interviews.models import Question

BY_NAME = ("theme", "organisation", "region")
"""Parameters whose values are things that come and go; all other choices are fixed."""
_NO_QUESTION = "This asks for nothing. Search for what answers the question, then copy the address of that page."
_NO_SEARCH = "This is not the address of a search here. Copy that of a search page, or only what follows its “?”."


def read(typed: str) -> QueryDict:
    """The search in what a curator typed: the address of a search page, or what follows its question mark.

    What is empty is left out, and so is the number of a page, for an answer begins at the first. Raise
    ValidationError where it is no search of ours.
    """
    place, mark, query = typed.strip().partition("?")
    if not mark or "=" in place:  # a question mark may also stand among the words
        place, query = "", typed.strip()
    if (place and _path(place).rstrip("/") != reverse("search").rstrip("/")) or (query and "=" not in query):
        raise ValidationError(_NO_SEARCH)
    given = QueryDict(query.partition("#")[0], mutable=True)
    for name, values in list(given.lists()):
        given.setlist(name, [value for value in values if value.strip()])
        if name == "page" or not given.getlist(name):
            del given[name]
    _refuse_strangers(given)
    return given


def clean(typed: str) -> str:
    """That search as it is stored, “q=consultants&theme=listening”; raise ValidationError where it has a fault."""
    given = read(typed)
    if errors := faults(given):
        raise ValidationError(errors)
    return given.urlencode()


def faults(given: QueryDict) -> list[str]:
    """What the search page would say is wrong, each with the name of the filter."""
    asked = SearchFilter(given)
    return [f"{asked.form.fields[name].label}: {said}" for name, several in asked.errors.items() for said in several]


def unnamed(given: QueryDict) -> QueryDict:
    """The search without what it asks for by name, so that nothing has to be looked up to check it."""
    rest = given.copy()
    for name in BY_NAME:
        rest.pop(name, None)
    return rest


def answerable() -> list[Question]:
    """Those whose search finds no fault now: a theme, say, may have been withdrawn with its interviews.

    As many queries for a hundred questions as for one: what they ask for by name is looked up together.
    """
    searches = [(question, QueryDict(question.address)) for question in Question.objects.all()]
    known = _known([given for _, given in searches])
    return [
        question
        for question, given in searches
        if all(value in known[name] for name in BY_NAME for value in given.getlist(name)) and not faults(unnamed(given))
    ]


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return address


def _known(searches: Sequence[QueryDict]) -> Mapping[str, frozenset[str]]:
    """The values of these searches, of each of those parameters, that something public has."""
    fields = SearchFilter(QueryDict()).form.fields
    known = {}
    for name in BY_NAME:
        field = fields[name]
        values = {value for given in searches for value in given.getlist(name)}
        known[name] = frozenset(field.find(values)) if isinstance(field, AddressesField | PlacesField) else frozenset()
    return known


def _refuse_strangers(given: QueryDict) -> None:
    """Raise ValidationError where there is something that the search page does not read, or nothing that it does."""
    if not given:
        raise ValidationError(_NO_QUESTION)
    known = list(SearchFilter.base_filters)
    for name in given:
        if name not in known:
            near = get_close_matches(name, known, 1)
            meant = f" Did you mean “{near[0]}”?" if near else ""
            raise ValidationError(f"A search has no “{name}”.{meant}")
