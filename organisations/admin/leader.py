"""The admin page of a leader, with the roles they hold and held."""

from typing import override

from django.contrib import admin
from django.contrib.admin import RelatedOnlyFieldListFilter
from django.db.models import QuerySet
from django.http import HttpRequest

from organisations.admin.page import Page
from organisations.admin.rows import Rows
from organisations.models import Leader, Role


class RoleRows(Rows[Role, Leader]):
    """Posts, one after the other or side by side."""

    model = Role
    fields = ["title", "organisation", "level", "start", "end"]
    autocomplete_fields = ["organisation"]


@admin.register(Leader)
class LeaderAdmin(Page[Leader]):
    """Leaders, found by name or by where they work."""

    fieldsets = [
        (None, {"fields": ["name", "post_nominals", "specialty", "slug"]}),
        (
            "Elsewhere",
            {
                "description": "Nothing private: readers see all of this.",
                "fields": ["profile_url"],
            },
        ),
    ]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [RoleRows]
    list_display = ["name", "posts", "specialty"]
    list_filter = ["roles__level", ("roles__organisation", RelatedOnlyFieldListFilter)]
    search_fields = ["name", "roles__title", "roles__organisation__name", "roles__organisation__names__name"]
    search_help_text = "By name, by role, or by any name of an organisation they work or worked for."

    @override
    def get_queryset(self, request: HttpRequest) -> QuerySet[Leader]:
        return super().get_queryset(request).prefetch_related("roles__organisation")

    def view_on_site(self, leader: Leader) -> str | None:
        """Their page, once there is one."""
        return leader.get_absolute_url() if Leader.objects.published().contains(leader) else None

    @admin.display(description="roles")
    def posts(self, leader: Leader) -> str:
        """Each title with its organisation."""
        return "; ".join(f"{role.title}, {role.organisation}" for role in leader.roles.all())
