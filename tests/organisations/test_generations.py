"""Lineages in generations."""

from itertools import pairwise

import pytest

from organisations.generations import Generations, arrange
from organisations.lineage import Lineage
from organisations.models import Organisation, Succession
from tests.factories import OrganisationFactory, SuccessionFactory

pytestmark = pytest.mark.django_db


def _made(*successions: str) -> dict[str, Organisation]:
    """Organisations of one letter each, and successions between them: “AB” is A going on in B."""
    made = {letter: OrganisationFactory(name=letter) for letter in sorted(set("".join(successions)))}
    for pair in successions:
        SuccessionFactory(predecessor=made[pair[0]], successor=made[pair[1]])
    return made


def _drawn(generations: Generations) -> list[str]:
    return ["".join(known.name if known else "|" for known in row) for row in generations.rows]


def _arranged(start: Organisation) -> Generations:
    return arrange(start, Succession.objects.order_by("pk").select_related("predecessor", "successor"))


@pytest.mark.parametrize(
    ("successions", "drawn"),
    [
        (("AB",), ["A", "B"]),
        (("AB", "BC"), ["A", "B", "C"]),
        (("AC", "BC"), ["AB", "C"]),
        (("AB", "AC"), ["A", "BC"]),
        # Joined late, so it stands just above what it went into.
        (("AB", "BC", "DC"), ["A", "BD", "C"]),
        # A line that passes a generation has a place of its own there.
        (("AB", "BC", "AC"), ["A", "B|", "C"]),
        # Ordered so that lines do not cross.
        (("AD", "BC", "AE", "BF"), ["AB", "DECF"]),
    ],
)
def test_whoever_comes_from_another_stands_below_it(successions: tuple[str, ...], drawn: list[str]) -> None:
    assert _drawn(_arranged(_made(*successions)["A"])) == drawn


@pytest.mark.parametrize("successions", [("AB", "BA"), ("AB", "BC", "CA"), ("AB", "BC", "CB")])
def test_a_circle_is_closed_by_a_row_that_leads_back(successions: tuple[str, ...]) -> None:
    generations = _arranged(_made(*successions)["A"])
    assert [way.leads_back for way in generations.ways].count(True) == 1


def test_a_row_given_twice_is_drawn_once() -> None:
    here = _made("AB", "BA")["A"]
    lineage = Lineage.load()
    generations = arrange(here, [*lineage.came_from(here.pk), *lineage.became(here.pk)])
    assert len(generations.ways) == 2


def test_a_chain_may_be_longer_than_the_stack() -> None:
    letters = OrganisationFactory.create_batch(1200)
    rows = [
        Succession(pk=number, predecessor=before, successor=after)
        for number, (before, after) in enumerate(pairwise(letters))
    ]
    assert len(arrange(letters[-1], rows).rows) == 1200
