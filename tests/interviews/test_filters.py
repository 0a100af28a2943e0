"""What each parameter of the search page means."""

import pytest
from django.http import QueryDict

from interviews.answers import answer
from interviews.filters import SearchFilter
from tests.factories import (
    InterviewFactory,
    OrganisationFactory,
    SpeakerFactory,
    StatementFactory,
    SuccessionFactory,
    ThemeFactory,
)
from tests.search import reader

pytestmark = pytest.mark.django_db


def search(address: str) -> SearchFilter:
    """The search that an address asks for."""
    return SearchFilter(QueryDict(address))


def slugs(address: str) -> list[str]:
    """The interviews on the first page of what it finds, in order."""
    return reader.slugs(answer(search(address)))


def test_without_any_parameter_everything_published_is_found_newest_first() -> None:
    InterviewFactory(slug="old", recorded="2014")
    InterviewFactory(slug="new", recorded="2015-01")
    InterviewFactory(slug="undated", undated=True)
    InterviewFactory(slug="draft", draft=True)

    assert slugs("") == ["new", "old", "undated"]
    assert slugs("sort=oldest") == ["old", "new", "undated"]


@pytest.mark.parametrize(
    ("parameter", "path"),
    [
        ("level=board", {"speaker__role__level": "board"}),
        ("sector=ambulance", {"speaker__role__organisation__sector": "ambulance"}),
        ("nation=Wales", {"speaker__role__organisation__nation": "Wales"}),
        ("region=South+Wales", {"speaker__role__organisation__region": "South Wales"}),
        ("kind=hindsight", {"statement__kind": "hindsight"}),
        ("format=audio", {"format": "audio"}),
        ("theme=clocks", {"statement__themes__slug": "clocks", "statement__themes__name": "Clocks"}),
        ("organisation=harbour", {"speaker__role__organisation__slug": "harbour"}),
        ("year_from=1990&year_to=1991", {"recorded": "1990-07"}),
    ],
)
def test_a_parameter_narrows(parameter: str, path: dict[str, str]) -> None:
    InterviewFactory()
    InterviewFactory(slug="wanted", **path)

    assert slugs(parameter) == ["wanted"]


def test_values_of_one_parameter_widen() -> None:
    InterviewFactory(slug="a", format="audio", recorded="2020")
    InterviewFactory(slug="b", format="text", recorded="2019")
    InterviewFactory(slug="c", format="event", recorded="2018")

    assert slugs("format=audio&format=text") == ["a", "b"]


def test_kind_and_theme_are_asked_of_one_statement() -> None:
    clocks = ThemeFactory(slug="clocks")
    apart = InterviewFactory(statement__kind="step", statement__themes=[clocks])
    StatementFactory(interview=apart, kind="advice")
    InterviewFactory(slug="together", statement__kind="advice", statement__themes=[clocks])

    assert slugs("kind=advice&theme=clocks") == ["together"]


def test_sector_and_level_are_asked_of_one_speaker() -> None:
    apart = InterviewFactory(speaker__role__level="board")
    SpeakerFactory(interview=apart, role__organisation__sector="ambulance")
    InterviewFactory(slug="one", speaker__role__level="board", speaker__role__organisation__sector="ambulance")

    assert slugs("level=board&sector=ambulance") == ["one"]


def test_a_wider_theme_finds_what_is_on_a_narrower_one() -> None:
    narrow = ThemeFactory(slug="narrow", parent=ThemeFactory(slug="wide"))
    InterviewFactory(slug="it", statement__themes=[narrow])

    assert slugs("theme=wide") == slugs("theme=narrow") == ["it"]


def test_an_organisation_finds_its_lineage_unless_told_not_to() -> None:
    before, after, sibling = (OrganisationFactory(slug=slug) for slug in ("before", "after", "sibling"))
    SuccessionFactory(predecessor=before, successor=after)
    SuccessionFactory(predecessor=before, successor=sibling, kind="part_transfer")
    InterviewFactory(slug="it", speaker__role__organisation=before)

    assert slugs("organisation=after") == slugs("organisation=sibling") == ["it"]
    assert slugs("organisation=after&lineage=off") == []
    assert slugs("organisation=before&lineage=off") == ["it"]


def test_a_former_slug_means_what_it_leads_to() -> None:
    theme = ThemeFactory(slug="old-name")
    InterviewFactory(slug="it", statement__themes=[theme])
    theme.slug = "new-name"
    theme.save()

    assert slugs("theme=old-name") == slugs("theme=new-name") == ["it"]
    assert slugs("theme=old-name&theme=new-name") == ["it"]


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("theme=nonsense", "theme"),
        ("theme=%00", "theme"),
        ("organisation=nonsense", "organisation"),
        ("kind=nonsense", "kind"),
        ("level=nonsense", "level"),
        ("sector=nonsense", "sector"),
        ("region=nonsense", "region"),
        ("nation=nonsense", "nation"),
        ("format=nonsense", "format"),
        ("lineage=nonsense", "lineage"),
        ("sort=nonsense", "sort"),
        ("synonyms=nonsense", "synonyms"),
        ("spelling=nonsense", "spelling"),
        ("year_from=soon", "year_from"),
        ("year_to=99999", "year_to"),
        ("year_from=2020&year_to=2010", "year_from"),
        ("page=0", "page"),
        ("page=x", "page"),
        ("q=" + "x" * 301, "q"),
        ("q=%00", "q"),
    ],
)
def test_what_makes_no_sense_is_an_error_and_finds_nothing(address: str, field: str) -> None:
    InterviewFactory()

    assert list(search(address).errors) == [field]
    assert slugs(address) == []


def test_relevance_without_words_is_newest_first() -> None:
    assert search("sort=relevance").order == "newest"
    assert search("q=clock").order == "relevance"
    assert search("q=clock&sort=oldest").order == "oldest"


@pytest.mark.parametrize("address", ["theme=", "theme=&kind=", "year_from=&sort=&lineage=&synonyms=&spelling=&q="])
def test_what_is_left_empty_asks_for_nothing(address: str) -> None:
    InterviewFactory(slug="it")

    assert not search(address).errors
    assert slugs(address) == ["it"]


@pytest.mark.parametrize(
    ("date", "found"),
    [("2014", True), ("2014-08-07", True), ("2014?", True), ("2013-12-31", False), ("2015", False), (None, False)],
)
def test_a_year_holds_every_day_of_it(date: str | None, found: bool) -> None:
    InterviewFactory(recorded=date)

    assert bool(slugs("year_from=2014&year_to=2014")) is found


def test_a_year_alone_is_open_to_the_other_side() -> None:
    InterviewFactory(slug="old", recorded="2004")
    InterviewFactory(slug="new", recorded="2024")

    assert slugs("year_from=2010") == ["new"]
    assert slugs("year_to=2010") == ["old"]


def test_words_and_filters_narrow_together() -> None:
    InterviewFactory(title="Avocet", format="audio")
    InterviewFactory(slug="it", title="Avocet", format="text")
    InterviewFactory(format="text")

    assert slugs("q=avocet&format=text") == ["it"]


def test_the_statements_asked_for_are_those_of_the_kind_and_theme_that_are_published() -> None:
    clocks = ThemeFactory(slug="clocks")
    interview = InterviewFactory(statement__kind="advice", statement__themes=[clocks])
    StatementFactory(interview=interview, kind="step", themes=[clocks])
    StatementFactory(interview__draft=True, kind="advice", themes=[clocks])

    assert list(search("kind=advice&theme=clocks").statements()) == [interview.statements.get(kind="advice")]


def test_what_is_usual_is_on_until_it_is_turned_off() -> None:
    for name in ("lineage", "synonyms", "spelling"):
        assert search("").is_on(name)
        assert search(f"{name}=on").is_on(name)
        assert not search(f"{name}=off").is_on(name)
