"""Read CSV tables into rows that know their line: file in, dataclasses out, no database."""

import codecs
import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from interviews.importing.problems import Problem


@dataclass(frozen=True, slots=True)
class Row:
    """One record: the line of the file on which it starts, and the text of each cell by its column."""

    line: int
    cells: Mapping[str, str]


@dataclass(slots=True)
class Sheet:
    """What could be read of one file, and what was wrong with the rest.

    `spoilt` rows say something, but nobody can be sure what; where the file is not `legible`, rows are missing.
    """

    file: str
    rows: list[Row] = field(default_factory=list)
    spoilt: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    legible: bool = True

    def report(self, line: int, column: str, message: str) -> None:
        """Note a fault."""
        self.problems.append(Problem(self.file, line, column, message))


def read_table(path: Path, *, required: Sequence[str], optional: Sequence[str]) -> Sheet:
    """Read one table: UTF-8 with or without a byte order mark, commas, any line ends, columns in any order."""
    sheet = Sheet(path.name)
    text = _decoded(path, sheet)
    records = _records(text, sheet)
    line, header = next(records, (0, []))
    if sheet.legible and not header:
        sheet.report(0, "", f"The file is empty. Its first line must be {','.join(required)}")
    for column, message in _header_faults(header, required, optional) if header else ():
        sheet.report(line, column, message)
    sheet.legible = not sheet.problems
    if sheet.legible:
        _read_rows(header, records, sheet)
    return sheet


def _decoded(path: Path, sheet: Sheet) -> str:
    """The text of the file; empty where it has none that can be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        sheet.legible = False
        sheet.report(0, "", f"The file cannot be read: {error.strerror}.")
        return ""
    lines = data.removeprefix(codecs.BOM_UTF8).splitlines(keepends=True)
    for number, line in enumerate(lines, start=1):
        try:
            line.decode()
        except UnicodeDecodeError:
            sheet.legible = False
            sheet.report(number, "", "This line is not in UTF-8. Save the table as “CSV UTF-8”.")
    return b"".join(lines).decode() if sheet.legible else ""


def _records(text: str, sheet: Sheet) -> Iterator[tuple[int, list[str]]]:
    """Each record that is not blank, with the line on which it starts."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = [cell.replace("\r\n", "\n").strip() for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            sheet.legible = False
            sheet.report(line, "", _no_csv(error))
            continue
        if any(cells):
            yield line, cells


def _read_rows(header: list[str], records: Iterator[tuple[int, list[str]]], sheet: Sheet) -> None:
    """Sort the records into rows and spoilt ones."""
    for line, cells in records:
        row = Row(line, dict(zip(header, cells, strict=False)))
        nul = [column for column, cell in row.cells.items() if "\0" in cell]
        for column in nul:
            sheet.report(line, column, "There is a NUL character in this cell, which no text can hold. Delete it.")
        if len(cells) != len(header):
            sheet.report(line, "", _miscounted(len(cells), len(header)))
        (sheet.rows if len(cells) == len(header) and not nul else sheet.spoilt).append(row)


def _header_faults(header: list[str], required: Sequence[str], optional: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What is wrong with the names of the columns, as column and message."""
    known = [*required, *optional]
    if len(header) == 1 and ";" in header[0]:
        yield "", "The columns are separated by semicolons. Save the table with commas between the columns."
        return
    for name in dict.fromkeys(header):
        if name not in known:
            near = get_close_matches(name, known, 1)
            meant = f" Did you mean “{near[0]}”?" if near else ""
            yield name[:60], f"This table has no such column.{meant} Its columns are: {', '.join(known)}."
        elif header.count(name) > 1:
            yield name, "This column is there twice. Keep one of the two."
    for name in required:
        if name not in header:
            yield name, "This column is missing. Add it; its cells may be empty where nothing is known."


def _miscounted(cells: int, columns: int) -> str:
    """A line that is longer or shorter than the first."""
    counted = f"This line has {cells} {'cell' if cells == 1 else 'cells'}, but the table has {columns} columns."
    if cells > columns:
        return f"{counted} Put quotation marks round a text that has a comma in it."
    return f"{counted} Leave no column out; a cell may be empty."


def _no_csv(error: csv.Error) -> str:
    """A record that cannot be taken apart."""
    if "field limit" in str(error):
        return f"A cell is longer than {csv.field_size_limit():,} characters. Is a quotation mark missing?"
    return (
        "A quotation mark is out of place. Put one before and one after the text of the cell, "
        "and write those within it twice."
    )
