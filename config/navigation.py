"""The main navigation, which every page shows, where in it the reader is, and the address of that place."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

SECTIONS = {
    "search": "Search",
    "interviews:list": "Interviews",
    "themes:list": "Themes",
    "organisations:list": "Organisations",
    "leaders:list": "Leaders",
    "briefing:page": "Briefing",
    "about": "About",
}


@dataclass(frozen=True, slots=True)
class Link:
    """One entry; `current` is the value of `aria-current`, empty where the reader is elsewhere."""

    url: str
    label: str
    current: str


def links(path: str) -> list[Link]:
    """Return the navigation as seen from `path`: "page" at a section's front page, "true" below it."""
    addresses = ((reverse(name), label) for name, label in SECTIONS.items())
    return [
        Link(url, label, "page" if path == url else "true" if path.startswith(url) else "") for url, label in addresses
    ]


def canonical(request: HttpRequest) -> str:
    """Return the one address of this page: without what a link may have added, but for the number of the page."""
    number = request.GET.get("page", "1")
    page = f"?page={number}" if number.isdecimal() and number != "1" else ""
    return request.build_absolute_uri(request.path + page)


def navigation(request: HttpRequest) -> dict[str, list[Link] | str]:
    """Give the navigation to every template that is rendered for a request, and the page's address."""
    return {"navigation": links(request.path), "canonical": canonical(request)}
