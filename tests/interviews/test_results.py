"""What is shown of an interview found: its best statements, then its best passages, and why it is there."""

from functools import partial

import pytest
from django.http import QueryDict

from interviews.answers import answer
from interviews.filters import OF_STATEMENT, SearchFilter
from interviews.results import Result, reason, show
from tests.factories import (
    InterviewFactory,
    PassageFactory,
    SpeakerFactory,
    StatementFactory,
    ThemeAliasFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db


def results(address: str) -> list[Result]:
    asked = SearchFilter(QueryDict(address))
    shown = answer(asked).shown
    return show(
        shown.found.ids,
        shown.meaning,
        asked.statements(),
        narrowed=any(name in asked.chosen for name in OF_STATEMENT),
        because=partial(reason, asked=asked.chosen_organisations, lineage=asked.successions),
    )


def hits(address: str) -> list[str]:
    """The texts shown of the only interview found."""
    (result,) = results(address)
    return [hit.html for hit in result.hits]


def test_the_statement_that_holds_most_comes_first() -> None:
    interview = InterviewFactory(statement__text="A clock.")
    StatementFactory(interview=interview, text="Porters and a clock.")
    StatementFactory(interview=interview, text="A cat.")

    assert hits("q=clock+porters") == [
        "<mark>Porters</mark> and a <mark>clock</mark>.",
        "A <mark>clock</mark>.",
    ]


def test_passages_come_after_statements_and_three_are_shown_at_most() -> None:
    interview = InterviewFactory(statement__text="A clock.")
    for number in range(4):
        PassageFactory(interview=interview, text=f"Clock {number}.")

    shown = hits("q=clock")

    assert shown[0] == "A <mark>clock</mark>."
    assert len(shown) == 3
    assert all(text.startswith("<mark>Clock</mark>") for text in shown[1:])


def test_a_statement_that_only_has_the_stems_of_a_phrase_is_not_shown_for_it() -> None:
    interview = InterviewFactory(statement__text="Mending a clock.")
    StatementFactory(interview=interview, text="Mend the clock.")

    assert hits('q="mend+the+clock"') == ["<mark>Mend the clock</mark>."]


def test_where_statements_are_asked_for_only_those_are_shown_the_matching_ones_first() -> None:
    interview = InterviewFactory(statement__text="A cat.", statement__kind="step")
    StatementFactory(interview=interview, text="A clock.", kind="step")
    StatementFactory(interview=interview, text="A clock again.", kind="advice")

    assert hits("q=clock&kind=step") == ["A <mark>clock</mark>.", "A cat."]
    assert hits("kind=step") == ["A cat.", "A clock."]


def test_without_words_or_such_filters_no_statement_is_singled_out() -> None:
    InterviewFactory()

    assert hits("") == hits("format=video") == hits("q=-trumpet") == []


def test_what_is_found_by_its_theme_alone_shows_what_is_said_on_it() -> None:
    theme = ThemeFactory(name="Avocets")
    ThemeAliasFactory(theme=theme, name="waders")
    interview = InterviewFactory(statement__text="Feed it.", statement__themes=[theme])
    StatementFactory(interview=interview, text="A cat.")

    (result,) = results("q=waders")

    assert [hit.html for hit in result.hits] == ["Feed it."]
    assert result.reasons == ["Found by the theme Avocets, which covers waders."]
    assert [[one.name for one in hit.themes] for hit in result.hits] == [["Avocets"]]


def test_a_reason_is_told_only_for_what_cannot_be_seen() -> None:
    interview = InterviewFactory(title="Avocets", statement__text="A clock.", summary="Redshanks")
    PassageFactory(interview=interview, text="A trumpet.")

    assert list(results("q=avocet+clock")[0].reasons) == []
    assert results("q=redshank")[0].reasons == ()  # without a hit the summary is shown
    assert results("q=redshank+clock")[0].reasons == ["“redshank” is in another part of the interview."]


def test_title_and_summary_are_marked_too() -> None:
    InterviewFactory(title="An avocet", summary="Avocets & co", statement=None)

    (result,) = results("q=avocets")

    assert (result.title, result.summary) == ("An <mark>avocet</mark>", "<mark>Avocets</mark> &amp; co")


def test_a_voice_is_told_where_there_are_several() -> None:
    interview = InterviewFactory(speaker__role__leader__name="Ada Clock", statement=None)
    speaker = SpeakerFactory(interview=interview, role__leader__name="Bea Ward")
    StatementFactory(interview=interview, text="An avocet.", speaker=speaker)
    StatementFactory(interview=interview, text="Avocets.")

    (result,) = results("q=avocet")

    assert {hit.html: hit.voice for hit in result.hits} == {
        "An <mark>avocet</mark>.": "Bea Ward",
        "<mark>Avocets</mark>.": "",
    }


def test_every_hit_leads_to_its_place() -> None:
    interview = InterviewFactory(slug="it", statement__text="An avocet.")
    passage = PassageFactory(interview=interview, text="Avocets.")

    (result,) = results("q=avocet")

    assert [hit.url for hit in result.hits] == [
        f"/interviews/it/#statement-{interview.statements.get().pk}",
        passage.place_url,
    ]


def test_the_order_is_that_asked_for() -> None:
    for year in (2001, 2003, 2002):
        InterviewFactory(slug=f"y{year}", recorded=str(year))

    assert [result.interview.slug for result in results("sort=oldest")] == ["y2001", "y2002", "y2003"]
