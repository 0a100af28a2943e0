"""What each parameter of the search page means."""

import pytest
from django.http import QueryDict

from interviews.filters import SearchFilter
from interviews.models import Interview
from tests.factories import (
    InterviewFactory,
    OrganisationFactory,
    SpeakerFactory,
    StatementFactory,
    SuccessionFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db


def search(address: str) -> SearchFilter:
    """The search that an address asks for."""
    return SearchFilter(QueryDict(address))


def slugs(address: str) -> list[str]:
    """The interviews it finds, in order."""
    rows = Interview.objects.in_bulk(search(address).found())
    return [rows[pk].slug for pk in search(address).found()]


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
    assert search(address).found() == []


def test_relevance_without_words_is_newest_first() -> None:
    assert search("sort=relevance").order == "newest"
    assert search("q=clock").order == "relevance"
    assert search("q=clock&sort=oldest").order == "oldest"


def test_counts_are_under_all_other_filters() -> None:
    InterviewFactory(format="audio", statement__kind="advice", speaker__role__level="board")
    InterviewFactory(format="text", statement__kind="advice", speaker__role__level="gp")
    InterviewFactory(format="text", statement__kind="step", speaker__role__level="gp", title="Avocet")
    InterviewFactory(format="text", statement__kind="step", draft=True)

    everything, texts, words = search(""), search("format=text&kind=step"), search("q=avocet")

    assert everything.counts["kind"] == {"advice": 2, "step": 1}
    assert everything.counts["format"] == {"audio": 1, "text": 2}
    assert texts.counts["format"] == {"text": 1}
    assert texts.counts["kind"] == {"advice": 1, "step": 1}
    assert texts.counts["level"] == {"gp": 1}
    assert words.counts["level"] == {"gp": 1}


def test_the_count_of_an_option_is_what_choosing_it_finds() -> None:
    before, after = OrganisationFactory(slug="before"), OrganisationFactory(slug="after")
    SuccessionFactory(predecessor=before, successor=after)
    wide = ThemeFactory(slug="wide")
    narrow = ThemeFactory(slug="narrow", parent=wide)
    InterviewFactory(speaker__role__organisation=before, statement__themes=[wide])
    InterviewFactory(speaker__role__organisation=after, statement__themes=[narrow])

    for name, places in (("organisation", (before, after)), ("theme", (wide, narrow))):
        counts = search("").counts[name]
        assert {place.slug: counts[place.pk] for place in places} == {
            place.slug: len(search(f"{name}={place.slug}").found()) for place in places
        }


@pytest.mark.parametrize("address", ["theme=", "theme=&kind=", "year_from=&sort=&lineage=&page=&q="])
def test_what_is_left_empty_asks_for_nothing(address: str) -> None:
    InterviewFactory(slug="it")

    assert not search(address).errors
    assert slugs(address) == ["it"]


def test_counts_leave_out_what_makes_no_sense() -> None:
    InterviewFactory(recorded="2014", format="audio")

    assert search("year_from=2020&year_to=2010").counts["format"] == {"audio": 1}
