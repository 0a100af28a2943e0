"""Read CSV tables into rows that know their line: file in, dataclasses out, no database."""

import codecs
import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from interviews.importing.problems import Problem


@dataclass(frozen=True, slots=True)
class Row:
    """One record: the line of the file on which it starts, and the text of each cell by its column."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What could be read of one file, and what was wrong with the rest."""

    file: str
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


def read_table(path: Path, *, required: Sequence[str], optional: Sequence[str]) -> Sheet:
    """Read one table: UTF-8 with or without a byte order mark, commas, any line ends, columns in any order."""
    problems: list[Problem] = []
    rows = tuple(_rows(path, required, optional, problems))
    return Sheet(path.name, rows, tuple(problems))


def _rows(path: Path, required: Sequence[str], optional: Sequence[str], problems: list[Problem]) -> Iterator[Row]:
    """The rows that can be made out; what cannot goes to `problems`."""
    records = _records(path.name, _decoded(path, problems), problems)
    first = next(records, None)
    if first is None:
        if not problems:
            columns = ",".join(required)
            problems.append(Problem(path.name, 0, "", f"The file is empty. Its first line must be {columns}"))
        return
    number, header = first
    faults = list(_header_faults(header, required, optional))
    problems.extend(Problem(path.name, number, column, message) for column, message in faults)
    if faults:
        return
    for line, cells in records:
        if len(cells) != len(header):
            problems.append(Problem(path.name, line, "", _miscounted(len(cells), len(header))))
        elif any(cells):
            row = Row(line, dict(zip(header, cells, strict=True)))
            spoilt = [column for column, cell in row.cells.items() if "\0" in cell]
            message = "There is a NUL character in this cell, which no text can hold. Delete it."
            problems.extend(Problem(path.name, line, column, message) for column in spoilt)
            if not spoilt:
                yield row


def _decoded(path: Path, problems: list[Problem]) -> str:
    """The text of the file; empty where it has none that can be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        problems.append(Problem(path.name, 0, "", f"The file cannot be read: {error.strerror}."))
        return ""
    lines = data.removeprefix(codecs.BOM_UTF8).splitlines(keepends=True)
    for number, line in enumerate(lines, start=1):
        try:
            line.decode()
        except UnicodeDecodeError:
            message = "This line is not in UTF-8. Save the table as “CSV UTF-8”."
            problems.append(Problem(path.name, number, "", message))
    return "" if problems else b"".join(lines).decode()


def _records(file: str, text: str, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """Each record that is not blank, with the line on which it starts."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            problems.append(Problem(file, line, "", _unreadable(error)))
            continue
        if cells:
            yield line, [cell.replace("\r\n", "\n").strip() for cell in cells]


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
            yield name, f"This table has no such column.{meant} Its columns are: {', '.join(known)}."
        elif header.count(name) > 1:
            yield name, "This column is there twice. Keep one of the two."
    for name in required:
        if name not in header:
            yield name, "This column is missing. Add it; its cells may be empty where nothing is known."


def _miscounted(cells: int, columns: int) -> str:
    """A line that is longer or shorter than the first."""
    counted = f"This line has {cells} cells, but the table has {columns} columns."
    if cells > columns:
        return f"{counted} Put quotation marks round a text that has a comma in it."
    return f"{counted} Leave no column out; a cell may be empty."


def _unreadable(error: csv.Error) -> str:
    """A record that is no CSV."""
    if "field limit" in str(error):
        return f"A cell is longer than {csv.field_size_limit():,} characters. Is a quotation mark missing?"
    return (
        "A quotation mark is out of place. Put one before and one after the text of the cell, "
        "and write those within it twice."
    )
