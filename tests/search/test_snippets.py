"""Matches are marked as they matched, and nothing else in a text can become markup."""

import re

import pytest
from django.utils.html import escape
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interviews.search.meaning import understand
from interviews.search.query import Query
from interviews.search.snippets import Marker
from tests.factories import SynonymGroupFactory

pytestmark = pytest.mark.django_db


def marker(words: str, text: str) -> Marker:
    return Marker(understand(Query.parse(words)), [text])


def marked(text: str, words: str) -> str:
    """The whole text as it is shown for these words."""
    return marker(words, text).whole(text)


def excerpt(text: str, words: str) -> str:
    """What is shown of it, where it is long."""
    return marker(words, text).excerpt(text)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("clock mending", "Doctors <mark>mend</mark> <mark>clocks</mark>."),
        ("clock trumpets", "Doctors mend <mark>clocks</mark>."),
        ("CLÖCKS", "Doctors mend <mark>clocks</mark>."),
        ("trumpets", "Doctors mend clocks."),
        ("clock -doctors", "Doctors mend <mark>clocks</mark>."),
        ("the of", "Doctors mend clocks."),
    ],
)
def test_words_are_marked_by_their_stems(words: str, shown: str) -> None:
    assert marked("Doctors mend clocks.", words) == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ('"mend the clock"', "Clocks: <mark>mend the clock</mark>, then mend clocks."),
        ('"clock"', "Clocks: mend the <mark>clock</mark>, then mend clocks."),
        ('"clock the mend"', "Clocks: mend the clock, then mend clocks."),
    ],
)
def test_an_exact_phrase_is_marked_as_one_and_nowhere_else(words: str, shown: str) -> None:
    assert marked("Clocks: mend the clock, then mend clocks.", words) == shown


def test_a_synonym_of_several_words_is_marked_only_where_they_all_stand() -> None:
    SynonymGroupFactory(terms=["junior doctor", "doctor in training"])

    text = "A doctor and two doctors in training; training for doctors."

    assert marked(text, "junior doctor") == (
        "A <mark>doctor</mark> and two <mark>doctors in training</mark>; training for <mark>doctors</mark>."
    )
    assert marked("In training; a training.", "junior doctor") == "In training; a training."


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("Staff well-being first.", "wellbeing", "Staff <mark>well-being</mark> first."),
        ("Staff well-being first.", "well-being", "Staff <mark>well-being</mark> first."),
        ("Staff wellbeing first.", "well-being", "Staff <mark>wellbeing</mark> first."),
        ("Get buy-in now.", "buyin", "Get <mark>buy-in</mark> now."),
        ("Get buy-in now.", "buy-in", "Get <mark>buy-in</mark> now."),
        ("The A&E's café.", "a&e cafe", "The <mark>A&amp;E&#x27;s</mark> <mark>café</mark>."),
        ("O\u2019Brien\u2019s way", "obriens", "<mark>O\u2019Brien\u2019s</mark> way"),
        ("Back in the 1990s.", "1990s", "Back in the <mark>1990s</mark>."),
        ("Signs of 5BP", "5bp", "Signs of <mark>5BP</mark>"),
    ],
)
def test_what_is_one_word_for_search_is_marked_as_one(text: str, words: str, shown: str) -> None:
    assert marked(text, words) == shown


def test_markup_in_a_text_is_shown_as_typed() -> None:
    shown = marked("<script>alert(1)</script> the clock & <mark>more</mark>", "clock mark script")

    assert "<script" not in shown
    assert "&lt;<mark>script</mark>&gt;alert(1)" in shown
    assert "the <mark>clock</mark> &amp; &lt;<mark>mark</mark>&gt;more" in shown


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.sampled_from("clock mend-'\u2019&<>\"é½ﬁ“"), max_size=60))
def test_whatever_the_text_only_marks_are_added(text: str) -> None:
    shown = marked(text, 'clock OR mend OR "co"')

    assert re.sub(r"</?mark>", "", shown) == escape(text)


WORDS = [f"word{number}" for number in range(300)]


def with_clocks(*places: int, name: str = "clock") -> str:
    """A long text with a clock at these places."""
    return " ".join(name if place in places else word for place, word in enumerate(WORDS)) + "."


def test_a_long_text_is_cut_around_the_match() -> None:
    shown = excerpt(with_clocks(150), "clock")

    assert shown.startswith("… word142 ")
    assert "word149 <mark>clock</mark> word151" in shown
    assert shown.endswith("word177 …")


def test_two_cuts_show_two_things_that_stand_apart() -> None:
    text = with_clocks(20, 150).replace("word280", "trumpet")

    shown = excerpt(text, "clock trumpet")

    assert "<mark>clock</mark>" in shown
    assert "<mark>trumpet</mark>" in shown
    assert shown.count(" … ") == 1
    assert "word150" not in shown


def test_of_several_places_that_which_holds_most_is_shown() -> None:
    text = with_clocks(20, 150).replace("word160", "trumpet")

    shown = excerpt(text, "clock trumpet")

    assert "word149 <mark>clock</mark> word151" in shown
    assert "word159 <mark>trumpet</mark> word161" in shown
    assert "word21" not in shown


def test_what_begins_or_ends_the_text_has_nothing_left_out_before_or_after_it() -> None:
    assert excerpt("“" + with_clocks(3), "clock").startswith("“word0 word1")
    assert excerpt(with_clocks(295), "clock").endswith("word299.")


def test_a_short_text_is_shown_as_a_whole() -> None:
    assert excerpt("(Nobody wound the clock.)", "clock") == "(Nobody wound the <mark>clock</mark>.)"


def test_a_long_text_without_a_match_shows_how_it_begins() -> None:
    shown = excerpt(with_clocks(), "trumpet")

    assert shown.startswith("word0 word1 ")
    assert shown.endswith(" word35 …")
    assert "<mark>" not in shown


def test_a_phrase_longer_than_a_cut_is_no_harm() -> None:
    assert excerpt(with_clocks(), f'"{" ".join(WORDS[100:140])}"').endswith("…")


def test_a_very_long_word_is_marked_too() -> None:
    long = "clock" * 500

    assert marked(f"A {long} here.", long[:200]) == f"A {long} here."
    assert marked(f"A {'x' * 200} here.", "x" * 200) == f"A <mark>{'x' * 200}</mark> here."


def test_texts_know_which_of_the_things_asked_for_they_hold() -> None:
    text = "The clock was mended twice: mended, and wound."

    assert marker("mending trumpets clock", text).concepts(text) == {0, 2}
    assert [span.concept for span in marker("mending clock", text).spans(text)] == [1, 0, 0]
