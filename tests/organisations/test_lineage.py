"""What an organisation came from and became, through whatever was done to it."""

from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from organisations.lineage import Lineage
from organisations.models import Organisation, Succession, SuccessionKind
from tests.factories import OrganisationFactory, OrganisationNameFactory, SuccessionFactory


def _graph(*edges: str, kind: SuccessionKind = SuccessionKind.MERGED) -> Lineage:
    """Successions written `a>b`, between organisations whose id is the letter's number."""
    rows = []
    for number, edge in enumerate(edges, start=1):
        before, after = map(ord, edge.split(">"))
        rows.append(Succession(pk=number, predecessor_id=before, successor_id=after, kind=kind))
    return Lineage.of_rows(rows)


def _letters(ids: frozenset[int]) -> str:
    return "".join(sorted(map(chr, ids)))


def _edges(rows: tuple[Succession, ...]) -> list[str]:
    return [f"{chr(row.predecessor_id)}>{chr(row.successor_id)}" for row in rows]


@pytest.mark.parametrize(
    ("edges", "of", "family"),
    [
        ([], "a", "a"),
        (["x>y"], "a", "a"),
        (["a>b", "b>c", "c>d", "d>e"], "a", "abcde"),
        (["a>b", "b>c", "c>d", "d>e"], "c", "abcde"),
        (["a>b", "b>c", "c>d", "d>e"], "e", "abcde"),
        # A merger: the other predecessor is a sibling, not family.
        (["a>c", "b>c"], "c", "abc"),
        (["a>c", "b>c"], "a", "ac"),
        # A split: the other part is a sibling too.
        (["a>b", "a>c"], "a", "abc"),
        (["a>b", "a>c"], "b", "ab"),
        # Apart and together again.
        (["a>b", "a>c", "b>d", "c>d"], "a", "abcd"),
        (["a>b", "a>c", "b>d", "c>d"], "b", "abd"),
        # A nephew: went into a successor of what it came from.
        (["a>b", "a>c", "x>c"], "b", "ab"),
    ],
)
def test_the_family_is_itself_its_origins_and_its_heirs(edges: list[str], of: str, family: str) -> None:
    assert _letters(_graph(*edges).family(ord(of))) == family


@pytest.mark.parametrize("kind", SuccessionKind)
def test_every_kind_of_succession_counts(kind: SuccessionKind) -> None:
    assert _letters(_graph("a>b", "b>c", kind=kind).family(ord("c"))) == "abc"


@pytest.mark.parametrize("start", "abc")
def test_a_circle_ends_the_walk(start: str) -> None:
    lineage = _graph("a>b", "b>c", "c>a")
    assert _letters(lineage.family(ord(start))) == "abc"
    assert len(lineage.became(ord(start))) == 3
    assert len(lineage.came_from(ord(start))) == 3


def test_what_it_became_comes_nearest_first_and_each_succession_once() -> None:
    lineage = _graph("b>d", "a>b", "a>c", "c>d", "d>e")
    assert _edges(lineage.became(ord("a"))) == ["a>b", "a>c", "b>d", "c>d", "d>e"]
    assert _edges(lineage.came_from(ord("e"))) == ["d>e", "b>d", "c>d", "a>b", "a>c"]


def test_families_are_the_families_together() -> None:
    lineage = _graph("a>b", "c>d", "e>f")
    assert _letters(lineage.families(map(ord, "ad"))) == "abcd"
    assert lineage.families([]) == frozenset()


@pytest.mark.parametrize(
    ("edges", "start", "end", "path"),
    [
        (["a>b", "b>c"], "a", "c", ["a>b", "b>c"]),
        (["a>b", "b>c"], "c", "a", []),
        (["a>b", "b>c", "a>c"], "a", "c", ["a>c"]),
        (["a>c", "b>c"], "a", "b", []),
        (["a>b"], "a", "a", []),
        (["a>b", "b>a"], "b", "a", ["b>a"]),
        (["a>b", "b>a"], "a", "z", []),
    ],
)
def test_the_path_is_the_shortest_in_order_of_time(edges: list[str], start: str, end: str, path: list[str]) -> None:
    assert _edges(_graph(*edges).path(ord(start), ord(end))) == path


@pytest.mark.django_db
def test_it_is_read_from_the_database() -> None:
    row = SuccessionFactory()
    assert Lineage.load().family(row.successor.pk) == {row.predecessor.pk, row.successor.pk}


@pytest.mark.django_db
def test_reading_it_costs_the_same_however_many_there_are_and_names_cost_nothing_more() -> None:
    counts = []
    for size in (1, 10):
        for row in SuccessionFactory.create_batch(size):
            OrganisationNameFactory(organisation=row.predecessor)
        with CaptureQueriesContext(connection) as asked:
            for rows in Lineage.load().successors.values():
                assert [len(row.predecessor.names.all()) for row in rows] == [1]
                assert [len(row.successor.names.all()) for row in rows] == [0]
        counts.append(len(asked))
    assert counts == [3, 3]


@pytest.mark.django_db
def test_long_chains_are_followed_to_the_end() -> None:
    chain: list[Organisation] = OrganisationFactory.create_batch(40)
    for before, after in pairwise(chain):
        SuccessionFactory(predecessor=before, successor=after)
    lineage = Lineage.load()
    assert lineage.family(chain[0].pk) == {one.pk for one in chain}
    assert len(lineage.path(chain[0].pk, chain[-1].pk)) == 39
