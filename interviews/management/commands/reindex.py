"""Rebuild the search index from the command line."""

import os
from time import monotonic

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from tqdm import tqdm

from interviews import indexing

MOST_JOBS = 16


class Command(BaseCommand):
    """`manage.py reindex [--jobs N] [--from-start]`."""

    help = (
        "Rebuild the search index from the interviews, a few at a time, while the site serves readers and curators. "
        "Only what differs is written. Interrupted, it goes on where it was when it is run again."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """How many at a time, and from where."""
        usual = min(os.cpu_count() or 1, 4)
        parser.add_argument(
            "--jobs", type=int, default=usual, metavar="N", help=f"batches side by side, here usually {usual}"
        )
        parser.add_argument("--from-start", action="store_true", help="do not go on with an interrupted run")

    def handle(self, *, jobs: int, from_start: bool, verbosity: int, **_options: object) -> None:
        """Rebuild, with a bar where somebody watches, and say what was done."""
        if not 1 <= jobs <= MOST_JOBS:
            message = f"There cannot be {jobs} jobs. Ask for 1 to {MOST_JOBS}."
            raise CommandError(message)
        started = monotonic()
        try:
            count = self._rebuild(jobs=jobs, from_start=from_start, quiet=verbosity == 0)
        except DatabaseError as error:
            message = f"The database stopped it: {str(error).strip()}. Run reindex again to go on from where it was."
            raise CommandError(message) from error
        if verbosity:
            took = f"{monotonic() - started:.1f} seconds"
            self.stdout.write(f"The search index is rebuilt: {count:,} {_interviews(count)} in {took}.")

    def _rebuild(self, *, jobs: int, from_start: bool, quiet: bool) -> int:
        """Rebuild what there is to do; how many interviews that were."""
        reached = indexing.begin(from_start=from_start)
        everything = indexing.interviews()
        left = [pk for pk in everything if pk > reached]
        done = len(everything) - len(left)
        if done and not quiet:
            self.stdout.write(f"Going on from where an earlier run stopped, after {done:,} {_interviews(done)}.")
        with tqdm(total=len(everything), initial=done, unit=" interviews", disable=quiet or None) as progress:
            for count in indexing.rebuild(left, jobs=jobs):
                progress.update(count)
        indexing.finish()
        return len(left)


def _interviews(count: int) -> str:
    return "interview" if count == 1 else "interviews"
