"""The command that proves the search index: what it notices, and how it ends."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from interviews.management.commands import check_search_index
from interviews.models import Interview, Part, SearchDocument, SearchText, SearchWord
from tests.factories import InterviewFactory, PassageFactory

pytestmark = pytest.mark.django_db


def check() -> str:
    out = StringIO()
    call_command("check_search_index", stdout=out)
    return out.getvalue()


def differences() -> list[str]:
    """What it prints where it must fail."""
    out = StringIO()
    with pytest.raises(CommandError, match=r"does not say what it should: .* Run manage\.py reindex\.$"):
        call_command("check_search_index", stdout=out)
    return out.getvalue().splitlines()


@pytest.fixture
def interview() -> Interview:
    interview = InterviewFactory(slug="clock", title="The clock")
    PassageFactory(interview=interview, text="It was slow.")
    return interview


@pytest.mark.usefixtures("interview")
def test_an_index_that_is_right_is_said_to_be() -> None:
    assert check() == "The search index says what it should of all 1 interviews.\n"


def test_an_empty_index_of_nothing_is_right() -> None:
    assert "all 0 interviews" in check()


def test_a_document_that_is_missing_is_named(interview: Interview) -> None:
    SearchDocument.objects.all().delete()
    assert differences() == ["clock: search document is missing"]


def test_columns_that_differ_are_named(interview: Interview) -> None:
    SearchDocument.objects.update(kinds="step", format="event", date=None)
    assert differences() == ["clock: search document differs in format, date, kinds"]


def test_vectors_that_differ_are_noticed(interview: Interview) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE interviews_searchdocument SET whole = head")
        cursor.execute("UPDATE interviews_searchtext SET vector = NULL")
    assert differences() == [
        "clock: search document differs in whole",
        "clock: words of the transcript differs in vector",
    ]


def test_words_that_are_missing_and_their_counts_are_noticed(interview: Interview) -> None:
    SearchText.objects.filter(part=Part.TRANSCRIPT).delete()
    SearchWord.objects.filter(word="clock").update(uses=7)
    SearchWord.objects.create(word="zeppelin", uses=2)
    SearchWord.objects.filter(word="gazette").delete()
    assert differences() == [
        "clock: words of the transcript is missing",
        "the word “clock”: is kept with 7 uses and has 1",
        "the word “gazette”: is kept with 0 uses and has 1",
        "the word “zeppelin”: is kept with 2 uses and has 0",
    ]


def test_a_transcript_that_is_left_over_is_noticed(interview: Interview) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL perspectives.reindex = 'later'")
        interview.passages.all().delete()
    assert differences() == [
        "clock: search document differs in whole",
        "clock: words of the transcript is left over",
    ]


def test_a_long_list_is_cut_and_counted(interview: Interview, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_search_index, "SHOWN", 2)
    SearchWord.objects.update(uses=99)
    lines = differences()
    assert len(lines) == 3
    assert lines[-1] == f"… and {SearchWord.objects.count() - 2} more."
