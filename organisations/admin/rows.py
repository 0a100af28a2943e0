"""Rows within a page of the admin: every box has a name, and ten rows cost no more queries than one."""

from collections.abc import Iterable
from typing import override

from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db.models import Manager, Model

from organisations.admin.autocomplete import Autocomplete, AutocompleteMultiple
from organisations.admin.page import Curated
from organisations.admin.typed import BaseInlineFormSet, InlineModelAdmin, ModelForm


class RowSet[M: Model, P: Model](BaseInlineFormSet[M, P, ModelForm[M]]):
    """The forms of the rows."""

    @override
    def add_fields(self, form: ModelForm[M], index: int | None) -> None:
        """Name the boxes by column and row, and give autocomplete what the row has loaded."""
        super().add_fields(form, index)
        row = "new row" if index is None else f"row {index + 1}"
        for name, field in form.fields.items():
            widget = field.widget.widget if isinstance(field.widget, RelatedFieldWidgetWrapper) else field.widget
            widget.attrs["aria-label"] = f"{field.label}, {row}"
            if form.instance.pk and isinstance(widget, Autocomplete | AutocompleteMultiple):
                widget.loaded = {str(one.pk): one for one in _related(form.instance, name)}


def _related(row: Model, name: str) -> Iterable[Model]:
    related = getattr(row, name)
    if isinstance(related, Manager):
        return related.all()
    return [] if related is None else [related]


class Rows[M: Model, P: Model](Curated[M], InlineModelAdmin[M, P]):
    """Rows of M, as a table in the page of a P."""

    template = "admin/edit_inline/tabular.html"
    formset = RowSet  # type: ignore[assignment]  # M and P are the same on both sides
    extra = 0
    view_on_site = False


class StackedRows[M: Model, P: Model](Rows[M, P]):
    """Rows too wide for a table, one below the other."""

    template = "admin/edit_inline/stacked.html"
