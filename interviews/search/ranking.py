"""Put matches in order: the best first, and never two in an order of chance."""

from collections.abc import Sequence
from math import log

from django.contrib.postgres.search import SearchRank
from django.db import connection
from django.db.models import F

from interviews.search.meaning import Meaning, tsquery

RERANKED = 200
"""Interviews: as many as anybody looks through, and few enough to read the whole of each."""

# For D, C, B, A: the transcript is long, so a word in it says little.
_WEIGHTS = [0.05, 0.2, 0.6, 1.0]
# Found to order the judged queries best (make relevance), and not much worse for half or twice as much.
_STATEMENT = 4.0
_OTHER_WORDS = 0.7


def by_head(meaning: Meaning) -> SearchRank:
    """How well a document's head answers what must be there: cheap enough for every hit there is."""
    return SearchRank(F("head"), tsquery(meaning.near), weights=_WEIGHTS)


def best_first(ids: Sequence[int], meaning: Meaning) -> list[int]:
    """Order interviews anew by all that is known of them; equals keep the order that they came in.

    Each thing asked for counts by how rare it is among these, more in the words typed than in others, and what the
    best of the statements says counts most: the words of a sentence belong together.
    """
    concepts = [(concept.stems or concept.near, concept.any or concept.near) for concept in meaning.concepts]
    concepts = [pair for pair in concepts if pair[1]]
    if not concepts or len(ids) < 2:  # noqa: PLR2004  # one is in order
        return list(ids)
    rows = _ranks(ids, concepts, meaning)
    having = [sum(1 for *_, others in rows if others[place]) for place in range(len(concepts))]
    rarity = [log(1 + len(ids) / (1 + number)) for number in having]
    scores = {
        # The database divides by the number of words; all of them together in one statement are worth more, not less.
        interview: _STATEMENT * len(concepts) * said
        + sum(worth * max(own, _OTHER_WORDS * other) for worth, own, other in zip(rarity, typed, others, strict=True))
        for interview, said, typed, others in rows
    }
    return sorted(ids, key=lambda interview: -scores[interview])


def _ranks(
    ids: Sequence[int], concepts: Sequence[tuple[str, str]], meaning: Meaning
) -> list[tuple[int, float, list[float], list[float]]]:
    """Per interview: how well its best statement answers, and its head each concept, as typed and in other words."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT document.interview_id,
                   coalesce((SELECT max(ts_rank(statement.vector, %(all)s::tsquery)) FROM interviews_statement statement
                              WHERE statement.interview_id = document.interview_id), 0),
                   ARRAY(SELECT ts_rank(%(weights)s::real[], document.head, asked.words)
                           FROM unnest(%(typed)s::tsquery[]) WITH ORDINALITY AS asked (words, place) ORDER BY place),
                   ARRAY(SELECT ts_rank(%(weights)s::real[], document.head, asked.words)
                           FROM unnest(%(any)s::tsquery[]) WITH ORDINALITY AS asked (words, place) ORDER BY place)
              FROM interviews_searchdocument document
             WHERE document.interview_id = ANY(%(ids)s)
            """,
            {
                "all": meaning.near,
                "weights": _WEIGHTS,
                "typed": [typed for typed, _ in concepts],
                "any": [others for _, others in concepts],
                "ids": list(ids),
            },
        )
        return [(pk, float(said), typed, others) for pk, said, typed, others in cursor.fetchall()]
