"""Filters as choices to make, and what was chosen as chips to take away."""

import pytest
from django.http import QueryDict

from interviews.answers import answer
from interviews.filters import SearchFilter
from interviews.presenters.filters import MOST_CHIPS, SHOWN, Group, chips, groups, histories, sorts
from tests.factories import InterviewFactory, OrganisationFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def group(address: str, name: str) -> Group:
    """One filter as the page at this address shows it."""
    return next(group for group in groups(answer(SearchFilter(QueryDict(address)))) if group.name == name)


def options(address: str, name: str) -> dict[str, int]:
    return {option.label: option.count for option in group(address, name).options}


def removed(address: str) -> dict[str, str]:
    """From the chips to the addresses without them."""
    asked = SearchFilter(QueryDict(address))
    return {f"{chip.name}: {chip.label}": chip.url for chip in chips(asked, QueryDict(address))}


def test_only_what_leaves_something_is_an_option() -> None:
    InterviewFactory(format="audio")

    assert options("", "format") == {"Audio": 1}


def test_what_is_chosen_stays_at_nought() -> None:
    InterviewFactory(format="audio")

    assert options("format=text", "format") == {"Audio": 1, "Text": 0}
    assert [option.chosen for option in group("format=text", "format").options] == [False, True]


def test_a_group_is_open_where_something_in_it_is_chosen() -> None:
    InterviewFactory(format="audio")

    assert group("format=text", "format").open
    assert not group("", "format").open


def test_a_wrong_choice_is_told_in_its_group() -> None:
    assert group("format=nonsense", "format").error.startswith("“nonsense” is not one of the choices.")


def test_narrower_themes_follow_the_wider_one() -> None:
    wide = ThemeFactory(name="Wide")
    InterviewFactory(statement__themes=[ThemeFactory(name="Narrow", parent=wide)])
    InterviewFactory(statement__themes=[ThemeFactory(name="Apart")])

    assert [(option.label, option.narrower) for option in group("", "theme").options] == [
        ("Apart", False),
        ("Wide", False),
        ("Narrow", True),
    ]


def test_of_many_organisations_those_chosen_and_those_that_leave_most_are_in_view() -> None:
    for number in range(14):
        InterviewFactory(speaker__role__organisation=OrganisationFactory(name=f"Trust {number:02}", slug=f"t{number}"))
    most = OrganisationFactory(name="Zed Trust", slug="most")
    InterviewFactory(speaker__role__organisation=most)
    InterviewFactory(speaker__role__organisation=most)

    chosen = group("organisation=t13", "organisation")

    assert [option.value for option in chosen.shown][:3] == ["t13", "most", "t0"]
    assert len(chosen.shown) == SHOWN
    assert len(chosen.folded) == len(chosen.options) - SHOWN


def test_hardly_any_more_are_not_folded() -> None:
    for _ in range(SHOWN + 3):
        InterviewFactory()

    assert group("", "organisation").folded == []


def test_each_chip_takes_one_thing_away_and_leads_to_the_first_page() -> None:
    InterviewFactory(statement__themes=[ThemeFactory(slug="cats", name="Cats")])

    assert removed("q=it&theme=cats&format=audio&format=text&year_from=2014&lineage=off&page=2") == {
        "Theme: Cats": "?q=it&format=audio&format=text&year_from=2014&lineage=off",
        "Format: Audio": "?q=it&theme=cats&format=text&year_from=2014&lineage=off",
        "Format: Text": "?q=it&theme=cats&format=audio&year_from=2014&lineage=off",
        "From year: 2014": "?q=it&theme=cats&format=audio&format=text&lineage=off",
        "History of organisations: Left out": "?q=it&theme=cats&format=audio&format=text&year_from=2014",
    }


def test_what_is_turned_off_has_a_chip() -> None:
    assert removed("q=it&synonyms=off&spelling=off") == {
        "Words that mean the same: Left out": "?q=it&spelling=off",
        "Corrected spelling: Left out": "?q=it&synonyms=off",
    }


def test_the_words_the_order_and_the_page_have_none_unless_they_are_wrong() -> None:
    assert removed("q=it&sort=oldest&page=2") == {}
    assert removed("sort=nonsense&page=x") == {"Sort by: nonsense": "?", "Page: x": "?sort=nonsense"}


def test_far_too_many_values_have_one_chip_together() -> None:
    address = "&".join(f"kind={number}" for number in range(MOST_CHIPS + 1))

    assert removed(address) == {"Kind of statement: 13 choices": "?"}


def test_the_usual_order_and_history_stay_out_of_the_address() -> None:
    words = SearchFilter(QueryDict("q=it&sort=oldest&lineage=off"))

    assert {option.label: option.value for option in sorts(words)} == {
        "Best match": "",
        "Newest first": "newest",
        "Oldest first": "oldest",
    }
    assert [option.label for option in sorts(words) if option.chosen] == ["Oldest first"]
    assert [option.label for option in sorts(SearchFilter(QueryDict("")))] == ["Newest first", "Oldest first"]
    assert [(option.value, option.chosen) for option in histories(words)] == [("", False), ("off", True)]
