"""Choices within one interview: its own speakers and passages, and nobody else's."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db.models import FETCH_PEERS
from django.forms import Field, ModelChoiceField

from interviews.models import Interview, Passage, Speaker

if TYPE_CHECKING:
    from django.db.models import QuerySet


def offer_only_its_own(interview: Interview | None, fields: Mapping[str, Field]) -> None:
    """Narrow the fields `speaker` and `passage`; what they offer is asked for once, not once per row."""
    speakers, passages = Speaker.objects.filter(interview=interview), Passage.objects.filter(interview=interview)
    _offer(fields.get("speaker"), speakers, interview)
    _offer(fields.get("passage"), passages, interview)


def _offer(field: Field | None, rows: "QuerySet[Speaker] | QuerySet[Passage]", interview: Interview | None) -> None:
    if not isinstance(field, ModelChoiceField):
        return
    field.queryset = rows.fetch_mode(FETCH_PEERS)
    field.choices = [("", field.empty_label), *((row.pk, str(row)) for row in field.queryset)]
    if interview is None:
        field.help_text = "Can be chosen once this is saved."
    if isinstance(field.widget, RelatedFieldWidgetWrapper):
        field.widget.can_add_related = field.widget.can_delete_related = False
