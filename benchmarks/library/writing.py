"""Write rows by COPY, with the numbers they have already."""

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter

from django.core.management.color import no_style
from django.db import connection
from django.db.models import FileField, Model

from organisations.partial_dates import PartialDateField


def write(rows: Sequence[Model]) -> None:
    """Copy rows of one table into it."""
    if not rows:
        return
    meta = type(rows[0])._meta  # noqa: SLF001  # public API
    fields = [field for field in meta.concrete_fields if not field.generated]
    values: Callable[[Model], tuple[object, ...]] = attrgetter(*(field.attname for field in fields))
    kept = {place: field for place, field in enumerate(fields) if isinstance(field, PartialDateField | FileField)}
    quoted = connection.ops.quote_name
    columns = ", ".join(quoted(str(field.column)) for field in fields)
    with connection.cursor() as cursor, cursor.copy(f"COPY {quoted(meta.db_table)} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(_stored(values(row), kept) if kept else values(row))


def _stored(values: tuple[object, ...], kept: Mapping[int, PartialDateField | FileField]) -> list[object]:
    """The values with dates and names of files as the database keeps them."""
    stored = [*values]
    for place, field in kept.items():
        stored[place] = field.get_prep_value(stored[place])
    return stored


def count_on(models: Sequence[type[Model]]) -> None:
    """Let the numbers that the database gives out go on after those that are there."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
