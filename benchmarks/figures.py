"""What a measurement leaves: figures that go to a file and come back."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Figure:
    """What one engine needs for one query, medians in milliseconds.

    `whole`: all of it. `database`: in the site's database. `search`: in the statements there that search, rank, count
    and mark. `statements`: how many the database was sent.
    """

    engine: str
    kind: str
    query: str
    found: int
    whole: float
    database: float
    search: float
    statements: int


@dataclass(frozen=True, slots=True)
class Session:
    """One size. `suggestions`: milliseconds. `without_column`: seconds, or None where it took longer than `limit`."""

    interviews: int
    figures: Sequence[Figure]
    suggestions: float | None
    without_column: float | None
    limit: int
    versions: Mapping[str, str]

    @property
    def engines(self) -> list[str]:
        """Their names, ours first."""
        return list(dict.fromkeys(figure.engine for figure in self.figures))

    def by_kind(self) -> Mapping[str, Mapping[str, Figure]]:
        """Figures by class of query and engine."""
        kinds = dict.fromkeys(figure.kind for figure in self.figures)
        return {kind: {figure.engine: figure for figure in self.figures if figure.kind == kind} for kind in kinds}

    def dump(self) -> str:
        """As text, which `load` reads."""
        return json.dumps(asdict(self))

    @classmethod
    def load(cls, text: str) -> Self:
        """Read what `dump` wrote."""
        read = json.loads(text)
        return cls(**{**read, "figures": [Figure(**figure) for figure in read["figures"]]})
