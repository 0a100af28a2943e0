"""What is wrong with a table, said so that a curator can find the place and mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault. Line 0 is the file as a whole; an empty column is the line as a whole. Sorts as one would read."""

    file: str
    line: int
    column: str
    message: str

    def __str__(self) -> str:
        line = f", line {self.line}" if self.line else ""
        column = f', column "{self.column}"' if self.column else ""
        return f"{self.file}{line}{column}: {self.message}"


class CellError(ValueError):
    """A cell that cannot stand; the message says what is wrong and what to write instead."""


class UnsettledError(Exception):
    """A cell that refers to a row which is wrong itself: that row is reported, this one just cannot be written."""


class ImportRefusedError(Exception):
    """Nothing was written, because of these problems."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = sorted(set(problems))
