"""Read a row by its table: what it says, as values; every faulty cell is reported."""

from dataclasses import dataclass, field

from django.db.models import Model

from interviews.importing.columns import Column, Many, Reading
from interviews.importing.layout import Table
from interviews.importing.problems import CellError, Problem, UnsettledError
from interviews.importing.references import References
from interviews.importing.tables import Row


@dataclass(slots=True, eq=False)
class Entry:
    """A row that could be read, and the thing it is about once that is in the database.

    `values` is everything it says, by attribute; `kept` names the attributes that an existing thing keeps all the
    same; `had` is what the thing has in its many-valued columns: by attribute each value, with the id of its row.
    """

    row: Row
    values: dict[str, object]
    kept: frozenset[str]
    thing: Model | None = None
    had: dict[str, dict[object, object]] = field(default_factory=dict)

    def key(self, attributes: tuple[str, ...]) -> tuple[object, ...]:
        """Its values of these attributes."""
        return tuple(hashable(self.values[name]) for name in attributes)

    def changes(self, table: Table) -> list[str]:
        """The columns in which it differs from its thing."""
        return [column.name for column in table.own if column.attribute not in self.kept and self._differs(column)]

    def _differs(self, column: Column) -> bool:
        if isinstance(column, Many):
            return self.wanted(column) != self.had[column.attribute].keys()
        return bool(self.values[column.attribute] != getattr(self.thing, column.attribute))

    def wanted(self, many: Many) -> frozenset[object]:
        """The values it names in a many-valued column."""
        values = self.values[many.attribute]
        return values if isinstance(values, frozenset) else frozenset()


def hashable(value: object) -> object:
    """The value, or of a list the set: terms in another order make no other group."""
    return frozenset(value) if isinstance(value, list) else value


def read_entry(table: Table, row: Row, references: References, problems: list[Problem]) -> Entry | None:
    """The row as values; None where a cell is wrong, which is reported, or refers to a row that is."""
    reading = Reading(table.model, row.cells, references)
    whole = True
    for column in table.columns:
        try:
            reading.values[column.attribute] = column.read(reading)
        except CellError as error:
            problems.append(Problem(table.file, row.line, column.name, str(error)))
            whole = False
        except UnsettledError:
            whole = False
    if not whole:
        return None
    return Entry(
        row,
        values={column.attribute: reading.values[column.attribute] for column in table.own},
        kept=frozenset(column.attribute for column in table.own if column.fixed or column.name not in row.cells),
    )
