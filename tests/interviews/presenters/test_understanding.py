"""How the words were taken, and what else would find something, each with where it leads."""

import pytest
from django.http import QueryDict
from django.test import Client

from interviews.answers import answer
from interviews.filters import SearchFilter
from interviews.presenters import understanding
from interviews.presenters.filters import chips
from interviews.presenters.understanding import Also, Spelling, Way
from tests.factories import InterviewFactory, SynonymGroupFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def ways(address: str) -> list[Way]:
    asked, values = SearchFilter(QueryDict(address)), QueryDict(address)
    return list(understanding.ways(answer(asked), values, list(chips(asked, values))))


def also(address: str) -> Also | None:
    return understanding.also(answer(SearchFilter(QueryDict(address))), QueryDict(address))


def spelling(address: str) -> Spelling | None:
    return understanding.spelling(answer(SearchFilter(QueryDict(address))), QueryDict(address))


def relaxed(address: str) -> str:
    return understanding.relaxed(answer(SearchFilter(QueryDict(address))).shown)


@pytest.fixture
def library() -> None:
    """A few interviews, with a synonym and some themes."""
    SynonymGroupFactory(terms=["avocet", "wader"])
    clocks, cats = ThemeFactory(slug="clocks", name="Clocks"), ThemeFactory(slug="cats", name="Cats")
    InterviewFactory(title="Avocet", format="audio", recorded="2014", statement__themes=[clocks])
    InterviewFactory(title="Avocet of the trumpet", format="text", recorded="2020", statement__themes=[cats])
    InterviewFactory(title="Trumpets and drums", format="text", recorded="2021", statement__themes=[cats, clocks])
    SynonymGroupFactory(terms=["curlew", "sandpiper"])
    InterviewFactory(title="A curlew", format="audio")
    InterviewFactory(title="A sandpiper", format="audio")
    InterviewFactory(title="To be or not to be", format="event", statement__kind="step")


def test_the_other_words_are_told_with_a_way_to_do_without() -> None:
    SynonymGroupFactory(terms=["avocet", "wader", "bird"])
    InterviewFactory(title="Avocet", format="text")

    assert also("q=avocet&format=text&page=2") == Also(["wader", "bird"], "?q=avocet&format=text&synonyms=off")
    assert also("q=avocet&format=event") == Also(["wader", "bird"], "")
    assert also("q=avocet&synonyms=off") is None
    assert also("q=%22avocet%22") is None


def test_a_correction_is_told_with_a_way_back() -> None:
    InterviewFactory(title="Avocets", format="text")

    assert spelling("q=avocte&format=text") == Spelling(
        text="avocets",
        url="?q=avocets&format=text",
        count=1,
        applied=True,
        typed="avocte",
        typed_url="?q=avocte&format=text&spelling=off",
    )
    assert spelling("q=avocte&spelling=off") is None
    assert spelling("q=avocet") is None


def test_another_spelling_is_offered_with_what_it_finds() -> None:
    InterviewFactory(title="An avocte")
    for number in range(20):
        InterviewFactory(title=f"Avocet {number}")

    offered = spelling("q=avocte")

    assert offered is not None
    assert (offered.applied, offered.text, offered.url, offered.count) == (False, "avocet", "?q=avocet", 20)


def test_it_is_told_that_most_words_are_enough() -> None:
    InterviewFactory(title="Avocets and trumpets")

    assert relaxed("q=how+do+avocets+like+trumpets+and+drums") == (
        "These interviews have most of these words: avocets, trumpets, drums. The best come first."
    )
    assert relaxed("q=how+do+avocets+like+whistles+and+drums") == (
        "No interview has enough of these words: avocets, whistles, drums. These have some of them, the best first."
    )
    assert relaxed("q=avocets+trumpets") == relaxed("q=whistles") == relaxed("") == ""


@pytest.mark.parametrize(
    ("address", "labels"),
    [
        ("q=drums&format=audio", ["without the filter format: Audio (1)"]),
        (
            "q=drums&format=audio&theme=cats",
            ["without the filter format: Audio (1)", "without any filter (1)"],
        ),
        ("q=drums&year_to=2015", ["without the filter to year: 2015 (1)"]),
        ("q=avocet+drums", ["only drums (1)", "only avocet (2)"]),
        ("q=avocet+OR+trumpet+-avocet+-trumpet+whistle", ["only avocet OR trumpet (3)"]),
        ("q=wader+-trumpet&synonyms=off", ["only -trumpet (4)", "with words that mean the same (1)"]),
        ("q=wader&synonyms=off", ["with words that mean the same (2)"]),
        ("q=to+be", ['exactly "to be" (1)']),
        ("q=not+to+be+a", []),
        ("q=-the", []),
        ("q=whistles", []),
        ("q=drums", []),  # there are results
        ("q=drums&theme=nonsense", []),
    ],
)
def test_where_nothing_is_found_what_would_find_something_is_told(
    library: None, address: str, labels: list[str]
) -> None:
    assert [f"{way.label} ({way.count})" for way in ways(address)] == labels


@pytest.mark.parametrize(
    "address",
    [
        "q=drums&format=audio",
        "q=drums&format=audio&theme=cats&kind=step",
        "q=drums&format=audio&year_from=2020&sort=oldest&lineage=off",
        "q=wader&synonyms=off&format=event",
        "q=wader&synonyms=off",
        "q=avocte&format=event",
        "q=avocte&format=event&spelling=off",
        "q=avocte+drums&format=event",
        "q=avocet+drums&format=text&page=3",
        "q=avocet+drums+trumpet&spelling=off",
        "q=avocet+-trumpet+drums",
        "q=avocet+OR+whistle+drums",
        "q=%22avocet+of%22+drums",
        "q=to+be",
        "q=to+be&format=audio",
        "q=-the",
        "q=how+do+avocets+and+drums+and+whistles+make+trumpets+loud&format=event",
        "q=how+do+avocets+play+whistles+and+fiddles&format=event",
        "q=how+do+avocets+play+whistles+and+fiddles&format=event&synonyms=off&spelling=off",
        "q=how+do+avocets+and+drums+like+trumpets&format=event",
        "q=how+do+avocets+and+drums+like+trumpets&format=event&theme=cats&synonyms=off&spelling=off",
        "q=curlew&synonyms=off&format=event&theme=cats",
        "theme=cats&format=audio",
        "theme=cats&format=audio&lineage=off",
    ],
)
def test_every_way_leads_to_as_much_as_it_says(library: None, client: Client, address: str) -> None:
    for way in ways(address):
        page = client.get(f"/search/{way.url}").context["page"]
        assert (way.label, page.paginator.count) == (way.label, way.count)


@pytest.mark.parametrize("words", ['"a"OR' * 56 + '"b" drums', '"a"OR' * 58 + "avocte"])
def test_no_link_leads_to_words_that_are_too_long(library: None, client: Client, words: str) -> None:
    address = QueryDict(mutable=True)
    address["q"] = words + ' "whistle"'[: 300 - len(words)]
    offered = spelling(address.urlencode())

    for url in [*(way.url for way in ways(address.urlencode())), *([offered.url] if offered else [])]:
        assert client.get(f"/search/{url}").status_code == 200
