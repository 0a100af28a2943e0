"""The admin page of a theme, with the other words for it."""

from typing import override

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from interviews.models import Theme, ThemeAlias
from organisations.admin.page import Page
from organisations.admin.rows import Rows


class AliasRows(Rows[ThemeAlias, Theme]):
    """Other words."""

    model = ThemeAlias
    verbose_name_plural = "other words for it"


@admin.register(Theme)
class ThemeAdmin(Page[Theme]):
    """Themes, found by name or alias."""

    fieldsets = [
        (None, {"fields": ["name", "slug", "parent"]}),
        (
            "What it means",
            {
                "description": "The definition helps curators to choose; the synthesis is for readers.",
                "fields": ["definition", "synthesis"],
            },
        ),
    ]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["parent"]
    inlines = [AliasRows]
    list_display = ["name", "parent", "statement_count"]
    list_filter = [("parent", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["name", "aliases__name"]
    search_help_text = "By name, or by another word for it."

    @override
    def get_queryset(self, request: HttpRequest) -> QuerySet[Theme]:
        return super().get_queryset(request).annotate(statement_count=Count("statements", distinct=True))

    def view_on_site(self, theme: Theme) -> str | None:
        """Its page, once there is one."""
        return theme.get_absolute_url() if Theme.objects.published().contains(theme) else None

    @admin.display(description="statements", ordering="statement_count")
    def statement_count(self, theme: Theme) -> int:
        """How many statements are on it, as counted by the database."""
        count: int = vars(theme)["statement_count"]
        return count
