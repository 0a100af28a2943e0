"""Matches are marked, and nothing else in a text can become markup."""

import pytest

from interviews.models import Statement
from interviews.search.query import Query
from interviews.search.snippets import Marker
from tests.factories import StatementFactory

pytestmark = pytest.mark.django_db


def marked(text: str, words: str) -> str:
    """The text as it is shown for these words."""
    marker = Marker()
    StatementFactory(text=text)
    signed = marker.whole("text", Query.parse(words))
    return marker.html(Statement.objects.annotate(signed=signed).values_list("signed", flat=True).get())


def test_every_word_asked_for_is_marked_by_its_stem() -> None:
    assert marked("Doctors mend clocks.", "clock mending") == ("Doctors <mark>mend</mark> <mark>clocks</mark>.")


def test_a_text_with_one_of_the_words_is_marked_too() -> None:
    assert marked("Doctors mend clocks.", "clock trumpets") == "Doctors mend <mark>clocks</mark>."


def test_markup_in_a_text_is_shown_as_typed() -> None:
    shown = marked("<script>alert(1)</script> the clock & <mark>more</mark>", "clock")

    assert "<script" not in shown
    assert "&lt;script&gt;" in shown
    assert "&lt;mark&gt;more&lt;/mark&gt;" in shown
    assert "<mark>clock</mark>" in shown


def test_a_text_cannot_forge_the_signs_of_a_match() -> None:
    other = Marker()

    assert "<mark>" not in marked(f"{other.__dict__} and [x<clock>x]", "trumpet")
