"""The admin page of an organisation: its names, its codes, what it came from and what it became."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, override

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest

from organisations.admin.page import Page
from organisations.admin.rows import Rows
from organisations.models import Organisation, OrganisationIdentifier, OrganisationName, Succession

if TYPE_CHECKING:
    from django.contrib.admin.filters import _ListFilterChoices


class NameRows(Rows[OrganisationName, Organisation]):
    """Every other name."""

    model = OrganisationName
    verbose_name_plural = "former and other names"


class IdentifierRows(Rows[OrganisationIdentifier, Organisation]):
    """Codes."""

    model = OrganisationIdentifier
    verbose_name_plural = "codes"


class CameFromRows(Rows[Succession, Organisation]):
    """Successions into it."""

    model = Succession
    fk_name = "successor"
    autocomplete_fields = ["predecessor"]
    verbose_name = "predecessor"
    verbose_name_plural = "came from"


class BecameRows(Rows[Succession, Organisation]):
    """Successions from it."""

    model = Succession
    fk_name = "predecessor"
    fields = ["kind", "successor", "date", "source_url"]
    autocomplete_fields = ["successor"]
    verbose_name = "successor"
    verbose_name_plural = "became"


class RegionFilter(admin.AllValuesFieldListFilter):
    """Regions in use; for some organisations there is none."""

    @override
    def choices(self, changelist: ChangeList) -> "Iterator[_ListFilterChoices]":
        for choice in super().choices(changelist):
            choice["display"] = choice["display"] or "None"
            yield choice


@admin.register(Organisation)
class OrganisationAdmin(Page[Organisation]):
    """Organisations, found by any of their names and codes."""

    fieldsets = [
        (None, {"fields": ["name", "slug"]}),
        (
            "What and where",
            {
                "description": "Readers filter by these.",
                "fields": ["sector", "nation", "region", "website"],
            },
        ),
        (
            "From when to when",
            {
                "description": "A rename neither closes nor opens an organisation: add the name it had below.",
                "fields": [("opened", "closed")],
            },
        ),
    ]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [NameRows, IdentifierRows, CameFromRows, BecameRows]
    list_display = ["name", "codes", "sector", "nation", "region", "closed"]
    list_filter = ["sector", "nation", ("region", RegionFilter)]
    search_fields = ["name", "names__name", "identifiers__value"]
    search_help_text = "By any name it has or had, abbreviation or code."

    @override
    def get_queryset(self, request: HttpRequest) -> QuerySet[Organisation]:
        return super().get_queryset(request).prefetch_related("identifiers")

    def view_on_site(self, organisation: Organisation) -> str | None:
        """Its page, once there is one."""
        return organisation.get_absolute_url() if Organisation.objects.published().contains(organisation) else None

    @admin.display
    def codes(self, organisation: Organisation) -> str:
        """Every code it has."""
        return ", ".join(code.value for code in organisation.identifiers.all())
