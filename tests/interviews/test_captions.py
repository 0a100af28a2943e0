"""Captions are what WebVTT says they are, and say what the transcript says."""

from decimal import Decimal
from io import StringIO

import pytest
import webvtt

from interviews import captions
from interviews.models import Interview, Passage
from tests.factories import InterviewFactory, PassageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def interview() -> Interview:
    """One by Bea Hive."""
    return InterviewFactory(speaker__role__leader__name="Bea Hive")


def read(interview: Interview) -> list[webvtt.Caption]:
    """Its captions, as another program reads them."""
    found: list[webvtt.Caption] = webvtt.from_buffer(StringIO(captions.webvtt(interview.passages.all()))).captions
    return found


def times(interview: Interview) -> list[tuple[str, str]]:
    return [(caption.start, caption.end) for caption in read(interview)]


def test_captions_match_the_passages(interview: Interview) -> None:
    speaker = interview.speakers.get()
    for number in range(20):
        start = Decimal(number) * 60 + Decimal("0.125")
        PassageFactory(interview=interview, speaker=speaker, start=start, end=start + 30, text=f"Point {number}.\nSo.")
    said = [
        (caption.identifier, caption.start_in_seconds, caption.end_in_seconds, caption.voice, caption.text)
        for caption in read(interview)
    ]
    assert said == [
        (passage.anchor, int(passage.start or 0), int(passage.end or 0), "Bea Hive", passage.text)
        for passage in interview.passages.all()
    ]


def test_times_have_hours_and_thousandths(interview: Interview) -> None:
    PassageFactory(interview=interview, start="3723.405", end="99999.999")
    assert times(interview) == [("01:02:03.405", "27:46:39.999")]


def test_a_turn_without_a_start_is_left_out(interview: Interview) -> None:
    for start in (None, 5, None):
        PassageFactory(interview=interview, start=start, text=f"From {start}.")
    assert [caption.text for caption in read(interview)] == ["From 5."]


def test_a_turn_without_an_end_ends_where_the_next_begins_or_when_it_may_have_been_said(interview: Interview) -> None:
    for start, words in ((0, 1), (7, 1), (7, 1), (9, 50)):
        PassageFactory(interview=interview, start=start, text="word " * words)
    assert times(interview) == [
        ("00:00:00.000", "00:00:07.000"),
        ("00:00:07.000", "00:00:09.000"),
        ("00:00:07.000", "00:00:09.000"),
        ("00:00:09.000", "00:00:29.000"),
    ]


def test_every_caption_lasts(interview: Interview) -> None:
    for start in (4, 4):
        PassageFactory(interview=interview, start=start, end=4, text="Tick.")
    assert times(interview) == [("00:00:04.000", "00:00:06.000")] * 2


def test_captions_come_in_the_order_of_time(interview: Interview) -> None:
    for start in (30, 10, 20):
        PassageFactory(interview=interview, start=start)
    assert [start for start, _ in times(interview)] == ["00:00:10.000", "00:00:20.000", "00:00:30.000"]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Fish & chips", "Fish &amp; chips"),
        ("<b>bold</b>", "&lt;b&gt;bold&lt;/b&gt;"),
        ("00:01 --> 00:02", "00:01 --&gt; 00:02"),
        ("One.\n\n\nTwo.", "One.\nTwo."),
        ("One.\r\n \r\nTwo.\u2028\u2029Three.", "One.\nTwo.\nThree."),
        ("  Wide   open  ", "Wide open"),
        ("NOTE this", "NOTE this"),
        ("WEBVTT", "WEBVTT"),
    ],
)
def test_no_words_break_out_of_their_caption(interview: Interview, text: str, cue: str) -> None:
    PassageFactory(interview=interview, start=1, end=2, text=text)
    PassageFactory(interview=interview, start=3, end=4, text="After.")
    assert captions.webvtt(interview.passages.all()) == (
        f"WEBVTT\n\npassage-1\n00:00:01.000 --> 00:00:02.000\n{cue}\n\n"
        "passage-2\n00:00:03.000 --> 00:00:04.000\nAfter.\n"
    )
    assert len(read(interview)) == 2


def test_whose_voice_it_is_stands_before_the_words_and_cannot_break_them(interview: Interview) -> None:
    PassageFactory(interview=interview, start=1, voice="A > B\n\n& C", text="Hello.")
    assert "\n<v A &gt; B &amp; C>Hello.\n" in captions.webvtt(interview.passages.all())


def test_nothing_timed_makes_an_empty_file() -> None:
    assert captions.webvtt([Passage(text="Hello.")]) == "WEBVTT\n"
