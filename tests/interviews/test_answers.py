"""What a search finds, corrected or loosened where nothing was, and how many each filter would leave."""

from collections.abc import Mapping

import pytest
from django.http import QueryDict

from interviews.answers import Answer, answer
from interviews.filters import SearchFilter
from interviews.search.facets import Value
from tests.factories import (
    InterviewFactory,
    OrganisationFactory,
    SpeakerFactory,
    StatementFactory,
    SuccessionFactory,
    ThemeFactory,
)
from tests.search.reader import ask, slugs

pytestmark = pytest.mark.django_db


def search(address: str) -> Answer:
    return answer(SearchFilter(QueryDict(address)))


def counts(address: str, name: str) -> Mapping[Value, int]:
    """How many interviews the options of that filter would leave."""
    return {value: count for value, count in search(address).counts[name].items() if count}


def total(address: str) -> int:
    return search(address).shown.found.total


def test_counts_are_under_all_other_filters() -> None:
    InterviewFactory(format="audio", statement__kind="advice", speaker__role__level="board")
    InterviewFactory(format="text", statement__kind="advice", speaker__role__level="gp")
    InterviewFactory(format="text", statement__kind="step", speaker__role__level="gp", title="Avocet")
    InterviewFactory(format="text", statement__kind="step", draft=True)

    assert counts("", "kind") == {"advice": 2, "step": 1}
    assert counts("", "format") == {"audio": 1, "text": 2}
    assert counts("format=text&kind=step", "format") == {"text": 1}
    assert counts("format=text&kind=step", "kind") == {"advice": 1, "step": 1}
    assert counts("format=text&kind=step", "level") == {"gp": 1}
    assert counts("format=text&level=board", "level") == {"gp": 2}
    assert counts("format=text&level=board", "format") == {"audio": 1}
    assert counts("format=text&level=board", "kind") == {}
    assert counts("q=avocet", "level") == {"gp": 1}
    assert counts("q=avocet&format=audio", "format") == {"text": 1}


def test_kind_and_theme_are_counted_of_one_statement() -> None:
    clocks, cats = ThemeFactory(slug="clocks"), ThemeFactory(slug="cats")
    apart = InterviewFactory(statement__kind="step", statement__themes=[clocks])
    StatementFactory(interview=apart, kind="advice", themes=[cats])
    InterviewFactory(statement__kind="advice", statement__themes=[clocks, cats])

    assert counts("kind=advice", "theme") == {clocks.pk: 1, cats.pk: 2}
    assert counts("theme=clocks", "kind") == {"step": 1, "advice": 1}
    assert counts("theme=clocks&kind=advice", "theme") == {clocks.pk: 1, cats.pk: 2}


def test_speakers_are_counted_one_by_one() -> None:
    interview = InterviewFactory(speaker__role__level="board", speaker__role__organisation__sector="acute")
    SpeakerFactory(interview=interview, role__level="gp", role__organisation__sector="primary_care")

    assert counts("", "level") == {"board": 1, "gp": 1}
    assert counts("sector=acute", "level") == {"board": 1}
    assert counts("sector=acute&level=gp", "sector") == {"primary_care": 1}


def test_a_wider_theme_counts_what_is_on_its_narrower_ones_once() -> None:
    wide = ThemeFactory(slug="wide")
    one, other = ThemeFactory(parent=wide), ThemeFactory(parent=wide, slug="other")
    InterviewFactory(statement__themes=[one, other])
    InterviewFactory(statement__themes=[other])
    InterviewFactory(statement__themes=[wide])

    assert counts("", "theme") == {wide.pk: 3, one.pk: 1, other.pk: 2}
    assert counts("kind=advice", "theme") == {wide.pk: 3, one.pk: 1, other.pk: 2}
    assert counts("theme=other", "theme") == {wide.pk: 3, one.pk: 1, other.pk: 2}


def test_an_organisation_counts_its_lineage_unless_that_is_turned_off() -> None:
    before, after = OrganisationFactory(slug="before"), OrganisationFactory(slug="after")
    SuccessionFactory(predecessor=before, successor=after)
    InterviewFactory(speaker__role__organisation=before)
    InterviewFactory(speaker__role__organisation=after)

    assert counts("", "organisation") == {before.pk: 2, after.pk: 2}
    assert counts("lineage=off", "organisation") == {before.pk: 1, after.pk: 1}


@pytest.mark.parametrize("further", ["", "&kind=advice", "&format=video", "&q=ward", "&lineage=off", "&level=gp"])
def test_the_count_of_an_option_is_what_choosing_it_finds(further: str) -> None:
    before, after = OrganisationFactory(slug="before"), OrganisationFactory(slug="after", nation="Wales")
    SuccessionFactory(predecessor=before, successor=after)
    wide = ThemeFactory(slug="wide")
    narrow = ThemeFactory(slug="narrow", parent=wide)
    InterviewFactory(speaker__role__organisation=before, statement__themes=[wide], speaker__role__level="gp")
    InterviewFactory(speaker__role__organisation=after, statement__themes=[narrow], statement__kind="step")
    InterviewFactory(speaker__role__organisation=after, statement__themes=[], format="audio")

    filters: dict[str, dict[Value, str]] = {
        "organisation": {before.pk: "before", after.pk: "after"},
        "theme": {wide.pk: "wide", narrow.pk: "narrow"},
        "nation": {"Wales": "Wales", "England": "England"},
        "sector": {"acute": "acute"},
    }
    for name, options in filters.items():
        found = {value: total(f"{name}={slug}{further}") for value, slug in options.items()}
        assert counts(further, name) == {value: count for value, count in found.items() if count}


def test_counts_leave_out_what_makes_no_sense() -> None:
    InterviewFactory(recorded="2014", format="audio")

    assert counts("year_from=2020&year_to=2010", "format") == {}


def test_a_slip_is_corrected_only_where_nothing_is_found() -> None:
    InterviewFactory(slug="it", title="Avocet")

    answered = ask("avocte")

    assert answered.is_corrected
    assert str(answered.shown.query) == "avocet"
    assert str(answered.typed.query) == "avocte"
    assert slugs(answered) == ["it"]


def test_a_slip_is_left_alone_where_that_is_asked_for_or_the_words_are_quoted_or_left_out() -> None:
    InterviewFactory(title="Avocet")

    for words in ('"avocte"', "avocet -avocte", "zzzzzz"):
        assert not ask(words).is_corrected
    assert not ask("avocte", spelling="off").is_corrected
    assert ask("avocte", spelling="off").shown.found.total == 0


def test_of_several_words_those_that_are_slips_are_corrected() -> None:
    InterviewFactory(title="The avocet and the redshank of 2014")

    assert str(ask('avocte -trumpet OR redshnak "2014"').shown.query) == 'avocet -trumpet redshank "2014"'


def test_a_correction_that_finds_nothing_either_is_no_help() -> None:
    InterviewFactory(title="Avocet", format="audio")

    assert not ask("avocte", format="text").is_corrected


def test_another_spelling_is_offered_where_it_finds_far_more() -> None:
    InterviewFactory(title="An avocte")
    for number in range(20):
        InterviewFactory(title=f"Avocet {number}")

    answered = ask("avocte")

    assert not answered.is_corrected
    assert answered.shown.found.total == 1
    assert answered.better is not None
    assert (str(answered.better.query), answered.better.found.total) == ("avocet", 20)
    assert ask("avocte", spelling="off").better is None
    assert ask("avocet").better is None


def test_a_question_is_loosened_after_its_spelling_was_looked_at() -> None:
    InterviewFactory(slug="it", title="Avocet")

    answered = ask("how do we get an avocte to mind trumpets")

    assert answered.is_corrected
    assert answered.shown.loosened
    assert slugs(answered) == ["it"]


def test_nothing_is_looked_for_where_something_makes_no_sense() -> None:
    InterviewFactory()

    answered = search("q=clock&theme=nonsense")

    assert answered.shown.found.total == 0
    assert answered.counts["format"] == {}


def test_where_no_word_can_be_left_out_each_is_tried_alone() -> None:
    InterviewFactory(title="Avocets")
    InterviewFactory(title="Bitterns")

    ways = ask("avocets bitterns trumpets").of_parts()

    assert {str(query): count for query, count in ways if count} == {"avocets": 1, "bitterns": 1}
