"""The admin page of a succession: which organisation went on in which."""

from django.contrib import admin

from organisations.admin.page import Page
from organisations.models import Succession


@admin.register(Succession)
class SuccessionAdmin(Page[Succession]):
    """Successions, also to be found within both organisations."""

    fieldsets = [
        (
            None,
            {
                "description": "A new name alone is not a succession: add it to the names of the organisation.",
                "fields": ["predecessor", "kind", "successor", "date", "source_url"],
            },
        )
    ]
    autocomplete_fields = ["predecessor", "successor"]
    list_display = ["predecessor", "kind", "successor", "date"]
    list_filter = ["kind"]
    search_fields = [
        "predecessor__name",
        "predecessor__names__name",
        "successor__name",
        "successor__names__name",
    ]
    search_help_text = "By any name of either organisation."
