"""Everything that an interview can be found by."""

import pytest

from interviews.models import Interview
from interviews.search.query import Query
from tests.factories import (
    InterviewFactory,
    OrganisationFactory,
    OrganisationIdentifierFactory,
    OrganisationNameFactory,
    PassageFactory,
    SuccessionFactory,
    ThemeAliasFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db


def find(words: str) -> list[Interview]:
    """What readers find, best first."""
    query = Query.parse(words)
    return list(Interview.objects.published().search(query).ranked(query))


@pytest.fixture
def interview() -> Interview:
    """One that has a different bird in every place."""
    wider = ThemeFactory(name="Heron")
    theme = ThemeFactory(name="Kestrel", parent=wider)
    ThemeAliasFactory(theme=theme, name="Osprey")
    trust = OrganisationFactory(name="Curlew NHS Trust")
    OrganisationNameFactory(organisation=trust, name="Dunlin")
    OrganisationIdentifierFactory(organisation=trust, value="ZZ9")
    after = OrganisationFactory(name="Fulmar NHS Trust")
    SuccessionFactory(predecessor=trust, successor=after)
    OrganisationNameFactory(organisation=after, name="Gannet")
    SuccessionFactory(predecessor=OrganisationFactory(name="Egret NHS Trust"), successor=trust)
    made = InterviewFactory(
        title="Avocet",
        summary="Bittern",
        publisher="Chough",
        speaker__role__leader__name="Ada Jackdaw",
        speaker__role__title="Lapwing",
        speaker__role__organisation=trust,
        speaker__credited_organisation="Mallard",
        statement__text="Nuthatch",
        statement__themes=[theme],
    )
    PassageFactory(interview=made, heading="Plover", text="Redshank")
    return made


@pytest.mark.parametrize(
    "bird",
    [
        "avocet",
        "bittern",
        "chough",
        "jackdaw",
        "lapwing",
        "curlew",
        "dunlin",
        "zz9",
        "mallard",
        "nuthatch",
        "kestrel",
        "heron",
        "osprey",
        "plover",
        "redshank",
        "egret",
        "fulmar",
        "gannet",
    ],
)
def test_found_by(interview: Interview, bird: str) -> None:
    assert find(bird) == [interview]


def test_words_may_stand_in_different_places(interview: Interview) -> None:
    assert find("avocet redshank jackdaw osprey") == [interview]


def test_what_becomes_of_it_is_found_at_once(interview: Interview) -> None:
    Interview.objects.filter(pk=interview.pk).update(title="Woodcock")

    assert find("woodcock") == [interview]
    assert find("avocet") == []


def test_a_draft_is_not_found() -> None:
    InterviewFactory(draft=True, title="Avocet")

    assert find("avocet") == []


def test_the_title_counts_more_than_the_transcript() -> None:
    said, called = InterviewFactory(), InterviewFactory(title="Avocet")
    PassageFactory(interview=said, text="avocet")

    assert find("avocet") == [called, said]


def test_the_order_of_equals_is_by_date_and_then_by_id() -> None:
    shared = {"title": "Avocet", "statement": None, "speaker": None}
    first = InterviewFactory(slug="a", recorded="2014", **shared)
    second = InterviewFactory(slug="b", recorded="2014", **shared)
    later = InterviewFactory(slug="c", recorded="2015-02", **shared)
    never = InterviewFactory(slug="d", undated=True, **shared)

    assert find("avocet") == [later, second, first, never]
