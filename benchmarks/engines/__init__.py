"""What is measured: each engine answers with count, ten best, snippets and counts per facet."""

from typing import Protocol

from benchmarks.queries import Query


class Engine(Protocol):
    """A search that answers a query in full and says how many interviews it found."""

    @property
    def name(self) -> str:
        """For the table."""

    def ask(self, query: Query) -> int:
        """Do all that a page of results needs, and return how many were found."""
