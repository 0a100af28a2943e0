"""Leaders who never were."""

from random import Random

from benchmarks.library.people import people
from benchmarks.library.places import places
from organisations.models import Level
from tests.benchmarks.library.test_places import cells


def test_no_leader_has_the_name_of_a_real_one() -> None:
    random = Random(7)
    made = people(random, places(random), 2000)
    assert not {leader.name for leader in made.leaders} & cells("leaders.csv", "name")
    assert not {leader.slug for leader in made.leaders} & cells("leaders.csv", "slug")


def test_everybody_has_an_address_and_a_role_that_speaks() -> None:
    random = Random(7)
    made = people(random, places(random), 2000)
    assert len({leader.slug for leader in made.leaders}) == len(made.speaking) == 2000
    assert {role.level for role in made.roles} == set(Level)
