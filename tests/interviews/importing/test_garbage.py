"""Whatever stands in a file, an import ends well or with problems that are told."""

import string
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interviews.importing.importer import import_tables
from interviews.importing.problems import ImportRefusedError
from interviews.importing.schema import TABLES
from tests.interviews.importing.conftest import TABLES as SMALL

pytestmark = pytest.mark.django_db

LIKELY = st.sampled_from(
    ["", "time", "clocks", "a; b", "a;a", "1", "-1", "2014-08?", "https://a.example", "former", "\0"]
)
CELLS = st.text(max_size=300) | LIKELY
FILES = st.sampled_from([table.file for table in TABLES])
# Many examples would be slow: each is a whole import.
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def end_well(files: dict[str, bytes]) -> None:
    with TemporaryDirectory() as directory:
        for name, data in files.items():
            (Path(directory) / name).write_bytes(data)
        with suppress(ImportRefusedError):
            import_tables(Path(directory), dry_run=True)


def quoted(cells: list[str]) -> str:
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)


@given(st.data())
@FEW
def test_garbage_in_the_cells_is_told(data: st.DataObject) -> None:
    files = {f"{name}.csv": "\n".join(lines).encode() for name, lines in SMALL.items()}
    table = data.draw(st.sampled_from(TABLES))
    columns = [*table.required, *data.draw(st.lists(st.sampled_from(table.optional or table.required), max_size=2))]
    rows = data.draw(st.lists(st.lists(CELLS, min_size=len(columns), max_size=len(columns)), min_size=1, max_size=4))
    files[table.file] = "\n".join([",".join(columns), *map(quoted, rows)]).encode()
    end_well(files)


@given(file=FILES, data=st.binary(max_size=400) | st.text(string.printable, max_size=400).map(str.encode))
@FEW
def test_garbage_for_a_file_is_told(file: str, data: bytes) -> None:
    end_well({file: data})
