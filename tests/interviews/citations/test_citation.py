"""The reference that readers copy."""

import datetime as dt

import pytest
from django.utils import timezone

from interviews.citations.citation import Citation, of_interview, of_statement
from interviews.models import Format
from tests.factories import InterviewFactory, SpeakerFactory, StatementFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda: dt.date(2026, 11, 24))


def _absolute(path: str) -> str:
    return f"https://perspectives.example{path}"


def _cited(**values: object) -> Citation:
    given = {
        "slug": "clock",
        "title": "Mending it",
        "publisher": "The Gazette",
        "source_url": "https://gazette.example/1",
    }
    made = InterviewFactory(**{"speaker__role__leader__name": "Dr Bea Hive", **given, **values})
    return of_interview(made, _absolute)


def test_it_says_who_when_what_by_whom_and_where() -> None:
    assert _cited(recorded="2014-08-07").reference == (
        "Hive, B. (2014) Mending it [Video, recorded 7 August 2014]. The Gazette. "
        "Available at: https://gazette.example/1 (accessed 24 November 2026). "
        "Summarised in Perspectives at: https://perspectives.example/interviews/clock/"
    )


@pytest.mark.parametrize(
    ("recorded", "published", "year", "kind"),
    [
        ("2014", None, "(2014)", "[Video]"),
        ("2014?", None, "(probably 2014)", "[Video]"),
        ("2014-08?", None, "(probably 2014)", "[Video, recorded probably August 2014]"),
        ("2014", "2014", "(2014)", "[Video]"),
        ("2014", "2015", "(2015)", "[Video, recorded 2014]"),
        ("2014-08", "2015-01-02", "(2015)", "[Video, recorded August 2014, published 2 January 2015]"),
        (None, None, "(no date)", "[Video]"),
    ],
)
def test_dates_are_as_precise_as_they_are_known(recorded: str, published: str, year: str, kind: str) -> None:
    reference = _cited(recorded=recorded, published=published).reference
    assert f"Hive, B. {year} Mending it {kind}. The Gazette." in reference


def test_all_speakers_are_its_authors() -> None:
    interview = InterviewFactory(speaker__role__leader__name="Bea Hive")
    for name in ("Cliff Hanger", "Fen"):
        SpeakerFactory(interview=interview, role__leader__name=name)
    assert of_interview(interview, _absolute).lead.startswith("Hive, B., Hanger, C. and Fen (")


def test_without_a_speaker_the_publisher_stands_first() -> None:
    assert _cited(speaker=None, recorded="2014").lead == "The Gazette (2014)"


def test_a_statement_is_by_whoever_made_it() -> None:
    interview = InterviewFactory(speaker__role__leader__name="Bea Hive")
    other = SpeakerFactory(interview=interview, role__leader__name="Cliff Hanger")
    statement = StatementFactory(interview=interview, speaker=other)
    assert of_statement(statement, _absolute).lead.startswith("Hanger, C. (")


@pytest.mark.parametrize(
    ("provenance", "done", "words"), [("paraphrase", "Paraphrased", "Wind it."), ("verbatim", "Quoted", "“Wind it.”")]
)
def test_it_says_whether_words_were_paraphrased_or_quoted(provenance: str, done: str, words: str) -> None:
    statement = StatementFactory(text="Wind it.", provenance=provenance)
    cited = of_statement(statement, _absolute)
    address = f"https://perspectives.example/statements/{statement.pk}/"
    assert cited.reference.endswith(f"{done} in Perspectives at: {address}")
    assert cited.note.endswith(f"{done} in Perspectives, {address}: {words}")


@pytest.mark.parametrize("form", Format)
def test_every_format_is_named(form: Format) -> None:
    assert f"[{form.label}" in _cited(format=form).reference


def test_keys_are_of_the_row_and_so_outlast_its_address() -> None:
    interview = InterviewFactory()
    before = of_interview(interview, _absolute).key
    interview.slug = "moved"
    assert of_interview(interview, _absolute).key == before == f"perspectives-interview-{interview.pk}"
    statement = interview.statements.get()
    assert of_statement(statement, _absolute).key == f"perspectives-statement-{statement.pk}"
