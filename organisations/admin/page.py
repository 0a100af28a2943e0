"""What all pages of the admin share: dates at their precision, and queries that do not grow with rows."""

from typing import override

from django import forms
from django.db import models
from django.http import HttpRequest

from organisations.admin.autocomplete import RowAutocomplete, RowAutocompleteMultiple, RowSet
from organisations.admin.typed import BaseModelAdmin, InlineModelAdmin, ModelAdmin
from organisations.partial_dates import HINT, PartialDateField


class _Shared[M: models.Model](BaseModelAdmin[M]):
    """For pages and for rows."""

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
        if field and isinstance(db_field, PartialDateField):
            field.help_text = f"{db_field.help_text} {HINT}".strip()
        return field


class Page[M: models.Model](_Shared[M], ModelAdmin[M]):
    """The list of a model, and a page for each of its rows."""

    list_per_page = 50


class Rows[M: models.Model, P: models.Model](_Shared[M], InlineModelAdmin[M, P]):
    """Rows of M, as a table in the page of a P."""

    template = "admin/edit_inline/tabular.html"
    formset = RowSet  # type: ignore[assignment]  # M and P are the same on both sides
    extra = 0
    view_on_site = False

    @override
    def formfield_for_foreignkey(
        self, db_field: "models.ForeignKey[object, object]", request: HttpRequest, **kwargs: object
    ) -> "forms.ModelChoiceField[models.Model] | None":
        """Use the box that asks nothing."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = RowAutocomplete(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @override
    def formfield_for_manytomany(
        self, db_field: "models.ManyToManyField[models.Model, models.Model]", request: HttpRequest, **kwargs: object
    ) -> "forms.ModelMultipleChoiceField[models.Model] | None":
        """Use the box that asks nothing."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = RowAutocompleteMultiple(db_field, self.admin_site)
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class StackedRows[M: models.Model, P: models.Model](Rows[M, P]):
    """Rows too wide for a table, one below the other."""

    template = "admin/edit_inline/stacked.html"
