"""Autocomplete boxes for rows: each shows what its row has loaded, where Django's asks the database once per box."""

from collections.abc import Iterable, Mapping, Sequence
from typing import override

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple, RelatedFieldWidgetWrapper
from django.db.models import Manager, Model
from django.forms import Select

from organisations.admin.typed import BaseInlineFormSet, ModelForm

type Options = list[tuple[str | None, list[dict[str, object]], int | None]]


class RowAutocomplete(AutocompleteSelect):
    """For a foreign key."""

    loaded: Mapping[str, Model] = {}

    @override
    def optgroups(self, name: str, value: Sequence[str], attr: dict[str, object] | None = None) -> Options:
        return _options(self, name, value, self.loaded) or super().optgroups(name, value, attr)


class RowAutocompleteMultiple(AutocompleteSelectMultiple):
    """For a many-to-many field."""

    loaded: Mapping[str, Model] = {}

    @override
    def optgroups(self, name: str, value: Sequence[str], attr: dict[str, object] | None = None) -> Options:
        return _options(self, name, value, self.loaded) or super().optgroups(name, value, attr)


class RowSet[M: Model, P: Model](BaseInlineFormSet[M, P, ModelForm[M]]):
    """The forms of rows: gives their autocomplete boxes what each row has loaded."""

    @override
    def add_fields(self, form: ModelForm[M], index: int | None) -> None:
        """Called by Django for each row's form, once it is made."""
        super().add_fields(form, index)
        for name, field in form.fields.items():
            widget = field.widget.widget if isinstance(field.widget, RelatedFieldWidgetWrapper) else field.widget
            if form.instance.pk and isinstance(widget, RowAutocomplete | RowAutocompleteMultiple):
                widget.loaded = {str(row.pk): row for row in _related(form.instance, name)}


def _related(row: Model, name: str) -> Iterable[Model]:
    related = getattr(row, name)
    if isinstance(related, Manager):
        return related.all()
    return [] if related is None else [related]


def _options(widget: Select, name: str, value: Sequence[str], loaded: Mapping[str, Model]) -> Options | None:
    """The options to render, or None where something else was chosen than what is loaded."""
    chosen = [key for key in value if key]
    if not loaded.keys() >= set(chosen):
        return None
    blank = [] if widget.is_required or widget.allow_multiple_selected else [("", "")]
    shown = [*blank, *((key, str(loaded[key])) for key in chosen)]
    return [(None, [widget.create_option(name, key, label, bool(key), n) for n, (key, label) in enumerate(shown)], 0)]
