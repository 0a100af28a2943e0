"""Write the rows of one table: all at once, and where the database refuses, find out which rows it means."""

from collections.abc import Iterator, Sequence

import psycopg
from django.core.exceptions import ValidationError
from django.db import DatabaseError, models, transaction

from interviews.importing.columns import Many
from interviews.importing.entries import Entry
from interviews.importing.layout import Table
from interviews.importing.problems import Problem

# PostgreSQL's classes of errors that are about the data: data exception, integrity constraint, program limit.
_ABOUT_DATA = {"22", "23", "54"}


def write(table: Table, entries: Sequence[Entry]) -> list[Problem]:
    """Save what is new or changed; report the rows that break a rule, and save the others.

    A batch that is refused is halved until the rows at fault stand alone, so that good tables cost a few queries
    and bad rows a few dozen each, however long the table.
    """
    if not entries or (refusal := _refusal(table, entries)) is None:
        return []
    if len(entries) > 1:
        middle = len(entries) // 2
        return [*write(table, entries[:middle]), *write(table, entries[middle:])]
    line = entries[0].row.line
    faults = dict.fromkeys(_faults(table, _thing(table, entries[0]))) or {("", refusal): None}
    return [Problem(table.file, line, column, message) for column, message in faults]


def _refusal(table: Table, entries: Sequence[Entry]) -> str | None:
    """Save these entries, or none of them; what the database says where it refuses."""
    things = [_thing(table, entry) for entry in entries]
    try:
        with transaction.atomic():
            _save(table, entries, things)
    except DatabaseError as error:
        cause = error.__cause__
        if not isinstance(cause, psycopg.Error) or (cause.sqlstate or "")[:2] not in _ABOUT_DATA:
            raise
        return cause.diag.message_primary or str(error)
    for entry, thing in zip(entries, things, strict=True):
        entry.thing = thing
    return None


def _thing(table: Table, entry: Entry) -> models.Model:
    """What the entry is about, as the entry says it is."""
    many = {column.attribute for column in table.manies}
    single = {name: value for name, value in entry.values.items() if name not in many}
    if entry.thing is None:
        return table.model(**single)
    for name in single.keys() - entry.kept:
        setattr(entry.thing, name, single[name])
    return entry.thing


def _save(table: Table, entries: Sequence[Entry], things: Sequence[models.Model]) -> None:
    """Insert what is new and update what is there; then the rows of the many-valued columns."""
    manager = table.model._default_manager  # noqa: SLF001  # public API
    manager.bulk_create([thing for entry, thing in zip(entries, things, strict=True) if entry.thing is None])
    single = [column for column in table.own if column not in table.manies]
    fields = [column.field for column in single if column.attribute not in entries[0].kept]
    manager.bulk_update([entry.thing for entry in entries if entry.thing], fields, batch_size=500)
    for many in table.manies:
        _save_many(many, entries, things)


def _save_many(many: Many, entries: Sequence[Entry], things: Sequence[models.Model]) -> None:
    """Add the rows of the values that are new, and take away those of the values no longer named."""
    gone, added = [], []
    for entry, thing in zip(entries, things, strict=True):
        had, wanted = entry.had.get(many.attribute, {}), entry.wanted(many)
        gone += [row for value, row in had.items() if value not in wanted]
        added += [many.rows(**{many.owner: thing.pk, many.value: value}) for value in wanted if value not in had]
    rows = many.rows._default_manager  # noqa: SLF001  # public API
    rows.filter(pk__in=gone).delete()
    rows.bulk_create(added)


def _faults(table: Table, thing: models.Model) -> Iterator[tuple[str, str]]:
    """Which of the model's rules the thing breaks, as column and message."""
    for rule in (thing.clean, thing.validate_unique):
        try:
            rule()
        except ValidationError as error:
            for name, messages in error.message_dict.items():
                yield table.column_for({name}), " ".join(messages)
    for constraint in thing._meta.constraints:  # noqa: SLF001  # public API
        try:
            constraint.validate(type(thing), thing)
        except ValidationError as error:
            yield table.column_for(_fields_of(constraint)), " ".join(error.messages)


def _fields_of(constraint: models.BaseConstraint) -> set[str]:
    """The fields that a rule is about."""
    if isinstance(constraint, models.UniqueConstraint):
        return set(constraint.fields)
    if isinstance(constraint, models.CheckConstraint) and isinstance(constraint.condition, models.Q):
        return constraint.condition.referenced_base_fields
    return set()
