"""Compare this site's search with plain PostgreSQL full text, by the judgements of the starter collection.

`make relevance` prints the table; with ARGS=--worst also the queries that this site's search answers worst.
"""

import argparse
import io
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path

import django
from django.apps import apps
from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVector
from django.core.management import call_command
from django.db import connection
from django.db.models import StringAgg, Value
from django.test import Client
from django.test.utils import setup_databases, setup_test_environment, teardown_databases, teardown_test_environment

from tests.search.judgements import DEPTH, Scores, Topic, topics

STARTER = Path(__file__).parents[2] / "interviews/starter"
DATABASE = "test_relevance"
COLUMNS = ("nDCG@10", "MRR", "success@3")

type Search = Callable[[str], list[str]]
"""The slugs of the first interviews that a query finds."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found for a query, and what that is worth."""

    topic: Topic
    found: list[str]
    scores: Scores


def ours(query: str) -> list[str]:
    """The search page."""
    response = Client().get("/search/", {"q": query})
    return [result.interview.slug for result in response.context["results"]]


def plain(query: str) -> list[str]:
    """Full text as Django's documentation shows it, over everything said in an interview and who said it."""
    words = SearchQuery(query, config="english", search_type="websearch")
    vector = SearchVector("title", "summary", "said", "speaker_names", config="english")
    found = (
        apps.get_model("interviews", "Interview")
        .objects.filter(state="published")
        .annotate(
            said=StringAgg("statements__text", Value(" "), distinct=True),
            speaker_names=StringAgg("speakers__role__leader__name", Value(" "), distinct=True),
        )
        .annotate(vector=vector, rank=SearchRank(vector, words))
        .filter(vector=words)
        .order_by("-rank", "pk")
    )
    return [str(slug) for slug in found.values_list("slug", flat=True)[:DEPTH]]


def answers(search: Search) -> list[Answer]:
    """What the search finds for every query that was judged."""
    found = ((topic, search(topic.query)) for topic in topics())
    return [Answer(topic, slugs, Scores.of(slugs, topic.grades)) for topic, slugs in found]


def overall(several: Sequence[Answer]) -> Scores:
    """What they are worth on average."""
    return Scores.mean(answer.scores for answer in several)


def table(left: Sequence[Answer], right: Sequence[Answer]) -> Iterator[str]:
    """Both searches side by side, for each kind of query and for all."""
    yield f"{'':24}" + "".join(f"{name:>18}" for name in COLUMNS)
    yield f"{'':14}{'queries':>10}" + f"{'ours':>10}{'plain':>8}" * len(COLUMNS)
    for kind in [*dict.fromkeys(answer.topic.kind for answer in left), "all"]:
        both = [[answer for answer in side if kind in (answer.topic.kind, "all")] for side in (left, right)]
        pairs = zip(*(astuple(overall(side)) for side in both), strict=True)
        yield f"{kind:14}{len(both[0]):10}" + "".join(f"{mine:10.3f}{theirs:8.3f}" for mine, theirs in pairs)


def worst(several: Sequence[Answer], count: int) -> Iterator[str]:
    """The queries answered worst: what came first and what should have, with grades."""
    for answer in sorted(several, key=lambda answer: answer.scores.ndcg)[:count]:
        grades = answer.topic.grades
        best = sorted(grades, key=lambda slug: -grades[slug])
        yield f"\n{answer.scores.ndcg:.3f}  {answer.topic.query}"
        for label, slugs in (("found", answer.found), ("best", best)):
            graded = (f"{slug} ({grades.get(slug, 0)})" for slug in slugs[:3])
            yield f"       {label + ':':6} {', '.join(graded) or 'nothing'}"


@contextmanager
def starter_collection() -> Iterator[None]:
    """A database with the starter collection and nothing else, for as long as it is needed."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()
    # Not the name that the tests use, so that both can run at the same time.
    connection.settings_dict["TEST"]["NAME"] = DATABASE
    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False, serialized_aliases=[])
    try:
        call_command("import_tables", str(STARTER), stdout=io.StringIO())
        yield
    finally:
        teardown_databases(databases, verbosity=0)
        teardown_test_environment()


def main() -> None:
    """Print the comparison."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worst", nargs="?", const=20, default=0, type=int, metavar="N", help="also list the N worst")
    chosen = parser.parse_args()
    with starter_collection():
        left, right = answers(ours), answers(plain)
    lines = [*table(left, right), *worst(left, chosen.worst)]
    print("\n".join(lines))  # noqa: T201


if __name__ == "__main__":
    main()
