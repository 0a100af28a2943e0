"""What an organisation was called then, and whether readers may see it."""

import pytest

from organisations.models import NameKind, Organisation
from organisations.partial_dates import PartialDate
from tests.factories import (
    InterviewFactory,
    OrganisationFactory,
    OrganisationNameFactory,
    RoleFactory,
    SpeakerFactory,
    SuccessionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def trust() -> Organisation:
    """Renamed on 1 April 2017, and known by other names."""
    trust = OrganisationFactory(name="New Trust")
    OrganisationNameFactory(organisation=trust, name="Old Trust", kind=NameKind.FORMER, end="2017-03-31")
    OrganisationNameFactory(organisation=trust, name="New Trust", kind=NameKind.OFFICIAL, start="2017-04-01")
    OrganisationNameFactory(organisation=trust, name="OT", kind=NameKind.ABBREVIATION, start="1990", end="2030")
    OrganisationNameFactory(organisation=trust, name="Auld Trust", kind=NameKind.MISNOMER, start="1990", end="2030")
    return trust


@pytest.mark.parametrize(
    ("date", "name"),
    [
        ("1995", "Old Trust"),
        ("2016-12", "Old Trust"),
        ("2017-03-31", "Old Trust"),
        ("2017-04-01", "New Trust"),
        ("2017-03", "Old Trust"),
        # Old until March, new from April: most of the year is new.
        ("2017", "New Trust"),
        ("2017?", "New Trust"),
        ("2026", "New Trust"),
    ],
)
def test_it_was_called_by_the_official_name_of_most_of_that_time(trust: Organisation, date: str, name: str) -> None:
    assert trust.name_at(PartialDate.parse(date)) == name


def test_without_a_date_it_is_called_as_today(trust: Organisation) -> None:
    assert trust.name_at(None) == "New Trust"


def test_names_without_dates_say_nothing_about_when() -> None:
    trust = OrganisationFactory(name="New Trust")
    OrganisationNameFactory(organisation=trust, name="Old Trust", kind=NameKind.FORMER)
    assert trust.name_at(PartialDate(1995)) == "New Trust"


def test_before_its_first_known_name_it_is_called_as_today() -> None:
    trust = OrganisationFactory(name="New Trust")
    OrganisationNameFactory(organisation=trust, name="Old Trust", kind=NameKind.FORMER, start="2000", end="2010")
    assert trust.name_at(PartialDate(1999)) == "New Trust"
    assert trust.name_at(PartialDate(2000)) == "Old Trust"


def test_of_two_names_for_half_the_time_each_the_later_counts() -> None:
    trust = OrganisationFactory(name="New Trust")
    OrganisationNameFactory(organisation=trust, name="Old Trust", kind=NameKind.FORMER, end="2014-06-15")
    OrganisationNameFactory(organisation=trust, name="New Trust", kind=NameKind.OFFICIAL, start="2014-06-16")
    assert trust.name_at(PartialDate(2014, 6)) == "New Trust"


def test_its_names_are_fetched_once_for_all(
    trust: Organisation, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    with django_assert_num_queries(2):  # type: ignore[operator]
        for one in Organisation.objects.with_names():
            one.name_at(PartialDate(2014))


@pytest.mark.parametrize("hidden", ["draft", "in_review", "withdrawn"])
def test_it_is_public_only_once_somebody_speaks_from_it_in_public(hidden: str) -> None:
    OrganisationFactory()
    RoleFactory()
    SpeakerFactory(**{f"interview__{hidden}": True})
    public = SpeakerFactory().role.organisation
    assert list(Organisation.objects.published()) == [public]


def test_its_whole_lineage_is_public_with_it_but_no_sibling() -> None:
    first, second, third = OrganisationFactory.create_batch(3)
    sibling = OrganisationFactory()
    SuccessionFactory(predecessor=first, successor=second)
    SuccessionFactory(predecessor=second, successor=third)
    SuccessionFactory(predecessor=sibling, successor=third)
    InterviewFactory(speaker__role__organisation=second)
    assert set(Organisation.objects.published()) == {first, second, third}


def test_published_only_narrows() -> None:
    one, other = (SpeakerFactory().role.organisation for _ in range(2))
    assert list(Organisation.objects.exclude(pk=other.pk).published()) == [one]
