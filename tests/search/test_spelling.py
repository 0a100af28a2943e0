"""Slips are corrected, by words that somebody published."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.models import Interview
from interviews.search.spelling import corrections, distance
from tests.factories import InterviewFactory, PassageFactory

SHORT = st.text(alphabet="abc", max_size=7)
FAR = 3
"""Slips; from here on the distance need only be known to be far."""


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("doctor", "doctor", 0),
        ("docter", "doctor", 1),  # one letter for another
        ("doctr", "doctor", 1),  # one left out
        ("docttor", "doctor", 1),  # one put in
        ("dcotor", "doctor", 1),  # two next to each other swapped
        ("dcoter", "doctor", 2),
        ("", "ab", 2),
        ("ca", "abc", 3),  # nothing between two that were swapped
    ],
)
def test_slips_are_counted(one: str, other: str, slips: int) -> None:
    assert distance(one, other) == distance(other, one) == slips


@given(SHORT, SHORT)
def test_the_distance_is_the_same_both_ways_and_nought_for_the_same_alone(one: str, other: str) -> None:
    assert min(distance(one, other), FAR) == min(distance(other, one), FAR)
    assert (distance(one, other) == 0) is (one == other)


@given(SHORT, SHORT)
def test_the_distance_is_that_of_the_plain_definition(one: str, other: str) -> None:
    assert min(distance(one, other), FAR) == min(defined(one, other), FAR)


def defined(one: str, other: str) -> int:
    """The fewest slips, looked for from the end without any cleverness."""
    if not one or not other:
        return len(one) + len(other)
    ways = [
        defined(one[:-1], other) + 1,
        defined(one, other[:-1]) + 1,
        defined(one[:-1], other[:-1]) + (one[-1] != other[-1]),
    ]
    if len(one) > 1 and len(other) > 1 and one[-2:] == other[: -len(other) - 1 : -1][:2]:
        ways.append(defined(one[:-2], other[:-2]) + 1)
    return min(ways)


@given(st.text(alphabet="abcdé", min_size=1, max_size=30), st.data())
def test_one_slip_is_a_distance_of_one_at_most(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 1))
    slip = data.draw(
        st.sampled_from(
            [
                word[:place] + word[place + 1 :],
                word[:place] + "x" + word[place:],
                word[:place] + "x" + word[place + 1 :],
                word[:place] + word[place : place + 2][::-1] + word[place + 2 :],
            ]
        )
    )

    assert distance(word, slip) <= 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("timepeice", "timepiece"),
        ("timpeice", "timepiece"),  # two slips in a long word
        ("timepeices", "timepiece"),
        ("tmipeices", ""),  # three are too many
        ("clok", "clock"),
        ("clopk", "clock"),
        ("cluk", ""),  # two slips in a short word
        ("clock", ""),
        ("clo", ""),  # too short to say
        ("clk", ""),
        ("2041", ""),  # a number is what it is
        ("avocet", ""),
        ("zzzzzz", ""),
        ("", ""),
    ],
)
def test_what_looks_like_a_slip_is_corrected(typed: str, meant: str) -> None:
    InterviewFactory(title="The clock is a timepiece of 2014")

    assert corrections([typed]) == ({typed: meant} if meant else {})


@pytest.mark.django_db
def test_a_transcript_teaches_words_too() -> None:
    PassageFactory(text="An avocet.")

    assert corrections(["avocte", "redshnak"]) == {"avocte": "avocet"}


@pytest.mark.django_db
@pytest.mark.parametrize("state", ["draft", "in_review", "withdrawn"])
def test_only_what_is_published_teaches_words(state: str) -> None:
    PassageFactory(interview__state=state, interview__title="Redshank", text="An avocet.")
    assert corrections(["avocte", "redshnak"]) == {}

    Interview.objects.update(state="published")
    assert corrections(["avocte", "redshnak"]) == {"avocte": "avocet", "redshnak": "redshank"}

    Interview.objects.update(state=state)
    assert corrections(["avocte", "redshnak"]) == {}


@pytest.mark.django_db
def test_of_equally_near_words_that_which_begins_alike_is_meant_and_then_that_used_most() -> None:
    InterviewFactory(title="Mending, bending, lending")
    assert corrections(["bendign"]) == {"bendign": "bending"}

    InterviewFactory(title="Sending")
    InterviewFactory(title="Sending again")
    assert corrections(["xending"]) == {"xending": "sending"}


@pytest.mark.django_db
def test_a_word_that_somebody_used_is_a_slip_only_for_one_used_far_more() -> None:
    InterviewFactory(title="An avocte")
    for number in range(19):
        InterviewFactory(title=f"Avocet {number}", statement=None)
    assert corrections(["avocte"]) == {}

    PassageFactory(interview__statement=None, text="An avocet")
    assert corrections(["avocte"]) == {"avocte": "avocet"}
    assert corrections(["avocet"]) == {}
