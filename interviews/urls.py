"""Addresses of everything that was said."""

from django.contrib.sitemaps.views import sitemap
from django.urls import URLResolver, include, path
from django.urls.resolvers import URLPattern

from interviews.sitemaps import SITEMAPS
from interviews.views import home, interviews, leaders, organisations, search, statements, suggestions, themes


def _section(name: str, *pages: URLPattern) -> URLResolver:
    """The addresses below `name`, called `name:list` and `name:detail`."""
    return path(f"{name}/", include((pages, name)))


urlpatterns = [
    path("", home.home, name="home"),
    path("search/", search.search, name="search"),
    path("search/suggest/", suggestions.suggest, name="suggest"),
    _section(
        "interviews",
        path("", interviews.index, name="list"),
        path("<slug:slug>/", interviews.detail, name="detail"),
    ),
    _section("statements", path("<int:pk>/", statements.detail, name="detail")),
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
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
]
