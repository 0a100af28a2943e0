"""Addresses of everything that was said."""

from collections.abc import Callable

from django.contrib.sitemaps.views import sitemap
from django.http import HttpResponseBase
from django.urls import URLResolver, include, path
from django.urls.resolvers import URLPattern

from interviews.sitemaps import SITEMAPS
from interviews.views import (
    briefing,
    citations,
    home,
    interviews,
    leaders,
    organisations,
    recordings,
    search,
    statements,
    suggestions,
    themes,
)


def _section(name: str, *pages: URLPattern) -> URLResolver:
    """The addresses below `name`, called `name:list` and `name:detail`."""
    return path(f"{name}/", include((pages, name)))


def _files(gap: str, view: Callable[..., HttpResponseBase]) -> list[URLPattern]:
    """The files to cite something by, called `cite.ris` and so on."""
    return [
        path(f"{gap}/cite.{ending}", view, {"ending": ending}, name=f"cite.{ending}") for ending in citations.WRITERS
    ]


urlpatterns = [
    path("", home.home, name="home"),
    path("search/", search.search, name="search"),
    path("search/suggest/", suggestions.suggest, name="suggest"),
    _section(
        "interviews",
        path("", interviews.index, name="list"),
        path("<slug:slug>/", interviews.detail, name="detail"),
        path("<slug:slug>/captions.vtt", recordings.captions, name="captions"),
        path("<slug:slug>/recording", recordings.recording, name="recording"),
        *_files("<slug:slug>", citations.of_interview),
    ),
    _section(
        "statements",
        path("<int:pk>/", statements.detail, name="detail"),
        *_files("<int:pk>", citations.of_statement),
    ),
    _section(
        "leaders",
        path("", leaders.index, name="list"),
        path("<slug:slug>/", leaders.detail, name="detail"),
    ),
    _section(
        "organisations",
        path("", organisations.index, name="list"),
        path("<slug:slug>/", organisations.detail, name="detail"),
    ),
    _section(
        "themes",
        path("", themes.index, name="list"),
        path("<slug:slug>/", themes.detail, name="detail"),
    ),
    _section(
        "briefing",
        path("", briefing.page, name="page"),
        path("briefing.docx", briefing.as_word, name="word"),
        path("briefing.md", briefing.as_markdown, name="markdown"),
    ),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
]
