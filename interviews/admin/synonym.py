"""The admin page of a group of synonyms: one term a line."""

from typing import override

from django import forms
from django.contrib import admin
from django.contrib.postgres.forms import SimpleArrayField
from django.db.models import Field
from django.http import HttpRequest

from interviews.models import SynonymGroup
from organisations.admin.page import Page


class LinesField(SimpleArrayField):
    """A list written as lines; empty ones do not count."""

    default_error_messages = {"item_invalid": "Line %(nth)s:"}
    widget = forms.Textarea(attrs={"rows": 6, "cols": 60})

    @override
    def to_python(self, value: list[str] | str | None) -> list[str]:  # type: ignore[override]  # a list, like its base
        lines = value.splitlines() if isinstance(value, str) else value or []
        return list(super().to_python([line for line in lines if line.strip()]))


@admin.register(SynonymGroup)
class SynonymGroupAdmin(Page[SynonymGroup]):
    """Groups of terms."""

    list_display = ["__str__"]
    search_fields = ["terms"]

    @override
    def formfield_for_dbfield(
        self, db_field: "Field[object, object]", request: HttpRequest, **kwargs: object
    ) -> forms.Field | None:
        if db_field.name == "terms":
            kwargs |= {
                "form_class": LinesField,
                "delimiter": "\n",
                "help_text": "Two or more words or phrases that mean the same, one a line. Whoever searches for one "
                "finds the others too, from the moment you save, unless it stands in quotation marks.",
            }
        return super().formfield_for_dbfield(db_field, request, **kwargs)
