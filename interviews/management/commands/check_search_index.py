"""Prove from the command line that the search index says what it should."""

from collections.abc import Iterator
from itertools import batched, chain

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from interviews import indexing
from interviews.indexing import Difference

BATCH = 200
SHOWN = 50


class Command(BaseCommand):
    """`manage.py check_search_index`."""

    help = (
        "Work out anew what the search index should say and compare it with what it says. Prints every difference "
        f"(the first {SHOWN}) and exits with 1 if there is any. Changes nothing, and may run while the site does."
    )

    def handle(self, *, verbosity: int, **_options: object) -> None:
        """Compare everything, with a bar where somebody watches."""
        ids = indexing.interviews()
        count = 0
        for count, difference in enumerate(chain(_of(ids, quiet=verbosity == 0), indexing.wrong_words()), start=1):
            if count <= SHOWN:
                self.stdout.write(str(difference))
        if count > SHOWN:
            self.stdout.write(f"… and {count - SHOWN:,} more.")
        if count:
            places = "1 difference" if count == 1 else f"{count:,} differences"
            message = f"The search index does not say what it should: {places}. Run manage.py reindex."
            raise CommandError(message)
        if verbosity:
            self.stdout.write(f"The search index says what it should of all {len(ids):,} interviews.")


def _of(ids: list[int], *, quiet: bool) -> Iterator[Difference]:
    """The differences of these interviews."""
    with tqdm(total=len(ids), unit=" interviews", disable=quiet or None) as progress:
        for batch in batched(ids, BATCH):
            yield from indexing.differences(batch)
            progress.update(len(batch))
