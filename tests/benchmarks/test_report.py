"""Figures as tables."""

from datetime import date

from benchmarks.figures import Figure, Session
from benchmarks.report import report

KINDS = ("rare word", "word in every interview")


def session(interviews: int, *, ours: float, theirs: float) -> Session:
    figures = [
        figure
        for kind in KINDS
        for figure in (
            Figure("this page", kind, "ward", 10, whole=3 * ours, database=2 * ours, search=ours, statements=7),
            Figure("plain Django", kind, "ward", 10, whole=theirs, database=theirs, search=theirs, statements=11),
        )
    ]
    return Session(interviews, figures, 9.5, None, 60, {"Python": "3.13.0"})


def test_a_session_comes_back_from_its_file_as_it_was() -> None:
    kept = session(1000, ours=10, theirs=40)
    assert Session.load(kept.dump()) == kept


def test_others_stand_beside_ours_with_ratios() -> None:
    lines = report([session(1000, ours=10, theirs=40)], date(2026, 11, 23)).splitlines()
    assert "| rare word: ward | 10 | 10.0 | 20.0 (7) | 30.0 | 40.0 | 4.0 |" in lines
    assert "## 1,000 interviews" in lines
    assert any("does not end a count within 60 seconds" in line for line in lines)


def test_growth_is_said_where_there_are_several_sizes() -> None:
    written = report([session(1000, ours=10, theirs=40), session(10_000, ours=15, theirs=400)], date(2026, 11, 23))
    assert "| rare word | 1.5 | 10.0 |" in written.splitlines()
    assert "Growth" not in report([session(1000, ours=10, theirs=40)], date(2026, 11, 23))
