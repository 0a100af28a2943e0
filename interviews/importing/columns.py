"""The kinds of column: how the text of a cell becomes a value, and of which attribute."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db.models import Model

from interviews import questions
from interviews.importing.cells import EMPTY, Validator, clean, field_of, split
from interviews.importing.problems import CellError, UnsettledError
from interviews.importing.references import References
from interviews.models import Theme
from organisations.models import Addressed, Organisation, Role
from organisations.partial_dates import PartialDate


@dataclass(frozen=True, slots=True)
class Reading:
    """A row while it is read: its cells, and the values made of them so far."""

    model: type[Model]
    cells: Mapping[str, str]
    references: References
    values: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Column:
    """A plain column: its cell is the value of the field of the same name.

    `optional`: the table may do without it; what is there keeps its value. `fixed`: said when something is new;
    what is there keeps its value. `default`: what an empty cell stands for, where that is not what the field says.
    `of`: the model whose field it is, where that is not the table's own: then it only helps to find something else.
    """

    name: str
    optional: bool = False
    fixed: bool = False
    default: str = ""
    of: type[Model] | None = None
    validators: tuple[Validator, ...] = ()

    @property
    def field(self) -> str:
        """The model's field that it fills."""
        return self.name

    @property
    def attribute(self) -> str:
        """What of the thing it sets."""
        return self.name

    def read(self, reading: Reading) -> object:
        """The value of its cell; raise CellError where there is none."""
        text = reading.cells.get(self.name, "") or self.default
        return clean(field_of(self.of or reading.model, self.name), text, self.validators)


@dataclass(frozen=True, slots=True)
class Listed(Column):
    """Several values of an array, with semicolons between them."""

    def read(self, reading: Reading) -> object:
        """The list of values."""
        array = field_of(reading.model, self.name)
        parts = split(reading.cells.get(self.name, ""))
        if not parts or not isinstance(array, ArrayField):
            return clean(array, "", self.validators)
        return [clean(array.base_field, part) for part in parts]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Column):
    """The slug of another thing, present or former, in the tables or in the database."""

    to: type[Addressed]

    @property
    def attribute(self) -> str:
        """The id of the other thing."""
        return f"{self.name}_id"

    def read(self, reading: Reading) -> object:
        """Its id, or None where the cell is empty and may be."""
        slug = reading.cells.get(self.name, "")
        if slug:
            return reading.references.find(self.to, slug)
        if field_of(self.of or reading.model, self.name).blank:
            return None
        raise CellError(EMPTY)


@dataclass(frozen=True, slots=True)
class RoleTitle(Column):
    """The title of a role, which with the cells `leader`, `organisation` and perhaps `start` names that role."""

    @property
    def field(self) -> str:
        """Not the title, but the role."""
        return "role"

    @property
    def attribute(self) -> str:
        """Not the title, but the role."""
        return "role_id"

    def read(self, reading: Reading) -> object:
        """The id of the role."""
        clean(field_of(Role, "title"), reading.cells["title"])
        names = (reading.cells["leader"], reading.cells["organisation"], reading.cells["title"])
        who, where = reading.values.get("leader_id"), reading.values.get("organisation_id")
        start = reading.values.get("start", "no date")
        if not (isinstance(who, int) and isinstance(where, int) and isinstance(start, PartialDate | None)):
            raise UnsettledError
        return reading.references.role(who, where, start, names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Many(Column):
    """Several values, each a row of a model of their own: what it belongs to, and the value.

    Where `to` is given the values are slugs. What the cell no longer names is taken away.
    """

    rows: type[Model]
    owner: str
    value: str
    to: type[Addressed] | None = None

    def read(self, reading: Reading) -> object:
        """The set of values."""
        parts = split(reading.cells.get(self.name, ""))
        if self.to is None:
            return frozenset(clean(field_of(self.rows, self.value), part) for part in parts)
        return frozenset(reading.references.find(self.to, part) for part in parts)


@dataclass(frozen=True, slots=True)
class Search(Column):
    """The address of a search, or what follows its question mark. What it asks for by name may still be hidden."""

    def read(self, reading: Reading) -> object:
        """The search as it is stored."""
        typed = str(clean(field_of(reading.model, self.name), reading.cells[self.name], self.validators))
        try:
            given = questions.read(typed)
        except ValidationError as error:
            raise CellError(" ".join(error.messages)) from error
        if faults := questions.faults(questions.unnamed(given)):
            raise CellError(" ".join(faults))
        named: dict[str, type[Addressed]] = {"theme": Theme, "organisation": Organisation}
        for name, model in named.items():
            for slug in given.getlist(name):
                reading.references.find(model, slug)
        return given.urlencode()
