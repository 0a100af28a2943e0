"""What a table is: its file, its columns, and what makes a row the same thing as before."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Model

from interviews.importing.columns import Column, Many


@dataclass(frozen=True, slots=True)
class Table:
    """One CSV file and the model it fills.

    `key`: the attributes that no two rows may share. `found_by`: the keys by which a row is found in the database,
    tried in order; `key` alone where empty. `within`: the attribute that narrows what is read from the database.
    `named_by`: the columns by which other tables name a row. `above`: the column that names a row of the same table.
    """

    file: str
    model: type[Model]
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    found_by: tuple[tuple[str, ...], ...] = ()
    within: str = ""
    named_by: tuple[str, ...] = ()
    above: str = ""

    @property
    def required(self) -> tuple[str, ...]:
        """The columns it must have."""
        return tuple(column.name for column in self.columns if not column.optional)

    @property
    def optional(self) -> tuple[str, ...]:
        """The columns it may have."""
        return tuple(column.name for column in self.columns if column.optional)

    @property
    def own(self) -> tuple[Column, ...]:
        """The columns that fill the model, not only help to find something."""
        return tuple(column for column in self.columns if column.of is None)

    @property
    def manies(self) -> tuple[Many, ...]:
        """The columns that are rows of another model."""
        return tuple(column for column in self.columns if isinstance(column, Many))

    @property
    def last_of_key(self) -> str:
        """The column to blame where a key is taken."""
        return next(column.name for column in self.columns if column.attribute == self.key[-1])

    def column_for(self, fields: Collection[str]) -> str:
        """The last of its columns that a rule on these fields is about; empty where the rule is about none."""
        return next((column.name for column in reversed(self.columns) if column.field in fields), "")
