"""The command that imports tables: what it says, and how it ends."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections

from interviews.importing.importer import LOCK
from organisations.models import Leader
from tests.factories import LeaderFactory

pytestmark = pytest.mark.django_db

HEADING = "slug,name,post_nominals,specialty,profile_url\n"


def run(directory: Path, *, dry_run: bool = False) -> str:
    out = StringIO()
    call_command("import_tables", directory, dry_run=dry_run, stdout=out)
    return " ".join(out.getvalue().split())


def test_it_counts_what_is_new_changed_and_unchanged(tmp_path: Path) -> None:
    LeaderFactory(slug="ada", name="Ada Quill")
    LeaderFactory(slug="bea", name="Bea Hive")
    (tmp_path / "leaders.csv").write_text(HEADING + "ada,Ada Quill,,,\nbea,Bea Hive,CBE,,\ncy,Cy Press,,,\n")
    assert run(tmp_path) == ("leaders.csv 1 new 1 changed 1 unchanged In all 1 new 1 changed 1 unchanged")
    assert run(tmp_path) == ("leaders.csv 0 new 0 changed 3 unchanged Nothing changed: all 3 rows were there already.")


def test_a_dry_run_says_which_lines_would_change(tmp_path: Path) -> None:
    LeaderFactory(slug="bea", name="Bea Hive")
    (tmp_path / "leaders.csv").write_text(HEADING + "bea,Bea Hive,CBE,Surgery,\n")
    assert run(tmp_path, dry_run=True) == (
        "leaders.csv, line 2: post_nominals, specialty changed leaders.csv 0 new 1 changed 0 unchanged "
        "In all 0 new 1 changed 0 unchanged This was a dry run: nothing was written."
    )
    assert Leader.objects.get().post_nominals == ""


def test_problems_go_to_standard_error_in_order(tmp_path: Path) -> None:
    (tmp_path / "leaders.csv").write_text(HEADING + "B b,,,,\n")
    (tmp_path / "synonyms.csv").write_text("terms\nalone\n")
    errors = StringIO()
    with pytest.raises(CommandError, match=r"^3 problems\. Nothing was written\.$"):
        call_command("import_tables", tmp_path, stderr=errors)
    assert [line.split(":")[0] for line in errors.getvalue().splitlines()] == [
        'leaders.csv, line 2, column "name"',
        'leaders.csv, line 2, column "slug"',
        'synonyms.csv, line 2, column "terms"',
    ]
    assert not Leader.objects.exists()


def test_a_second_import_waits_for_the_first(tmp_path: Path) -> None:
    (tmp_path / "leaders.csv").write_text(HEADING)
    first = connections.create_connection("default")
    try:
        with first.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '1ms'")
        with pytest.raises(CommandError, match=r"The database did not take the tables: .*lock timeout"):
            run(tmp_path)
    finally:
        first.close()


def test_no_directory_is_told(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="There is no directory"):
        call_command("import_tables", tmp_path / "nowhere")
