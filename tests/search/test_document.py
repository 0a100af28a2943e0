"""Everything that an interview can be found by, and how much each part of it says."""

import pytest

from interviews.models import Interview
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
from tests.search.reader import find

pytestmark = pytest.mark.django_db


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
        slug="it",
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
    assert find(bird) == find(f'"{bird}"') == ["it"]


@pytest.mark.parametrize("bird", ["avocet", "redshank", "gannet"])
def test_not_found_without(interview: Interview, bird: str) -> None:
    assert find(f"nuthatch -{bird}") == find(f'nuthatch -"{bird}"') == []


def test_words_may_stand_in_different_places(interview: Interview) -> None:
    assert find("avocet redshank jackdaw osprey") == ["it"]
    assert find('"avocet" "redshank" jackdaw "osprey"') == ["it"]


@pytest.mark.parametrize("state", ["draft", "in_review", "withdrawn"])
def test_what_is_hidden_is_not_found(interview: Interview, state: str) -> None:
    Interview.objects.update(state=state)

    assert find("avocet") == find('"redshank"') == find("-trumpet") == find() == []


def test_what_became_of_a_predecessor_elsewhere_is_not_its_lineage(interview: Interview) -> None:
    before = OrganisationFactory(name="Sparrow")
    after = OrganisationFactory(name="Wren")
    SuccessionFactory(predecessor=before, successor=after)
    SuccessionFactory(predecessor=before, successor=interview.speakers.get().role.organisation)

    assert find("sparrow") == ["it"]
    assert find("wren") == []


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"statement__text": "Avocet"}, {"title": "Avocet"}),
        ({"title": "Avocet"}, {"statement__themes__name": "Avocet"}),
        ({"speaker__role__leader__name": "Ada Avocet"}, {"statement__themes__name": "Avocet"}),
        ({"statement__themes__name": "Avocet"}, {"summary": "Avocet"}),
        ({"statement__themes__name": "Avocet"}, {"speaker__role__title": "Avocet"}),
    ],
)
def test_a_statement_says_most_then_a_title_or_a_leader_then_a_theme_and_then_the_rest(
    better: dict[str, str], worse: dict[str, str]
) -> None:
    InterviewFactory(slug="better", recorded="2010", **better)
    InterviewFactory(slug="worse", recorded="2020", **worse)

    assert find("avocet") == ["better", "worse"]


def test_a_transcript_says_least() -> None:
    PassageFactory(interview__slug="said", interview__recorded="2020", text="Avocet, avocet")
    InterviewFactory(slug="told", recorded="2010", summary="Avocet")

    assert find("avocet") == ["told", "said"]
