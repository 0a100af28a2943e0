"""Ask of a bad row what both lines of defence say: the sentence for the curator, and the database itself."""

from collections.abc import Callable
from dataclasses import dataclass

import psycopg
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import Model

from organisations.partial_dates import PartialDateField


@dataclass(frozen=True, slots=True)
class Refusal:
    """A constraint by its name, a row that breaks nothing else, and what the curator is told."""

    constraint: str
    bad: Callable[[], Model]
    sentence: str


def changed[M: Model](row: M, **values: object) -> M:
    """The saved row with these values, which are not saved. Dates may be given as text."""
    for name, value in values.items():
        field = row._meta.get_field(name)
        setattr(row, name, field.to_python(value) if isinstance(field, PartialDateField) else value)
    return row


def again[M: Model](row: M, **values: object) -> M:
    """A second row like the first, not saved yet."""
    copy = changed(type(row)._default_manager.get(pk=row.pk), **values)
    copy.pk = None
    copy._state.adding = True
    return copy


def sentences(row: Model) -> list[str]:
    """What the row's form would say is wrong with it."""
    try:
        row.full_clean()
    except ValidationError as error:
        return error.messages
    return []


def sentence_of(row: Model, constraint: str) -> str:
    """What that one constraint says of the row, which a field's own check may have forestalled in a form."""
    (found,) = (one for one in row._meta.constraints if one.name == constraint)
    try:
        found.validate(type(row), row)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def refused_by(write: Callable[[], object]) -> str:
    """The name of the constraint by which the database refuses to write this; empty if it does not."""
    try:
        with transaction.atomic():
            write()
            connection.check_constraints()
    except IntegrityError as error:
        cause = error.__cause__
        return (cause.diag.constraint_name or "") if isinstance(cause, psycopg.Error) else str(error)
    return ""


def named_constraints(*models: type[Model]) -> set[str]:
    """The names of all constraints that these models declare."""
    return {constraint.name for model in models for constraint in model._meta.constraints}
