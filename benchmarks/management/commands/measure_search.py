"""Measure search on one library from the command line."""

from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from benchmarks.session import run
from interviews.indexing import is_incomplete
from interviews.models import Interview


class Command(BaseCommand):
    """`manage.py measure_search --interviews N --figures FILE`."""

    help = "Measure search on a library of N interviews, which is made unless it is there. Part of make bench."

    def add_arguments(self, parser: CommandParser) -> None:
        """How many, and where to write."""
        parser.add_argument("--interviews", type=int, required=True, metavar="N", help="how many interviews")
        parser.add_argument("--figures", type=Path, required=True, help="the file that the figures are written to")

    def handle(self, *, interviews: int, figures: Path, **_options: object) -> None:
        """Make sure of the library, measure, and write."""
        call_command("migrate", interactive=False, verbosity=0)
        held = Interview.objects.count()
        if not held:
            self._say(f"Making a library of {interviews:,} interviews")
            call_command("make_library", interviews=interviews)
        elif held != interviews:
            message = f"This database holds {held:,} interviews, not {interviews:,}. Set VAR to another directory."
            raise CommandError(message)
        if is_incomplete():
            self._say("Completing the search index")
            call_command("reindex", from_start=True)
        session = run(interviews, settings.VAR / "engines", self._say)
        figures.write_text(session.dump(), encoding="utf-8")

    def _say(self, what: str) -> None:
        """Tell whoever waits."""
        self.stdout.write(what, ending="" if what == "." else "\n")
        self.stdout.flush()
