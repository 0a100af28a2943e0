"""Import a directory of tables: everything or nothing, and one import at a time."""

from difflib import get_close_matches
from pathlib import Path

from django.db import connection, transaction

from interviews.importing.loading import Outcome, load
from interviews.importing.problems import ImportRefusedError, Problem
from interviews.importing.references import References
from interviews.importing.schema import TABLES
from interviews.importing.tables import Sheet, read_table

LOCK = 0x7065_7273  # "pers": any number that nobody else takes


def import_tables(directory: Path, *, dry_run: bool = False) -> list[Outcome]:
    """Make the database say what the tables say; raise ImportRefusedError, with every problem, where that cannot be.

    A row is found again by its key and keeps its id. What is in no table is left alone. A dry run does all of it
    and takes it back.
    """
    sheets, problems = _sheets(directory)
    references = References()
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        outcomes = [load(table, sheets[table.file], references, problems) for table in TABLES if table.file in sheets]
        if not problems:
            connection.check_constraints()
        transaction.set_rollback(dry_run or bool(problems))
    if problems:
        raise ImportRefusedError(problems)
    return outcomes


def _sheets(directory: Path) -> tuple[dict[str, Sheet], list[Problem]]:
    """The tables in the directory, read; and what is wrong with them so far."""
    known = {table.file: table for table in TABLES}
    sheets: dict[str, Sheet] = {}
    problems: list[Problem] = []
    for path in sorted(directory.iterdir()):
        if table := known.get(path.name):
            sheets[path.name] = read_table(path, required=table.required, optional=table.optional)
            problems += sheets[path.name].problems
        elif path.suffix.lower() == ".csv" and not path.name.startswith("."):
            near = get_close_matches(path.name.lower(), known, 1)
            meant = f" Did you mean {near[0]}?" if near else ""
            problems.append(Problem(path.name, 0, "", f"No table has this name.{meant} There are: {', '.join(known)}."))
    if not sheets and not problems:
        problems.append(Problem(str(directory), 0, "", f"There is no table here. There may be: {', '.join(known)}."))
    return sheets, problems
