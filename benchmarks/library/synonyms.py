"""The synonym groups of the starter collection, because a library without any would be searched for less."""

import csv
from pathlib import Path

import interviews
from interviews.models import SynonymGroup

_TABLE = Path(interviews.__file__).parent / "starter" / "synonyms.csv"


def synonyms() -> list[SynonymGroup]:
    """All of them."""
    with _TABLE.open(encoding="utf-8", newline="") as table:
        terms = [[term.strip() for term in row["terms"].split(";")] for row in csv.DictReader(table)]
    return [SynonymGroup(pk=number, terms=group) for number, group in enumerate(terms, 1)]
