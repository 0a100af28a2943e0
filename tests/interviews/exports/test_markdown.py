"""A briefing as Markdown."""

import re
from html import unescape

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from interviews.exports.markdown import plain
from interviews.models import Provenance
from tests.factories import InterviewFactory
from tests.journeys.nasty import TEXTS

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
MARKUP = st.text(alphabet="\\`*_{}[]<>()#+-.!|~&;:=\"' \n1a$/", max_size=60)


def read(text: str) -> str:
    """What a reader of the rendered Markdown sees, which must be one paragraph."""
    html = READER.render(text)
    assert re.fullmatch(r"(<p>[^<]*</p>\n)?", html), html
    return unescape(html[3:-5])


@pytest.mark.parametrize("text", [*TEXTS.values(), "1. One", "1) One", "- a", "# a", "a\n===", "    code", "[a]: b"])
def test_nothing_that_was_written_is_markup(text: str) -> None:
    assert read(plain(text)) == " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", text).split())


@given(MARKUP)
def test_no_text_whatever_is_markup(text: str) -> None:
    assert read(plain(text)) == " ".join(text.split())


@pytest.mark.django_db
def test_every_point_is_there_with_who_said_it_when_and_its_address(client: Client) -> None:
    interview = InterviewFactory(
        old=True,
        slug="clock",
        title="The *clock*",
        speaker__role__leader__name="Bea Hive",
        speaker__role__organisation__name="Harbourtown Care",
        statement__text="Mend the <clock> first.",
    )
    statement = interview.statements.get()
    answer = client.get(
        "/briefing/briefing.md", {"s": str(statement.pk), "title": "Clocks & [rotas]", "note": "One\n# Two"}
    )
    assert answer.headers["Content-Type"] == "text/markdown; charset=utf-8"
    text = answer.content.decode()
    lines = text.splitlines()
    assert lines[:5] == ["# Clocks \\& \\[rotas\\]", "", "One", "", "\\# Two"]
    assert "### Advice from Bea Hive" in lines
    assert "Mend the \\<clock\\> first." in lines
    (told,) = [line for line in lines if f"<http://testserver/statements/{statement.pk}/>" in line and "Source" in line]
    assert told.startswith("Bea Hive, Medical Director, Harbourtown Care. Recorded August 2014 (")
    assert "Paraphrase. Source 1." in told
    (source,) = [line for line in lines if line.startswith("1. ")]
    for words in ("Bea Hive", "The \\*clock\\*", "The Harbourtown Gazette", "<https://gazette.example/clock>"):
        assert words in source


@pytest.mark.django_db
def test_only_the_speakers_own_words_are_quoted(client: Client) -> None:
    for provenance in Provenance:
        statement = InterviewFactory(statement__text="Mend it.", statement__provenance=provenance).statements.get()
        text = client.get("/briefing/briefing.md", {"s": statement.pk}).content.decode()
        assert ("> “Mend it.”" in text) is (provenance == Provenance.VERBATIM)
        assert ("\nMend it.\n" in text) is (provenance == Provenance.PARAPHRASE)
