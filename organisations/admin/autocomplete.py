"""Autocomplete boxes that show what a row has loaded, where Django's ask the database once per box."""

from collections.abc import Mapping, Sequence
from typing import override

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.db.models import Model
from django.forms import Select

type Options = list[tuple[str | None, list[dict[str, object]], int | None]]


class Autocomplete(AutocompleteSelect):
    """For a foreign key."""

    loaded: Mapping[str, Model] = {}

    @override
    def optgroups(self, name: str, value: Sequence[str], attr: dict[str, object] | None = None) -> Options:
        return _options(self, name, value, self.loaded) or super().optgroups(name, value, attr)


class AutocompleteMultiple(AutocompleteSelectMultiple):
    """For a many-to-many field. Each chosen one has its own button to remove it, so none is needed for all."""

    loaded: Mapping[str, Model] = {}

    @override
    def build_attrs(
        self, base_attrs: dict[str, object], extra_attrs: dict[str, object] | None = None
    ) -> dict[str, object]:
        return {**super().build_attrs(base_attrs, extra_attrs), "data-allow-clear": "false"}

    @override
    def optgroups(self, name: str, value: Sequence[str], attr: dict[str, object] | None = None) -> Options:
        return _options(self, name, value, self.loaded) or super().optgroups(name, value, attr)


def _options(widget: Select, name: str, value: Sequence[str], loaded: Mapping[str, Model]) -> Options | None:
    """The options to render, or None where something else was chosen than what is loaded."""
    chosen = [key for key in value if key]
    if not loaded.keys() >= set(chosen):
        return None
    blank = [] if widget.is_required or widget.allow_multiple_selected else [("", "")]
    shown = [*blank, *((key, str(loaded[key])) for key in chosen)]
    return [(None, [widget.create_option(name, key, label, bool(key), n) for n, (key, label) in enumerate(shown)], 0)]
