"""What the address of a briefing says, and what it is told."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from interviews.briefing import LONGEST_NOTE, LONGEST_TITLE, MOST, Asked, Briefing, Grouping

NUMBERS = st.lists(st.integers(0, 10**18 - 1), max_size=MOST, unique=True).map(tuple)


def parse(query: str) -> Asked:
    return Asked.parse(QueryDict(query))


@pytest.mark.parametrize(
    "query",
    ["s=12.7.31", "s=12&s=7&s=31", "s=12.7&s=31", "s=12,7,31", "s=12;7;31", "s=+12++7%0A31+", "s=12.7&add=31"],
)
def test_numbers_are_read_in_every_form_and_kept_in_order(query: str) -> None:
    assert parse(query) == Asked(Briefing((12, 7, 31)))


def test_what_is_named_twice_is_there_once_where_it_came_first() -> None:
    assert parse("s=12.7.12&s=7&add=12").briefing.statements == (12, 7)


@pytest.mark.parametrize(
    "typed",
    [
        "7",
        "#7",
        "/statements/7/",
        "https://perspectives.example.org/statements/7/",
        "http://x.example/statements/7?a=1",
    ],
)
def test_a_statement_is_added_by_number_and_by_address(typed: str) -> None:
    data = QueryDict("s=12", mutable=True)
    data["add"] = typed
    assert Asked.parse(data) == Asked(Briefing((12, 7)))


def test_a_statement_is_added_by_its_place_on_the_page_of_its_interview() -> None:
    data = QueryDict(mutable=True)
    data["add"] = "https://perspectives.example.org/interviews/clock/#statement-7"
    assert Asked.parse(data).briefing.statements == (7,)


@pytest.mark.parametrize("typed", ["seven", "-7", "7e3", "٣", "9" * 19, "<b>", "/themes/clock/"])
def test_what_is_no_statement_is_left_out_and_named(typed: str) -> None:
    data = QueryDict("s=12", mutable=True)
    data["add"] = typed
    asked = Asked.parse(data)
    assert asked.briefing.statements == (12,)
    assert [problem.field for problem in asked.problems] == ["add"]
    assert typed in asked.problems[0].message


def test_a_briefing_holds_the_first_hundred_and_says_how_many_are_left_out() -> None:
    asked = parse("s=" + ".".join(map(str, range(1, MOST + 4))))
    assert asked.briefing.statements == tuple(range(1, MOST + 1))
    (problem,) = asked.problems
    assert problem.message == "A briefing holds 100 statements at most. The last 3 of these are left out."
    assert not parse("s=" + ".".join(map(str, range(1, MOST + 1)))).problems


@pytest.mark.parametrize(("field", "longest"), [("title", LONGEST_TITLE), ("note", LONGEST_NOTE)])
def test_a_text_that_is_too_long_is_cut_and_said_so(field: str, longest: int) -> None:
    assert not parse(f"{field}={'x' * longest}").problems
    asked = parse(f"{field}={'x' * (longest + 1)}")
    assert getattr(asked.briefing, field) == "x" * longest
    assert [problem.field for problem in asked.problems] == [field]
    assert f"{longest:,}" in asked.problems[0].message


def test_a_heading_is_one_line_and_a_note_keeps_its_lines() -> None:
    briefing = parse("title=+Night%0D%0Arotas+&note=%0D%0AOne%0D%0ATwo%00%07%0D%0A").briefing
    assert (briefing.title, briefing.note) == ("Night rotas", "One\nTwo")


@pytest.mark.parametrize(("value", "grouping"), [("theme", Grouping.THEME), ("order", Grouping.ORDER), ("x", "order")])
def test_points_are_put_together_by_order_unless_by_theme(value: str, grouping: str) -> None:
    assert parse(f"group={value}").briefing.grouping == grouping


def test_a_statement_is_removed() -> None:
    assert parse("s=12.7.31&remove=7").briefing.statements == (12, 31)
    assert parse("s=12.7.31&remove=99&up=x").briefing.statements == (12, 7, 31)


def test_the_address_says_no_more_than_it_must() -> None:
    assert Briefing().query == ""
    assert Briefing((12, 7)).query == "s=12.7"
    whole = Briefing((12,), "Night rotas", "A & B\n", Grouping.THEME)
    assert whole.query == "s=12&title=Night+rotas&note=A+%26+B%0A&group=theme"


@given(statements=NUMBERS, title=st.text(max_size=200), note=st.text(max_size=2100), by_theme=st.booleans())
def test_what_is_read_is_written_so_that_it_is_read_again(
    statements: tuple[int, ...], title: str, note: str, by_theme: bool
) -> None:
    data = QueryDict(mutable=True)
    data.setlist("s", [str(number) for number in statements])
    data.update({"title": title, "note": note, "group": "theme" if by_theme else ""})
    briefing = Asked.parse(data).briefing
    assert parse(briefing.query) == Asked(briefing)
    assert briefing.statements == statements


def test_a_statement_is_put_before_another() -> None:
    briefing = Briefing((1, 2, 3, 4))
    assert briefing.with_before(4, 2).statements == (1, 4, 2, 3)
    assert briefing.with_before(2, 1).statements == (2, 1, 3, 4)


def test_only_those_that_are_there_are_held_in_their_order() -> None:
    assert Briefing((3, 1, 2), "Rotas").holding({2, 3}) == Briefing((3, 2), "Rotas")
