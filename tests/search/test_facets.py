"""Counts per option, under all the other filters."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from interviews.search.facets import Chosen, Facet, Row, Rows, bits, both, count, either, holds

KIND, THEME = Facet("kind"), Facet("theme")
# Rows of theme and kind, and the documents that have such a row: 0 has two, 4 none.
DOCUMENTS: dict[Row, int] = {
    ("listening", "advice"): 0b00001,
    ("values", "step"): 0b00001,
    ("values", "advice"): 0b00110,
    ("", "step"): 0b01000,
}
ROWS = Rows([THEME, KIND], DOCUMENTS)
FORMATS = Rows([Facet("format")], {("audio",): 0b01011, ("text",): 0b10100})
ALL = 0b11111


def counted(*groups: Rows, among: int = ALL, chosen: Chosen | None = None) -> Mapping[str, Mapping[int | str, int]]:
    return count(groups, among, chosen or {})


def test_an_interview_counts_once_per_option() -> None:
    assert counted(ROWS)["kind"] == {"advice": 3, "step": 2}


def test_no_value_is_no_option() -> None:
    assert counted(ROWS)["theme"] == {"listening": 1, "values": 3}


def test_only_what_was_found_is_counted() -> None:
    assert counted(ROWS, among=0b11000) == {"theme": {}, "kind": {"step": 1}}
    assert counted(ROWS, among=0) == {"theme": {}, "kind": {}}


def test_a_filter_does_not_narrow_itself() -> None:
    counts = counted(ROWS, chosen={"kind": ["step"]})

    assert counts == {"kind": {"advice": 3, "step": 2}, "theme": {"values": 1}}


def test_filters_must_hold_for_the_same_row() -> None:
    assert counted(ROWS, chosen={"theme": ["values"]})["kind"] == {"step": 1, "advice": 2}
    assert counted(ROWS, chosen={"theme": ["listening"]})["kind"] == {"advice": 1}
    assert ROWS.passing({"theme": ["listening"], "kind": ["step"]}) == 0


def test_one_of_several_choices_is_enough() -> None:
    counts = counted(ROWS, chosen={"theme": ["values", "listening"], "kind": ["advice"]})

    assert counts == {"kind": {"advice": 3, "step": 1}, "theme": {"listening": 1, "values": 2}}


def test_other_groups_narrow_and_are_narrowed() -> None:
    counts = counted(ROWS, FORMATS, chosen={"kind": ["step"], "format": ["text"]})

    assert counts == {"kind": {"advice": 1}, "theme": {}, "format": {"audio": 2}}


def test_rows_that_nothing_is_asked_of_let_everything_pass() -> None:
    assert ROWS.passing({"nation": ["Wales"]}) is None
    assert counted(ROWS, chosen={"nation": ["Wales"]})["kind"] == {"advice": 3, "step": 2}


def test_a_value_may_count_for_wider_options() -> None:
    wider = Rows([Facet("theme", lambda theme: (theme, "all")), KIND], DOCUMENTS)

    assert counted(wider)["theme"] == {"listening": 1, "values": 3, "all": 3}


def test_sets_of_nothing_in_particular() -> None:
    assert both([None, 0b110, None, 0b011]) == 0b010
    assert both([None]) is None
    assert either([]) == 0


@given(st.sets(st.integers(0, 70)))
def test_a_set_holds_what_it_was_made_of(places: set[int]) -> None:
    made = bits(places, 71)

    assert made.bit_count() == len(places)
    assert set(filter(holds(made, 71), range(71))) == places
