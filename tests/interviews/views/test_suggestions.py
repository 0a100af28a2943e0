"""What is suggested while a reader types."""

import pytest
from django.test import Client

from interviews.models import Interview
from tests.factories import (
    InterviewFactory,
    OrganisationFactory,
    OrganisationIdentifierFactory,
    OrganisationNameFactory,
    ThemeAliasFactory,
    ThemeFactory,
)
from tests.queries import count_queries

pytestmark = pytest.mark.django_db

type Suggestion = dict[str, str]


def suggest(client: Client, typed: str) -> list[Suggestion]:
    response = client.get("/search/suggest/", {"q": typed})
    assert response.status_code == 200
    assert response["Content-Type"] == "application/json"
    assert list(response.json()) == ["suggestions"]
    suggestions: list[Suggestion] = response.json()["suggestions"]
    return suggestions


def labels(client: Client, typed: str, kind: str = "") -> list[str]:
    return [one["label"] for one in suggest(client, typed) if kind in ("", one["kind"])]


@pytest.fixture
def library() -> None:
    """One of each, with a name that begins with “avo”."""
    trust = OrganisationFactory(name="Harbour Avocet Trust", slug="harbour")
    OrganisationNameFactory(organisation=trust, name="HAT", kind="abbreviation")
    OrganisationIdentifierFactory(organisation=trust, value="ZZ1")
    theme = ThemeFactory(name="Avoidance of harm", slug="avoidance")
    ThemeAliasFactory(theme=theme, name="avowedly safe practice")
    ThemeAliasFactory(theme=theme, name="harm")
    InterviewFactory(
        title="Avocados",
        speaker__role__leader__name="Ada Avory",
        speaker__role__leader__slug="ada",
        speaker__role__organisation=trust,
        statement__themes=[theme],
    )


def test_leaders_come_first_then_organisations_themes_and_words(client: Client, library: None) -> None:
    suggestions = suggest(client, "avo")

    assert suggestions[:3] == [
        {"kind": "leader", "label": "Ada Avory", "about": "", "url": "/leaders/ada/"},
        {"kind": "organisation", "label": "Harbour Avocet Trust", "about": "", "url": "/organisations/harbour/"},
        {"kind": "theme", "label": "Avoidance of harm", "about": "", "url": "/themes/avoidance/"},
    ]
    assert suggestions[3:] == [
        {"kind": "word", "label": word, "about": "", "url": f"/search/?q={word}"}
        for word in ("avocados", "avocet", "avoidance", "avory", "avowedly")
    ]


@pytest.mark.parametrize(
    ("typed", "label", "about"),
    [
        ("hat", "Harbour Avocet Trust", "Also known as HAT"),
        ("zz", "Harbour Avocet Trust", "Also known as ZZ1"),
        ("avocet tr", "Harbour Avocet Trust", ""),
        ("AVÓRY", "Ada Avory", ""),
        ("avow", "Avoidance of harm", "Covers avowedly safe practice"),
        ("harm", "Avoidance of harm", ""),
        ("practice", "Avoidance of harm", "Covers avowedly safe practice"),
        ("of ha", "Avoidance of harm", ""),
    ],
)
def test_the_beginning_of_any_word_of_any_name_will_do(
    client: Client, library: None, typed: str, label: str, about: str
) -> None:
    assert [(one["label"], one["about"]) for one in suggest(client, typed) if one["kind"] != "word"] == [(label, about)]


def test_of_several_words_the_last_is_completed(client: Client, library: None) -> None:
    assert labels(client, "feed the avoc", "word") == ["feed the avocados", "feed the avocet"]
    assert suggest(client, "feed avocet")[-1]["url"] == "/search/?q=feed+avocet"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "a",
        " ",
        "vocet",
        "%",
        "__",
        "\\",
        "'",
        "\x00",
        "\x00av\x00o",
        "\ud800",
        "👩🏽‍⚕️",
        "zzzz",
        "x" * 301,
        "avo\n" * 100,
    ],
)
def test_garbage_is_answered_with_nothing(client: Client, library: None, typed: str) -> None:
    assert suggest(client, typed.encode(errors="surrogatepass").decode(errors="replace")) == []


def test_no_words_at_all_are_answered_too(client: Client) -> None:
    assert client.get("/search/suggest/").json() == {"suggestions": []}
    assert client.get("/search/suggest/?q=%ED%A0%80%00").json() == {"suggestions": []}
    assert client.post("/search/suggest/").status_code == 405


@pytest.mark.parametrize("state", ["draft", "in_review", "withdrawn"])
def test_what_is_hidden_is_never_suggested(client: Client, library: None, state: str) -> None:
    Interview.objects.update(state=state)

    for typed in ("avo", "avocet", "ada", "hat", "zz1", "harbour", "practice", "avocados"):
        assert suggest(client, typed) == []


def test_hidden_names_take_no_place_of_public_ones(client: Client, library: None) -> None:
    for number in range(5):
        InterviewFactory(draft=True, speaker__role__leader__name=f"Avo {number}")

    assert labels(client, "avo", "leader") == ["Ada Avory"]


def test_ten_are_suggested_at_most_and_of_names_a_few(client: Client) -> None:
    for number in range(6):
        InterviewFactory(
            speaker__role__leader__name=f"Avo Leader {number}",
            speaker__role__organisation=OrganisationFactory(name=f"Avo Trust {number}"),
            statement__themes=[ThemeFactory(name=f"Avo theme {number}")],
            summary=f"avo{number} avow{number} avoc{number}",
        )

    kinds = [one["kind"] for one in suggest(client, "avo")]

    assert kinds == ["leader"] * 3 + ["organisation"] * 3 + ["theme"] * 2 + ["word"] * 2


def test_the_words_used_most_come_first(client: Client) -> None:
    InterviewFactory(title="Avocets")
    InterviewFactory(title="Avowals")
    InterviewFactory(title="Avowals again")

    assert labels(client, "avo", "word") == ["avowals", "avocets"]


def test_a_thing_is_suggested_once_however_many_of_its_names_begin_so(client: Client) -> None:
    trust = OrganisationFactory(name="Avocet Trust")
    OrganisationNameFactory(organisation=trust, name="Avocet")
    InterviewFactory(speaker__role__organisation=trust)

    assert labels(client, "avo", "organisation") == ["Avocet Trust"]


def test_the_number_of_queries_stays_the_same(client: Client) -> None:
    def add(number: int) -> None:
        for _ in range(number):
            trust = OrganisationFactory()
            OrganisationNameFactory(organisation=trust, name="Avocet")
            InterviewFactory(slug=trust.slug, title="Avocets", speaker__role__organisation=trust)

    add(1)
    one = count_queries(client, "/search/suggest/?q=avo")
    add(9)

    assert count_queries(client, "/search/suggest/?q=avo") == one == 6
