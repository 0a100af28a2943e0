"""The map of the site for crawlers: the page of everything published."""

from typing import override

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.urls import reverse

from interviews.models import Interview, Statement, Theme
from organisations.models import Leader, Organisation


class Sections(Sitemap):  # type: ignore[type-arg]  # generic to the type checker only
    """The front page of each section."""

    @override
    def items(self) -> list[str]:
        """Names of addresses."""
        return [
            "home",
            "search",
            "interviews:list",
            "themes:list",
            "organisations:list",
            "leaders:list",
            "about",
            "accessibility",
            "privacy",
        ]

    @override
    def location(self, item: str) -> str:
        """The address of that name."""
        return reverse(item)


class Interviews(Sitemap):  # type: ignore[type-arg]
    """Every interview."""

    @override
    def items(self) -> QuerySet[Interview]:
        """In an order that stays."""
        return Interview.objects.published().order_by("pk")


class Statements(Sitemap):  # type: ignore[type-arg]
    """Every statement."""

    @override
    def items(self) -> QuerySet[Statement]:
        """In an order that stays."""
        return Statement.objects.published().order_by("pk")


class Leaders(Sitemap):  # type: ignore[type-arg]
    """Every leader."""

    @override
    def items(self) -> QuerySet[Leader]:
        """In an order that stays."""
        return Leader.objects.published().order_by("pk")


class Organisations(Sitemap):  # type: ignore[type-arg]
    """Every organisation."""

    @override
    def items(self) -> QuerySet[Organisation]:
        """In an order that stays."""
        return Organisation.objects.published().order_by("pk")


class Themes(Sitemap):  # type: ignore[type-arg]
    """Every theme."""

    @override
    def items(self) -> QuerySet[Theme]:
        """In an order that stays."""
        return Theme.objects.published().order_by("pk")


SITEMAPS = {
    "sections": Sections,
    "interviews": Interviews,
    "statements": Statements,
    "leaders": Leaders,
    "organisations": Organisations,
    "themes": Themes,
}
