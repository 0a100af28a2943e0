"""Rows in an order set by number: one left empty goes to the end, and two may change places in one save."""

from typing import override

from django import forms
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.forms.formsets import DELETION_FIELD_NAME
from django.http import HttpRequest

from interviews.admin.within import offer_only_its_own
from interviews.models import Interview, Passage, Statement
from organisations.admin.rows import RowSet, StackedRows
from organisations.admin.typed import BaseInlineFormSet, ModelForm

_HELP = "Empty: at the end."


def one_writer() -> None:
    """Take the lock that everybody takes who writes to an interview (migration 0006), before any row is held.

    A row held first would close a circle with whoever has that lock and waits for the row.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('search index', 0))")


def next_position(rows: models.Manager[Statement] | models.Manager[Passage]) -> int:
    """The number at the end. Other writers wait until the transaction ends, so that no two get the same."""
    one_writer()
    last: int | None = rows.aggregate(last=models.Max("position"))["last"]
    return (last or 0) + 1


class NumberedForm[M: Statement | Passage](ModelForm[M]):
    """The form of one row."""

    @override
    def validate_constraints(self) -> None:
        """Leave the number to the set: it may be another row's now and free once all are saved."""
        try:
            self.instance.validate_constraints(exclude={"position", *self.errors})
        except ValidationError as error:
            self.add_error(None, error)


class NumberedSet[M: Statement | Passage](RowSet[M, Interview]):
    """The forms of all rows."""

    @override
    def clean(self) -> None:
        """Refuse a number that is there twice, and number what has none."""
        rows = [form for form in self.forms if form.instance.pk or form.has_changed()]
        numbered = {form.instance.pk for form in rows}
        rows = [form for form in rows if not form.cleaned_data.get(DELETION_FIELD_NAME)]
        taken = self._taken_by_others(numbered)
        for form in rows:
            number = form.cleaned_data.get("position")
            if number in taken:
                form.add_error("position", f"Another row has the number {number}.")
            elif number:
                taken.add(number)
        for form in rows:
            if "position" in form.cleaned_data and form.cleaned_data["position"] is None:
                form.instance.position = max(taken, default=0) + 1
                taken.add(form.instance.position)

    def _taken_by_others(self, shown: set[int]) -> set[int]:
        """The numbers of rows that were added since the curator opened the page."""
        one_writer()
        return set(self.get_queryset().exclude(pk__in=shown).values_list("position", flat=True))


class NumberedRows[M: Statement | Passage](StackedRows[M, Interview]):
    """Numbered rows of an interview."""

    form = NumberedForm  # type: ignore[assignment]  # M is the same on both sides
    formset = NumberedSet  # type: ignore[assignment]
    show_change_link = True

    @override
    def formfield_for_dbfield(
        self, db_field: "models.Field[object, object]", request: HttpRequest, **kwargs: object
    ) -> forms.Field | None:
        if db_field.name == "position":
            kwargs |= {"required": False, "min_value": 1, "max_value": 9999, "help_text": _HELP}
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    @override
    def get_formset(
        self, request: HttpRequest, obj: Interview | None = None, **kwargs: object
    ) -> type[BaseInlineFormSet[M, Interview, ModelForm[M]]]:
        formset = super().get_formset(request, obj, **kwargs)
        offer_only_its_own(obj, formset.form.base_fields)
        return formset
