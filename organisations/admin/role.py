"""The admin page of a role: who held which post where, and when."""

from django.contrib import admin
from django.contrib.admin import RelatedOnlyFieldListFilter

from organisations.admin.page import Page
from organisations.models import Role


@admin.register(Role)
class RoleAdmin(Page[Role]):
    """Roles, also to be found within their leader."""

    fieldsets = [
        (None, {"fields": ["leader", "title", "organisation", "level"]}),
        (
            "From when to when",
            {
                "description": "A new post, or the same at another organisation, is another role.",
                "fields": [("start", "end")],
            },
        ),
    ]
    autocomplete_fields = ["leader", "organisation"]
    list_display = ["leader", "title", "organisation", "level", "start", "end"]
    list_filter = ["level", ("organisation", RelatedOnlyFieldListFilter)]
    search_fields = ["leader__name", "title", "organisation__name", "organisation__names__name"]
    search_help_text = "By leader, title, or any name of the organisation."
