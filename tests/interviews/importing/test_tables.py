"""Reading a CSV file into rows that know their line."""

from pathlib import Path

import pytest

from interviews.importing.tables import Sheet, read_table


def read(tmp_path: Path, data: bytes) -> Sheet:
    path = tmp_path / "leaders.csv"
    path.write_bytes(data)
    return read_table(path, required=("slug", "name"), optional=("note",))


def said(sheet: Sheet) -> list[str]:
    return [str(problem) for problem in sheet.problems]


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        pytest.param(b"slug,name\na,Ada\n", [(2, {"slug": "a", "name": "Ada"})], id="plain"),
        pytest.param(b"\xef\xbb\xbfslug,name\r\na,Ada\r\n", [(2, {"slug": "a", "name": "Ada"})], id="a spreadsheet's"),
        pytest.param(b"slug,name\ra,Ada", [(2, {"slug": "a", "name": "Ada"})], id="old line ends"),
        pytest.param(b"name,slug\nAda,a\n", [(2, {"slug": "a", "name": "Ada"})], id="columns in another order"),
        pytest.param(b"slug,name,note\na,A,b\n", [(2, {"slug": "a", "name": "A", "note": "b"})], id="optional column"),
        pytest.param(b" slug , name\n a , Ada \n", [(2, {"slug": "a", "name": "Ada"})], id="space around cells"),
        pytest.param(b"slug,name\n\n,\na,\n", [(4, {"slug": "a", "name": ""})], id="blank lines"),
        pytest.param(b"slug,name\n", [], id="header only"),
        pytest.param(
            b'slug,name\na,"Ada\r\nQuill"\nb,"""Bea"", or B"\n',
            [(2, {"slug": "a", "name": "Ada\nQuill"}), (4, {"slug": "b", "name": '"Bea", or B'})],
            id="line ends, commas and quotation marks in cells",
        ),
    ],
)
def test_a_table_is_rows_with_their_lines(tmp_path: Path, data: bytes, rows: list[tuple[int, dict[str, str]]]) -> None:
    sheet = read(tmp_path, data)
    assert [(row.line, row.cells) for row in sheet.rows] == rows
    assert said(sheet) == []
    assert sheet.legible


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "leaders.csv: The file is empty. Its first line must be slug,name"),
        (b"\n \n", "leaders.csv: The file is empty. Its first line must be slug,name"),
        (b"slug;name\na;Ada\n", "leaders.csv, line 1: The columns are separated by semicolons. Save the table with"),
        (b"slug\na\n", 'leaders.csv, line 1, column "name": This column is missing. Add it'),
        (
            b"slug,naem,name\n",
            'leaders.csv, line 1, column "naem": This table has no such column. Did you mean “name”?',
        ),
        (b"slug,name,name\n", 'leaders.csv, line 1, column "name": This column is there twice.'),
        (
            b"slug,name\na,A\nb,Zo\xeb\n",
            "leaders.csv, line 3: This line is not in UTF-8. Save the table as “CSV UTF-8”",
        ),
        ("slug,name\na,Zoë\n".encode("utf-16"), "leaders.csv, line 1: This line is not in UTF-8."),
        (b'slug,name\na,"A"b\n', "leaders.csv, line 2: A quotation mark is out of place."),
        (b'slug,name\na,"A\nb,B\n', "leaders.csv, line 2: A quotation mark is out of place."),
        (b"slug,name\na," + b"x" * 200_000, "leaders.csv, line 2: A cell is longer than 131,072 characters."),
    ],
)
def test_a_file_that_cannot_be_read_says_where_and_why(tmp_path: Path, data: bytes, message: str) -> None:
    sheet = read(tmp_path, data)
    assert said(sheet)[0].startswith(message)
    assert not sheet.legible


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"b", "leaders.csv, line 3: This line has 1 cell, but the table has 2 columns. Leave no column out"),
        (
            b"b,B,C",
            "leaders.csv, line 3: This line has 3 cells, but the table has 2 columns. Put quotation marks round",
        ),
        (b"b,B\0", 'leaders.csv, line 3, column "name": There is a NUL character in this cell'),
    ],
)
def test_a_spoilt_line_leaves_the_others_readable(tmp_path: Path, line: bytes, message: str) -> None:
    sheet = read(tmp_path, b"slug,name\na,A\n" + line + b"\nc,C\n")
    assert [row.cells["slug"] for row in sheet.rows] == ["a", "c"]
    assert [row.cells["slug"] for row in sheet.spoilt] == ["b"]
    assert said(sheet)[0].startswith(message)
    assert sheet.legible


def test_every_faulty_line_is_told(tmp_path: Path) -> None:
    sheet = read(tmp_path, b'slug,name\na\n"b"b,B\nc,C,C\n')
    assert [problem.line for problem in sheet.problems] == [2, 3, 4]


def test_what_is_no_file_is_a_problem_like_others(tmp_path: Path) -> None:
    (tmp_path / "leaders.csv").mkdir()
    sheet = read_table(tmp_path / "leaders.csv", required=("slug",), optional=())
    assert said(sheet) == ["leaders.csv: The file cannot be read: Is a directory."]
