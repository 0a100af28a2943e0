"""The rows within an interview's page: who speaks, what they said, and the transcript."""

from typing import override

from django.contrib.admin.widgets import AdminTextareaWidget
from django.db import models
from django.http import HttpRequest

from interviews.admin.numbering import NumberedRows
from interviews.models import Interview, Passage, Speaker, Statement
from organisations.admin.rows import Rows

_SHORT_TEXT = {**Rows.formfield_overrides, models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 3})}}


class SpeakerRows(Rows[Speaker, Interview]):
    """Who speaks."""

    model = Speaker
    fields = ["role", "credited_organisation", "position"]
    autocomplete_fields = ["role"]


class StatementRows(NumberedRows[Statement]):
    """The points made."""

    model = Statement
    fields = [("position", "kind", "provenance"), "text", "themes", ("speaker", "passage", "start")]
    autocomplete_fields = ["themes"]
    formfield_overrides = _SHORT_TEXT

    @override
    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Statement]:
        return super().get_queryset(request).prefetch_related("themes")


class PassageRows(NumberedRows[Passage]):
    """The transcript, turn by turn: to read, to add to, and to go on to the page of a turn, where it can be changed.

    Boxes for some hundred turns would make this page slow to open and longer than a form may be.
    """

    model = Passage
    fields = [("position", "speaker", "voice"), "heading", "text", ("start", "end")]
    verbose_name_plural = "transcript"
    classes = ["collapse"]
    formfield_overrides = _SHORT_TEXT

    @override
    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False
