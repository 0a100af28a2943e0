"""A transcript falls into parts and turns, and knows what is said at a moment."""

import pytest

from interviews.models import Passage
from interviews.presenters.transcript import moment, transcript


def passages(*starts: int | None) -> list[Passage]:
    return [
        Passage(pk=number, position=number, voice="Ann", start=start, heading="")
        for number, start in enumerate(starts, 1)
    ]


@pytest.mark.parametrize(
    ("asked", "second"), [("0", 0), ("75", 75), ("75.9", 75), ("99999", 99999), ("100000", None), ("75s", None)]
)
def test_a_moment_is_a_second_of_a_recording(asked: str, second: int | None) -> None:
    assert moment(asked) == second


@pytest.mark.parametrize(("asked", "position"), [("4", None), ("5", 1), ("9", 1), ("10", 3), ("99999", 3)])
def test_what_is_said_at_a_moment_is_the_last_that_has_begun(asked: str, position: int | None) -> None:
    asked_for = transcript(passages(5, None, 10), asked).asked_for
    assert (asked_for and asked_for.passage.position) == position


def test_a_turn_lasts_until_the_next_that_is_timed_or_as_long_as_it_says() -> None:
    rows = passages(5, None, 10, 20)
    rows[2].end = 15
    (part,) = transcript(rows, "").parts
    assert [(turn.start, turn.until) for turn in part.turns] == [("5", "10"), ("", ""), ("10", "15"), ("20", "")]


def test_who_speaks_is_told_again_under_a_new_heading() -> None:
    rows = passages(None, None, None)
    rows[2].heading = "Later"
    made = transcript(rows, "")
    assert [[turn.who for turn in part.turns] for part in made.parts] == [["Ann", ""], ["Ann"]]
    assert [(part.heading, part.anchor) for part in made.parts] == [("", "part-1"), ("Later", "part-3")]


def test_nothing_said_has_no_parts() -> None:
    assert transcript([], "5").parts == []
