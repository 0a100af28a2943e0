"""Organisations that never were."""

import csv
from random import Random

from django.conf import settings

from benchmarks.library.places import places
from organisations.lineage import Lineage
from organisations.models import Nation, Organisation, Sector, Succession

STARTER = settings.BASE_DIR / "interviews" / "starter"


def cells(file: str, column: str) -> set[str]:
    with (STARTER / file).open(encoding="utf-8") as table:
        return {row[column] for row in csv.DictReader(table)}


def test_there_are_250_of_every_sector_and_nation() -> None:
    made = places(Random(7)).organisations
    assert len({place.slug for place in made}) == len({place.name for place in made}) == 250
    assert {place.sector for place in made} == set(Sector)
    assert {place.nation for place in made} == set(Nation)
    assert len({place.region for place in made}) > 10


def test_no_name_or_code_is_that_of_a_real_one() -> None:
    made = places(Random(7))
    ours = {place.name for place in made.organisations} | {name.name for name in made.names}
    real = cells("organisations.csv", "name") | cells("organisation_names.csv", "name")
    assert not {name.casefold() for name in ours} & {name.casefold() for name in real}
    assert not {code.value for code in made.identifiers} & cells("organisation_identifiers.csv", "value")


def test_histories_have_several_steps_and_no_circle() -> None:
    rows = places(Random(7)).successions
    assert len(rows) == len({(row.predecessor_id, row.successor_id) for row in rows}) == 60
    assert all(closed(row.predecessor) < closed(row.successor) for row in rows)
    longest = max(len(Lineage.of_rows(rows).family(row.predecessor_id)) for row in rows)
    assert longest > 2


def closed(organisation: Organisation) -> int:
    return organisation.closed.year if organisation.closed else 9999


def test_a_successor_is_another_organisation() -> None:
    rows: list[Succession] = places(Random(7)).successions
    assert not [row for row in rows if row.predecessor_id == row.successor_id]
