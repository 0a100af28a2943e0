"""Counts per option, under all the other filters."""

from interviews.search.facets import Facet, Row, count

KIND, THEME = Facet("kind"), Facet("theme")
ROWS: list[Row] = [
    (1, {"kind": "advice", "theme": "listening"}),
    (1, {"kind": "step", "theme": "values"}),
    (2, {"kind": "advice", "theme": "values"}),
    (2, {"kind": "advice", "theme": "values"}),
    (3, {"kind": "step", "theme": None}),
]


def test_an_interview_counts_once_per_option() -> None:
    assert count([KIND], ROWS, {}) == {"kind": {"advice": 2, "step": 2}}


def test_a_filter_does_not_narrow_itself() -> None:
    counts = count([KIND, THEME], ROWS, {"kind": ["step"]})

    assert counts["kind"] == {"advice": 2, "step": 2}
    assert counts["theme"] == {"values": 1}


def test_filters_must_hold_for_the_same_row() -> None:
    assert count([KIND, THEME], ROWS, {"theme": ["values"]})["kind"] == {"step": 1, "advice": 1}


def test_what_is_chosen_elsewhere_is_not_asked_of_these_rows() -> None:
    assert count([KIND], ROWS, {"nation": ["Wales"]}) == {"kind": {"advice": 2, "step": 2}}


def test_a_value_may_count_for_wider_options() -> None:
    wider = Facet("theme", lambda theme: (theme, "all"))

    assert count([wider], ROWS, {}) == {"theme": {"listening": 1, "values": 2, "all": 2}}
