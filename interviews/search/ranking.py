"""Put matches in order: the best first, and never two in an order of chance."""

from typing import TYPE_CHECKING

from django.contrib.postgres.search import SearchRank, SearchVector
from django.db.models import F

from interviews.search.document import Document
from interviews.search.query import CONFIG, Query

if TYPE_CHECKING:
    from interviews.models.interview import InterviewQuerySet

# For D, C, B, A as document.py gives them out: the transcript is long, so a word in it says little.
_WEIGHTS = [0.05, 0.2, 0.6, 1.0]
# Divide by 1 + log of the length: a long interview says every word sooner or later.
_BY_LENGTH = 1


def ranked[Q: "InterviewQuerySet"](interviews: Q, query: Query) -> Q:
    """Order interviews that match by rank, then date, then id."""
    rank = SearchRank(Document(F("pk")), query.match(), weights=_WEIGHTS, normalization=_BY_LENGTH)
    return interviews.annotate(rank=rank).order_by("-rank", F("date").desc(nulls_last=True), "-pk")


def score(path: str, query: Query) -> SearchRank:
    """How well the words at `path` answer; 0 where none of them occurs. For statements and passages."""
    return SearchRank(SearchVector(path, config=CONFIG), query.match_any())
