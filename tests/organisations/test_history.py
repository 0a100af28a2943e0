"""What happened to an organisation, told with the names of the time."""

import pytest

from organisations import history
from organisations.history import Event
from organisations.lineage import Lineage
from organisations.models import NameKind, Organisation, SuccessionKind
from organisations.partial_dates import PartialDate
from tests.factories import OrganisationFactory, OrganisationNameFactory, SuccessionFactory

pytestmark = pytest.mark.django_db

BOROUGHS = "5 Boroughs Partnership NHS Foundation Trust"
NORTH_WEST = "North West Boroughs Healthcare NHS Foundation Trust"
RENAMED = f"{BOROUGHS} was renamed {NORTH_WEST} on 1 April 2017."
PART = f"Part of {NORTH_WEST} was transferred to Greater Manchester Mental Health on 1 April 2021."
ACQUIRED = f"{NORTH_WEST} was acquired by Mersey Care NHS Foundation Trust on 1 June 2021."


@pytest.fixture
def boroughs() -> Organisation:
    """North West Boroughs with all that is known to have happened to it."""
    trust = OrganisationFactory(name=NORTH_WEST)
    OrganisationNameFactory(organisation=trust, name=BOROUGHS, kind=NameKind.FORMER, end="2017-03-31")
    OrganisationNameFactory(
        organisation=trust, name=NORTH_WEST, kind=NameKind.OFFICIAL, start="2017-04-01", end="2021-05-31"
    )
    OrganisationNameFactory(organisation=trust, name="5 Boroughs", kind=NameKind.KNOWN_AS)
    manchester = OrganisationFactory(name="Greater Manchester Mental Health")
    SuccessionFactory(predecessor=trust, successor=manchester, kind=SuccessionKind.PART_TRANSFER, date="2021-04-01")
    mersey = OrganisationFactory(name="Mersey Care NHS Foundation Trust", slug="mersey-care")
    SuccessionFactory(predecessor=trust, successor=mersey, kind=SuccessionKind.ACQUIRED, date="2021-06-01")
    other = OrganisationFactory(name="Liverpool Community Health")
    SuccessionFactory(predecessor=other, successor=mersey, kind=SuccessionKind.ACQUIRED, date="2018-03-31")
    return trust


def _since(organisation: Organisation, date: str, called: str | None = None) -> list[str]:
    when = PartialDate.parse(date) if date else None
    name = organisation.name_at(when) if called is None else called
    return _told(history.since(organisation, name, when, Lineage.load()))


def _told(events: list[Event]) -> list[str]:
    return [event.sentence for event in events]


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2014-08", [RENAMED, PART, ACQUIRED]),
        ("2014?", [RENAMED, PART, ACQUIRED]),
        ("2017-03-31", [RENAMED, PART, ACQUIRED]),
        ("2017-04-01", [PART, ACQUIRED]),
        ("2018", [PART, ACQUIRED]),
        ("2021-05", [ACQUIRED]),
        ("2022", []),
    ],
)
def test_what_happened_since_an_interview(boroughs: Organisation, date: str, told: list[str]) -> None:
    assert _since(boroughs, date) == told


def test_of_an_unknown_date_everything_is_told_that_followed_the_name_used(boroughs: Organisation) -> None:
    assert _since(boroughs, "", BOROUGHS) == [RENAMED, PART, ACQUIRED]
    assert _since(boroughs, "", NORTH_WEST) == [PART, ACQUIRED]
    assert _since(boroughs, "", "A name the source made up") == [RENAMED, PART, ACQUIRED]


def test_what_a_successor_became_is_told_too_from_the_succession_on(boroughs: Organisation) -> None:
    mersey = Organisation.objects.get(slug="mersey-care")
    mersey.name = "Mersey and Wirral NHS Trust"
    mersey.save()
    OrganisationNameFactory(
        organisation=mersey, name="Mersey Care NHS Trust", kind=NameKind.FORMER, start="2001", end="2015-12-31"
    )
    OrganisationNameFactory(
        organisation=mersey,
        name="Mersey Care NHS Foundation Trust",
        kind=NameKind.FORMER,
        start="2016-01-01",
        end="2024-03-31",
    )
    later = OrganisationFactory(name="Coast NHS Trust")
    SuccessionFactory(predecessor=mersey, successor=later, kind=SuccessionKind.MERGED, date="2025")
    assert _since(boroughs, "2020") == [
        PART,
        ACQUIRED,
        "Mersey Care NHS Foundation Trust was renamed Mersey and Wirral NHS Trust on 1 April 2024.",
        "Mersey and Wirral NHS Trust merged into Coast NHS Trust in 2025.",
    ]


def test_the_sibling_that_went_into_the_same_successor_is_no_part_of_the_story(boroughs: Organisation) -> None:
    assert not any("Liverpool" in sentence for sentence in _since(boroughs, "2014"))


def test_an_event_without_a_date_may_have_come_after_and_stands_last() -> None:
    trust = OrganisationFactory(name="Old Trust")
    for name, date in (("Undated Trust", None), ("Dated Trust", "2020")):
        SuccessionFactory(predecessor=trust, successor=OrganisationFactory(name=name), date=date)
    told = ["Old Trust was acquired by Dated Trust in 2020.", "Old Trust was acquired by Undated Trust."]
    assert _since(trust, "2019") == told
    assert _since(trust, "2021") == told[1:]


def test_a_circle_of_successions_is_told_once() -> None:
    here, there = OrganisationFactory(name="Here Trust"), OrganisationFactory(name="There Trust")
    SuccessionFactory(predecessor=here, successor=there, date="2001")
    SuccessionFactory(predecessor=there, successor=here, date="2002")
    assert _since(here, "2000") == [
        "Here Trust was acquired by There Trust in 2001.",
        "There Trust was acquired by Here Trust in 2002.",
    ]


def test_what_went_away_and_came_back_is_told_both_times() -> None:
    here, there = OrganisationFactory(name="Here Trust"), OrganisationFactory(name="There Trust")
    for before, after, date in ((here, there, "2016"), (there, here, "2018")):
        SuccessionFactory(predecessor=before, successor=after, kind=SuccessionKind.PART_TRANSFER, date=date)
    assert len(_since(here, "2014")) == 2


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (SuccessionKind.ACQUIRED, "Old Trust was acquired by New Trust in June 2021."),
        (SuccessionKind.MERGED, "Old Trust merged into New Trust in June 2021."),
        (SuccessionKind.SPLIT, "Old Trust was split and a part went to New Trust in June 2021."),
        (SuccessionKind.PART_TRANSFER, "Part of Old Trust was transferred to New Trust in June 2021."),
    ],
)
def test_every_kind_of_succession_has_its_sentence(kind: SuccessionKind, sentence: str) -> None:
    row = SuccessionFactory(
        predecessor=OrganisationFactory(name="Old Trust"),
        successor=OrganisationFactory(name="New Trust"),
        kind=kind,
        date="2021-06",
        source_url="https://gazette.example/merger",
    )
    event = history.succession(row)
    assert event.sentence == sentence
    assert event.became == row.successor
    assert event.source_url == "https://gazette.example/merger"


def test_renames_need_dates() -> None:
    trust = OrganisationFactory(name="New Trust")
    OrganisationNameFactory(organisation=trust, name="Old Trust", kind=NameKind.FORMER)
    OrganisationNameFactory(organisation=trust, name="New Trust", kind=NameKind.OFFICIAL)
    assert history.renames(trust) == []


def test_a_rename_is_known_by_the_end_of_the_old_name_alone() -> None:
    trust = OrganisationFactory(name="New Trust")
    OrganisationNameFactory(organisation=trust, name="Old Trust", kind=NameKind.FORMER, end="2017-03-31")
    assert _told(history.renames(trust)) == ["Old Trust was renamed New Trust on 1 April 2017."]


def test_renames_come_in_order_of_time() -> None:
    trust = OrganisationFactory(name="Third Trust")
    for name, kind, start, end in (
        ("Third Trust", NameKind.OFFICIAL, "2017", None),
        ("First Trust", NameKind.FORMER, None, "2009"),
        ("Second Trust", NameKind.FORMER, "2010-02", "2016"),
    ):
        OrganisationNameFactory(organisation=trust, name=name, kind=kind, start=start, end=end)
    assert _told(history.renames(trust)) == [
        "First Trust was renamed Second Trust in February 2010.",
        "Second Trust was renamed Third Trust in 2017.",
    ]


def test_how_one_became_the_other_reads_the_same_both_ways(boroughs: Organisation) -> None:
    mersey = Organisation.objects.get(slug="mersey-care")
    lineage = Lineage.load()
    told = _told(history.connection(boroughs, mersey, lineage))
    assert told == [RENAMED, ACQUIRED]
    assert _told(history.connection(mersey, boroughs, lineage)) == told
    assert history.connection(boroughs, OrganisationFactory(), lineage) == []


def test_the_earliest_day_has_no_day_before_but_its_story_is_told() -> None:
    row = SuccessionFactory(
        predecessor=OrganisationFactory(name="Old Trust"),
        successor=OrganisationFactory(name="New Trust"),
        date="1000-01-01",
    )
    assert history.succession(row).sentence == "Old Trust was acquired by New Trust on 1 January 1000."


def test_every_name_on_the_way_can_be_followed() -> None:
    pennine, alliance = OrganisationFactory(name="Pennine"), OrganisationFactory(name="Alliance")
    OrganisationNameFactory(organisation=alliance, name="Salford", kind=NameKind.FORMER, end="2021-09-30")
    SuccessionFactory(predecessor=pennine, successor=alliance, kind=SuccessionKind.SPLIT, date="2021-10-01")
    told = [event.sentence for event in history.connection(alliance, pennine, Lineage.load())]
    assert told == [
        "Salford was renamed Alliance on 1 October 2021.",
        "Pennine was split and a part went to Alliance on 1 October 2021.",
    ]
