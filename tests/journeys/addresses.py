"""Every public address there is: from the URL resolver, with everything that could stand in its gaps."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import URLPattern, URLResolver, get_resolver

from interviews.filters import SearchFilter

_GAP = re.compile(r"<(\w+):\w+>")


def routes(patterns: Sequence[URLPattern | URLResolver] | None = None, prefix: str = "/") -> Iterator[str]:
    """All routes outside the admin, gaps and all: `/interviews/<slug:slug>/`."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = prefix + str(pattern.pattern)
        if route == "/admin/":
            continue
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, route)
        else:
            yield route


def whole() -> Iterator[str]:
    """Every route without a gap."""
    return (route for route in routes() if not _GAP.search(route))


def filled(slugs: Sequence[str], ids: Sequence[int]) -> Iterator[str]:
    """Every route with a gap, with each of these in it."""
    fillings = {"slug": slugs, "int": [str(number) for number in ids]}
    for route in routes():
        if gaps := _GAP.findall(route):
            assert len(gaps) == 1, f"Say here what may stand in the gaps of {route}."
            yield from (_GAP.sub(value, route) for value in fillings[gaps[0]])


def search(**parameters: str | int) -> str:
    """The address of a search."""
    return f"/search/?{urlencode(parameters)}"


def suggest(typed: str) -> str:
    """The address of suggestions for what has been typed."""
    return f"/search/suggest/?{urlencode({'q': typed})}"


def briefings(statements: Sequence[int]) -> Iterator[str]:
    """A briefing of all these, in every form."""
    numbers = ".".join(map(str, statements))
    for place in ("", "briefing.md"):
        yield from (f"/briefing/{place}?s={numbers}{group}" for group in ("", "&group=theme"))


def searches_by_choice() -> Iterator[str]:
    """A search for each choice that each parameter offers now."""
    for name, field in SearchFilter(QueryDict()).form.fields.items():
        yield from (search(**{name: str(value)}) for value, _ in getattr(field, "choices", ()))
