"""Counts per option, under all the other filters."""

from collections.abc import Mapping

from interviews.search.facets import Facet, Options, count, options

KIND, THEME = Facet("kind"), Facet("theme")
# Rows of “theme.kind”, and how many interviews have just these.
GROUPS = [("listening.advice values.step", 1), ("values.advice", 2), (".step", 1), ("", 5)]


def counted(*facets: Facet, chosen: Mapping[str, list[int | str]] | None = None) -> dict[str, dict[int | str, int]]:
    def of(row: str) -> Options:
        values = dict(zip(("theme", "kind"), row.split("."), strict=True))
        return options(facets, [values[facet.name] for facet in facets], chosen or {})

    names = [facet.name for facet in facets]
    return {name: dict(counts) for name, counts in count(names, GROUPS, of).items()}


def test_an_interview_counts_once_per_option() -> None:
    assert counted(KIND) == {"kind": {"advice": 3, "step": 2}}


def test_no_value_is_no_option() -> None:
    assert counted(THEME) == {"theme": {"listening": 1, "values": 3}}


def test_a_filter_does_not_narrow_itself() -> None:
    counts = counted(KIND, THEME, chosen={"kind": ["step"]})

    assert counts["kind"] == {"advice": 3, "step": 2}
    assert counts["theme"] == {"values": 1}


def test_filters_must_hold_for_the_same_row() -> None:
    assert counted(KIND, THEME, chosen={"theme": ["values"]})["kind"] == {"step": 1, "advice": 2}
    assert counted(KIND, THEME, chosen={"theme": ["listening"]})["kind"] == {"advice": 1}


def test_one_of_several_choices_is_enough() -> None:
    counts = counted(KIND, THEME, chosen={"theme": ["values", "listening"], "kind": ["advice"]})

    assert counts == {"kind": {"advice": 3, "step": 1}, "theme": {"listening": 1, "values": 2}}


def test_what_is_chosen_elsewhere_is_not_asked_of_these_rows() -> None:
    assert counted(KIND, chosen={"nation": ["Wales"]}) == {"kind": {"advice": 3, "step": 2}}


def test_a_value_may_count_for_wider_options() -> None:
    wider = Facet("theme", lambda theme: (theme, "all"))

    assert counted(wider) == {"theme": {"listening": 1, "values": 3, "all": 3}}
