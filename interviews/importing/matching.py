"""Find what each row is about: the thing in the database that has its key."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Model

from interviews.importing.entries import Entry, hashable
from interviews.importing.layout import Table
from interviews.importing.problems import Problem
from interviews.importing.references import References
from organisations.models import Addressed

type Key = tuple[object, ...]
type Index = dict[Key, Model]


def match(table: Table, entries: list[Entry], references: References, problems: list[Problem]) -> list[Entry]:
    """Give each entry its thing, if there is one. Left out, and reported, are those that stand in another's place."""
    entries = _each_thing_once(table, entries, references, problems)
    free = {thing.pk: thing for thing in _things(table, entries, references)}
    for key in table.found_by or (table.key,):
        index = _index(table, key, free.values(), references)
        for entry in entries:
            found = index.get(entry.key(key))
            if found and entry.thing is None:
                entry.thing = free.pop(found.pk, None)
    _remember_many(table, [entry for entry in entries if entry.thing])
    return _not_in_the_way(table, entries, free.values(), problems)


def _each_thing_once(
    table: Table, entries: list[Entry], references: References, problems: list[Problem]
) -> list[Entry]:
    """The entries without those whose key an earlier one has."""
    first: dict[object, int] = {}
    kept = []
    for entry in entries:
        identity: object = entry.key(table.key)
        if issubclass(table.model, Addressed):
            identity = references.addresses(table.model).get(str(entry.values["slug"]), identity)
        line = first.setdefault(identity, entry.row.line)
        if line == entry.row.line:
            kept.append(entry)
        else:
            message = f"Line {line} is about the same already. Make one line of the two."
            problems.append(Problem(table.file, entry.row.line, table.last_of_key, message))
    return kept


def _things(table: Table, entries: list[Entry], references: References) -> Iterable[Model]:
    """What is in the database that the entries may be about."""
    everything = table.model._default_manager.all()  # noqa: SLF001  # public API
    if issubclass(table.model, Addressed):
        ids = references.addresses(table.model)
        return everything.filter(pk__in={ids.get(str(entry.values["slug"])) for entry in entries} - {None})
    if table.within:
        return everything.filter(**{f"{table.within}__in": {entry.values[table.within] for entry in entries}})
    return everything


def _index(table: Table, attributes: tuple[str, ...], things: Iterable[Model], references: References) -> Index:
    """The things by their key; a key that is not the table's own only where one thing has it."""
    if issubclass(table.model, Addressed):
        by_id = {thing.pk: thing for thing in things}
        return {(slug,): by_id[pk] for slug, pk in references.addresses(table.model).items() if pk in by_id}
    found: dict[Key, list[Model]] = defaultdict(list)
    for thing in things:
        found[_key(thing, attributes)].append(thing)
    return {key: same[0] for key, same in found.items() if len(same) == 1 or attributes == table.key}


def _key(thing: Model, attributes: tuple[str, ...]) -> Key:
    return tuple(hashable(getattr(thing, name)) for name in attributes)


def _not_in_the_way(
    table: Table, entries: list[Entry], others: Iterable[Model], problems: list[Problem]
) -> list[Entry]:
    """The entries without those whose key belongs to a thing that no entry is about."""
    taken = {_key(thing, table.key) for thing in others}
    message = "Something that is not in this table has this place already. Choose another."
    kept = []
    for entry in entries:
        if entry.key(table.key) not in taken:
            kept.append(entry)
        else:
            problems.append(Problem(table.file, entry.row.line, table.last_of_key, message))
    return kept


def _remember_many(table: Table, entries: list[Entry]) -> None:
    """Note what the things have in their many-valued columns: each value with the id of its row."""
    owners = {entry.thing.pk: entry for entry in entries if entry.thing}
    for many in table.manies:
        for entry in entries:
            entry.had[many.attribute] = {}
        rows = many.rows._default_manager.filter(**{f"{many.owner}__in": list(owners)})  # noqa: SLF001  # public API
        for pk, owner, value in rows.values_list("pk", many.owner, many.value):
            owners[owner].had[many.attribute][value] = pk
