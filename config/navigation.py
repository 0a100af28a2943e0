"""The main navigation, which every page shows, and where in it the reader is."""

from dataclasses import dataclass

from django.http import HttpRequest

SECTIONS = {
    "/search/": "Search",
    "/interviews/": "Interviews",
    "/themes/": "Themes",
    "/organisations/": "Organisations",
    "/leaders/": "Leaders",
    "/about/": "About",
}


@dataclass(frozen=True, slots=True)
class Link:
    """One entry; `current` is the value of `aria-current`, empty where the reader is elsewhere."""

    url: str
    label: str
    current: str


def links(path: str) -> list[Link]:
    """Return the navigation as seen from `path`: "page" at a section's front page, "true" below it."""
    return [
        Link(url, label, "page" if path == url else "true" if path.startswith(url) else "")
        for url, label in SECTIONS.items()
    ]


def navigation(request: HttpRequest) -> dict[str, list[Link]]:
    """Give the navigation to every template that is rendered for a request."""
    return {"navigation": links(request.path)}
