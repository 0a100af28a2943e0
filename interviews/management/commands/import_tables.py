"""Import a directory of CSV tables from the command line."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from interviews.importing.importer import import_tables
from interviews.importing.loading import Outcome
from interviews.importing.problems import ImportRefusedError


class Command(BaseCommand):
    """`manage.py import_tables DIR [--dry-run]`."""

    help = (
        "Make the database say what the CSV tables in a directory say: all of it, or nothing where any row is wrong. "
        "A row that is there already keeps its id and is changed where it differs; what is in no table is left alone. "
        "New interviews are published, unless a column “state” in interviews.csv says draft."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """A directory, and whether to try only."""
        parser.add_argument("directory", type=Path, help="where the tables are; any of them may be missing")
        parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")

    def handle(self, *, directory: Path, dry_run: bool, verbosity: int, **_options: object) -> None:
        """Import, and say what became of each table or what is wrong with it."""
        if not directory.is_dir():
            message = f"There is no directory {directory}. Give the one that holds the tables."
            raise CommandError(message)
        try:
            outcomes = import_tables(directory, dry_run=dry_run)
        except ImportRefusedError as refused:
            for problem in refused.problems:
                self.stderr.write(str(problem))
            count = len(refused.problems)
            message = f"{count} {'problem' if count == 1 else 'problems'}. Nothing was written."
            raise CommandError(message) from refused
        except DatabaseError as error:
            message = f"The database did not take the tables: {str(error).strip()}. Nothing was written."
            raise CommandError(message) from error
        self._report(outcomes, in_detail=dry_run or verbosity > 1)
        if dry_run:
            self.stdout.write("This was a dry run: nothing was written.")

    def _report(self, outcomes: list[Outcome], *, in_detail: bool) -> None:
        """A line for each table, and one for all."""
        if in_detail:
            for outcome in outcomes:
                for line, columns in outcome.changes.items():
                    self.stdout.write(f"{outcome.file}, line {line}: {', '.join(columns)} changed")
        for outcome in outcomes:
            self.stdout.write(f"{outcome.file:<28} {_counts([outcome])}")
        if any(outcome.new or outcome.changed for outcome in outcomes):
            self.stdout.write(f"{'In all':<28} {_counts(outcomes)}")
        else:
            count = sum(outcome.unchanged for outcome in outcomes)
            self.stdout.write(f"Nothing changed: all {count} rows were there already.")


def _counts(outcomes: list[Outcome]) -> str:
    """How many rows were new, changed and unchanged."""
    new, changed, unchanged = (
        sum(getattr(outcome, name) for outcome in outcomes) for name in ("new", "changed", "unchanged")
    )
    return f"{new:>6} new {changed:>6} changed {unchanged:>6} unchanged"
