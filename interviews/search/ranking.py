"""Put matches in order: the best first, and never two in an order of chance."""

from collections.abc import Sequence
from math import log

from django.contrib.postgres.search import SearchRank
from django.db import connection
from django.db.models import F, Value

from interviews.search.meaning import Meaning, tsquery

RERANKED = 200
"""Interviews: as many as anybody looks through, and few enough to read the whole of each."""

# For D, C, B, A: the transcript is long, so a word in it says little.
_WEIGHTS = [0.05, 0.2, 0.6, 1.0]


def by_head(meaning: Meaning) -> SearchRank | Value:
    """How well a document's head answers: cheap enough for every hit there is. Equally well, where nothing must be."""
    if not meaning.near:
        return Value(0)
    return SearchRank(F("head"), tsquery(meaning.any or meaning.near), weights=_WEIGHTS)


def best_first(ids: Sequence[int], meaning: Meaning) -> list[int]:
    """Order interviews anew by all that is known of them; equals keep the order that they came in."""
    concepts = [(concept.stems or concept.near, concept.any or concept.near) for concept in meaning.concepts]
    concepts = [pair for pair in concepts if pair[1]]
    if not concepts or len(ids) < 2:  # noqa: PLR2004  # one is in order
        return list(ids)
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT document.interview_id, asked.place, ts_rank(%(weights)s::real[], document.head, asked.typed),
                   ts_rank(%(weights)s::real[], document.head, asked.any_of_it),
                   (SELECT max(ts_rank(statement.vector, asked.any_of_it)) FROM interviews_statement statement
                     WHERE statement.interview_id = document.interview_id)
              FROM interviews_searchdocument document,
                   unnest(%(typed)s::tsquery[], %(any)s::tsquery[]) WITH ORDINALITY AS asked (typed, any_of_it, place)
             WHERE document.interview_id = ANY(%(ids)s)
            """,
            {
                "weights": _WEIGHTS,
                "typed": [typed for typed, _ in concepts],
                "any": [any_of_it for _, any_of_it in concepts],
                "ids": list(ids),
            },
        )
        rows = cursor.fetchall()
    scores = dict.fromkeys(ids, 0.0)
    having = [0] * (len(concepts) + 1)
    for _, place, _, any_of_it, _ in rows:
        having[place] += any_of_it > 0
    for interview, place, typed, any_of_it, said in rows:
        rarity = log(1 + len(ids) / (1 + having[place]))
        scores[interview] += rarity * (max(typed, 0.7 * any_of_it) + (said or 0))
    return sorted(ids, key=lambda interview: -scores[interview])
