"""Turn what a reader typed into a match. The only module that speaks tsquery."""

import re
from dataclasses import dataclass
from typing import Self

from django.contrib.postgres.search import SearchQuery, SearchQueryField
from django.db.models import CharField, Func, Value
from django.db.models.functions import Cast, Replace

CONFIG = "perspectives"
"""The text search configuration made by the first migration: English stems, blind to accents."""

MAX_LENGTH = 300
"""Characters. Longer than any question; short enough that no query is slow to read."""

# A run of hyphens means nothing, nor does one before no word and no phrase; some 33 of them, even with spaces
# between, make websearch_to_tsquery raise.
_HYPHENS = re.compile(r'-{2,}|-(?![\w"])')
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader looks for: words that must all occur, "phrases", `OR`, and `-without`."""

    text: str = ""

    @classmethod
    def parse(cls, typed: str) -> Self:
        """Tidy what was typed. Any text will do; none raises."""
        visible = typed.encode(errors="replace").decode().replace("\0", " ")
        return cls(_SPACE.sub(" ", _HYPHENS.sub(" ", visible)).strip()[:MAX_LENGTH])

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.text)

    def match(self) -> SearchQuery:
        """Everything asked for, as the database's query."""
        return SearchQuery(self.text, config=CONFIG, search_type="websearch")

    def match_any(self) -> Func:
        """Any of the words asked for: finds the sentences that made an interview match as a whole."""
        written = Cast(self.match(), CharField())
        return Cast(Replace(written, Value("&"), Value("|")), SearchQueryField())
