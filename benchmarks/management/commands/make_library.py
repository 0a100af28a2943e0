"""Make a fictional library from the command line."""

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, connection
from tqdm import tqdm

from benchmarks.library.making import make, taken

MOST = 1_000_000


class Command(BaseCommand):
    """`manage.py make_library --interviews N [--seed 1]`."""

    help = (
        "Fill an empty database with a fictional library to measure search on: N published interviews with transcripts "
        "of 3,000 words and six statements each, 250 organisations with their history, 60 themes. The same seed makes "
        "the same rows."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """How many, and which."""
        parser.add_argument("--interviews", type=int, required=True, metavar="N", help="how many interviews")
        parser.add_argument("--seed", type=int, default=1, help="another number makes another library")

    def handle(self, *, interviews: int, seed: int, verbosity: int, **_options: object) -> None:
        """Make it, index it, and tell the database's planner about it."""
        if not 1 <= interviews <= MOST:
            message = f"There is no library of {interviews:,} interviews. Ask for 1 to {MOST:,}."
            raise CommandError(message)
        try:
            held = taken()
        except DatabaseError as error:
            message = f"The database has no tables yet: {str(error).splitlines()[0]}. Run migrate first."
            raise CommandError(message) from error
        if held:
            message = (
                f"This database holds {held} already, and a made-up library must not be mixed with them. Nothing was "
                "written. Set VAR to a directory of its own (VAR=/tmp/library/var) and run migrate first."
            )
            raise CommandError(message)
        # Silent unless somebody watches.
        with tqdm(total=interviews, unit=" interviews", disable=None if verbosity else True) as progress:
            try:
                for count in make(interviews=interviews, seed=seed):
                    progress.update(count)
            except DatabaseError as error:
                message = f"The database did not take the library: {str(error).strip()}. Nothing was written."
                raise CommandError(message) from error
        call_command("reindex", from_start=True, verbosity=verbosity)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        self.stdout.write(f"The library holds {interviews:,} interviews.")
