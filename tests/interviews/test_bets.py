"""The pages that a query names."""

import pytest

from interviews.bets import Bet, bets
from interviews.models import Interview
from interviews.search.meaning import understand
from interviews.search.query import Query
from organisations.models import Organisation
from tests.factories import (
    InterviewFactory,
    LeaderFactory,
    OrganisationFactory,
    OrganisationIdentifierFactory,
    OrganisationNameFactory,
    RoleFactory,
    ThemeAliasFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db


def bet(words: str) -> list[Bet]:
    return bets(understand(Query.parse(words)))


def names(words: str) -> list[str]:
    return [one.name for one in bet(words)]


@pytest.fixture
def trust() -> Organisation:
    """One with every kind of name, from which Zoë Quillfeather speaks about mending clocks."""
    trust = OrganisationFactory(name="Harbour Clock NHS Trust", slug="harbour")
    for kind, name in (
        ("abbreviation", "HCT"),
        ("former", "Old Pier Hospitals"),
        ("known_as", "The Pier"),
        ("misnomer", "Harbor Clocks"),
    ):
        OrganisationNameFactory(organisation=trust, name=name, kind=kind)
    OrganisationIdentifierFactory(organisation=trust, value="ZZ1")
    theme = ThemeFactory(name="Mending clocks", definition="Making them go again.")
    ThemeAliasFactory(theme=theme, name="horology")
    leader = LeaderFactory(name="Zoë Quillfeather", slug="zoe")
    InterviewFactory(
        speaker__role__leader=leader, speaker__role__organisation=trust, statement__themes=[theme], slug="it"
    )
    return trust


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Zoë Quillfeather", "Leader"),
        ("zoe quillfeather", "Leader"),
        ("quillfeather", "Leader"),  # by the surname
        ("What did Zoë Quillfeather say about the cat?", "Leader"),
        ('"Zoë Quillfeather"', "Leader"),
        ("Harbour Clock NHS Trust", "Organisation"),
        ("harbour clock", "Organisation"),  # as its name starts
        ("HCT", "Organisation"),
        ("hct doctors", "Organisation"),
        ("zz1", "Organisation"),
        ("what became of ZZ1", "Organisation"),
        ("Old Pier Hospitals", "Organisation"),
        ("the pier", "Organisation"),
        ("harbor clocks", "Organisation"),
        ("mending clocks", "Theme"),
        ("horology", "Theme"),
        ("how do we get better at mending clocks", "Theme"),
    ],
)
def test_a_page_is_named_by(trust: Organisation, words: str, kind: str) -> None:
    assert [one.kind for one in bet(words)] == [kind]


@pytest.mark.parametrize(
    "words",
    [
        "zoe",  # a first name alone
        "trust",
        "nhs",
        "mending",
        "clock",
        "clocks mending",
        "horology today",  # one word of several that may mean anything
        "pier",
        "-quillfeather",
        "cat -HCT",
        "",
        "the and of",
        " ".join(["cat"] * 20) + " hct",  # a text, not a name
    ],
)
def test_no_page_is_named_by(trust: Organisation, words: str) -> None:
    assert bet(words) == []


def test_it_says_what_it_is_and_where(trust: Organisation) -> None:
    assert bet("quillfeather") == [
        Bet("Leader", "Zoë Quillfeather", "/leaders/zoe/", "Medical Director, Harbour Clock NHS Trust")
    ]
    assert bet("zz1") == [
        Bet("Organisation", "Harbour Clock NHS Trust", "/organisations/harbour/", "Also known as ZZ1")
    ]
    assert bet("Harbour Clock NHS Trust")[0].about == ""
    assert bet("mending clocks")[0].about == "Making them go again."


@pytest.mark.parametrize("state", ["draft", "in_review", "withdrawn"])
def test_what_only_something_hidden_speaks_of_is_never_named(trust: Organisation, state: str) -> None:
    Interview.objects.update(state=state)

    for words in ("Zoë Quillfeather", "quillfeather", "harbour clock", "HCT", "zz1", "old pier hospitals", "horology"):
        assert bet(words) == []


def test_what_is_named_as_a_whole_comes_first() -> None:
    clock, ward = LeaderFactory(name="Ada Clock"), ThemeFactory(name="Ada Clock Ward")
    InterviewFactory(speaker__role__leader=clock, statement__themes=[ward])

    assert names("ada clock ward") == ["Ada Clock Ward", "Ada Clock"]


def test_three_are_shown_and_where_a_surname_means_more_none_is() -> None:
    for number in range(3):
        InterviewFactory(speaker__role__leader__name=f"Ada{number} Clock")
    assert len(names("clock")) == 3

    InterviewFactory(speaker__role__leader__name="Bea Clock")
    assert names("clock") == []


def test_there_are_never_more_than_three() -> None:
    for number in range(5):
        InterviewFactory(speaker__role__leader__name="Ada Clock", speaker__role__leader__slug=f"ada-{number}")

    assert len(names("ada clock")) == 3


def test_a_leader_is_told_by_what_they_are_now_in_public() -> None:
    leader = LeaderFactory(name="Ada Clock")
    InterviewFactory(speaker__role__leader=leader, speaker__role__title="Registrar", speaker__role__start="2001")
    RoleFactory(leader=leader, title="Keeper of secrets", start="2020")
    InterviewFactory(draft=True, speaker__role__leader=leader, speaker__role__title="Spy", speaker__role__start="2021")

    assert "Spy" not in bet("ada clock")[0].about
