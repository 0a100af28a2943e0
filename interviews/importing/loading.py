"""Load one table: read its rows, match them with what is there, write what differs."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from interviews.importing.entries import Entry, read_entry
from interviews.importing.layout import Table
from interviews.importing.matching import match
from interviews.importing.problems import Problem
from interviews.importing.references import References
from interviews.importing.tables import Row, Sheet
from interviews.importing.writing import write
from organisations.models import Addressed


@dataclass(slots=True)
class Outcome:
    """What became of one table; `changes` says of each changed line which columns differed."""

    file: str
    new: int = 0
    unchanged: int = 0
    changes: dict[int, list[str]] = field(default_factory=dict)

    @property
    def changed(self) -> int:
        """How many rows were there, and differed."""
        return len(self.changes)


def load(table: Table, sheet: Sheet, references: References, problems: list[Problem]) -> Outcome:
    """Make the database say what the sheet says, so far as its rows are right; report the others."""
    outcome = Outcome(table.file)
    if not sheet.legible:
        references.give_up(table.model)
    _tell(table, sheet.spoilt, [], references)
    for rows in _above_first(table, sheet.rows, problems):
        read = [read_entry(table, row, references, problems) for row in rows]
        entries = match(table, [entry for entry in read if entry], references, problems)
        differing = list(_differing(table, entries, outcome))
        problems += write(table, differing)
        _tell(table, rows, entries, references)
    return outcome


def _above_first(table: Table, rows: list[Row], problems: list[Problem]) -> Iterator[list[Row]]:
    """The rows in the order in which they can be written: those that name one of their own kind come second.

    A row that is named by another names none itself: there are two levels at most.
    """
    if not table.above:
        yield rows
        return
    below = [row for row in rows if row.cells[table.above]]
    names = {row.cells[table.key[0]] for row in below}
    for row in below:
        if row.cells[table.above] in names:
            message = f"“{row.cells[table.above]}” is under another itself. There are two levels at most."
            problems.append(Problem(table.file, row.line, table.above, message))
    yield [row for row in rows if not row.cells[table.above]]
    yield [row for row in below if row.cells[table.above] not in names]


def _differing(table: Table, entries: list[Entry], outcome: Outcome) -> Iterator[Entry]:
    """The entries that are new or changed; all are counted."""
    for entry in entries:
        if entry.thing is None:
            outcome.new += 1
            yield entry
        elif changes := entry.changes(table):
            outcome.changes[entry.row.line] = changes
            yield entry
        else:
            outcome.unchanged += 1


def _tell(table: Table, rows: list[Row], entries: list[Entry], references: References) -> None:
    """Let later tables know what is there now, and which rows were refused."""
    there = {entry.row.line: entry.thing for entry in entries if entry.thing}
    for row in rows:
        thing = there.get(row.line)
        if thing is None:
            references.refuse(table.model, tuple(row.cells.get(name, "") for name in table.named_by))
        elif issubclass(table.model, Addressed):
            references.learn(table.model, row.cells["slug"], thing.pk)
