"""What all pages of the admin share: dates at their precision, and queries that do not grow with rows."""

from typing import override

from django import forms
from django.db import models
from django.http import HttpRequest

from organisations.admin.autocomplete import Autocomplete, AutocompleteMultiple
from organisations.admin.typed import BaseModelAdmin, ModelAdmin
from organisations.partial_dates import HINT, PartialDateField


class Curated[M: models.Model](BaseModelAdmin[M]):
    """For pages, and for rows within a page."""

    formfield_overrides = {PartialDateField: {"widget": forms.TextInput(attrs={"size": 12})}}

    @override
    def get_queryset(self, request: HttpRequest) -> models.QuerySet[M]:
        """Fetch what a row points to for all rows together, once the first asks for it."""
        return super().get_queryset(request).fetch_mode(models.FETCH_PEERS)

    @override
    def formfield_for_dbfield(
        self, db_field: "models.Field[object, object]", request: HttpRequest, **kwargs: object
    ) -> forms.Field | None:
        """Say beside every date how to write it."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(db_field, PartialDateField) and "2014" not in db_field.help_text:
            field.help_text = f"{db_field.help_text} {HINT}".strip()
        return field

    @override
    def formfield_for_foreignkey(
        self, db_field: "models.ForeignKey[object, object]", request: HttpRequest, **kwargs: object
    ) -> "forms.ModelChoiceField[models.Model] | None":
        """Use our own autocomplete."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = Autocomplete(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @override
    def formfield_for_manytomany(
        self, db_field: "models.ManyToManyField[models.Model, models.Model]", request: HttpRequest, **kwargs: object
    ) -> "forms.ModelMultipleChoiceField[models.Model] | None":
        """Use our own autocomplete."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = AutocompleteMultiple(db_field, self.admin_site)
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class Page[M: models.Model](Curated[M], ModelAdmin[M]):
    """The list of a model, and a page for each of its rows."""

    list_per_page = 50
