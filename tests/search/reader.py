"""What a reader finds, asked as the search page asks it."""

from django.http import QueryDict

from interviews.answers import Answer, answer
from interviews.filters import SearchFilter
from interviews.models import Interview


def ask(words: str = "", **parameters: str) -> Answer:
    """The answer to these words, with further parameters of the page."""
    address = QueryDict(mutable=True)
    for name, value in {"q": words, **parameters}.items():
        address.appendlist(name, value)
    return answer(SearchFilter(address))


def find(words: str = "", **parameters: str) -> list[str]:
    """The slugs of what is found for just these words, on the page asked for, in order."""
    return slugs(ask(words, **{"spelling": "off", **parameters}))


def slugs(answered: Answer) -> list[str]:
    """The interviews shown, in order."""
    rows = Interview.objects.in_bulk(answered.shown.found.ids)
    return [rows[pk].slug for pk in answered.shown.found.ids]
