"""How old something is, as seen from one day."""

import datetime as dt

import pytest
from django.utils import timezone

from interviews.age import Age
from organisations.partial_dates import PartialDate
from tests.factories import InterviewFactory

TODAY = dt.date(2026, 8, 7)


def _age(recorded: str = "", published: str = "") -> Age:
    dates = [PartialDate.parse(text) if text else None for text in (recorded, published)]
    return Age(dates[0], dates[1], TODAY)


def _reviewed(recorded: str, reviewed: str, standing: str, *, timeless: bool = False) -> Age:
    date = PartialDate.parse(recorded) if recorded else None
    return Age(date, None, TODAY, dt.date.fromisoformat(reviewed), standing, timeless)


@pytest.mark.parametrize(
    ("recorded", "published", "sentence"),
    [
        ("2014-08-07", "", "Recorded 7 August 2014 (12 years ago)"),
        ("2014-08-08", "", "Recorded 8 August 2014 (11 years ago)"),
        ("2014-08", "", "Recorded August 2014 (12 years ago)"),
        ("2014-09", "", "Recorded September 2014 (11 years ago)"),
        ("2014", "", "Recorded 2014 (about 12 years ago)"),
        ("2014?", "", "Recorded probably 2014 (about 12 years ago)"),
        ("2025", "", "Recorded 2025 (last year)"),
        ("2026", "", "Recorded 2026 (this year)"),
        ("2025-08-07", "", "Recorded 7 August 2025 (1 year ago)"),
        ("2025-08-08", "", "Recorded 8 August 2025 (11 months ago)"),
        ("2026-07-07", "", "Recorded 7 July 2026 (1 month ago)"),
        ("2026-07-08", "", "Recorded 8 July 2026 (less than a month ago)"),
        ("2026-08", "", "Recorded August 2026 (less than a month ago)"),
        ("", "2014?", "Published probably 2014 (about 12 years ago)"),
        ("2013", "2014-08", "Recorded 2013 (about 13 years ago)"),
        ("", "", "Date not known"),
    ],
)
def test_it_is_said_at_the_precision_known(recorded: str, published: str, sentence: str) -> None:
    assert _age(recorded, published).sentence == sentence


@pytest.mark.parametrize(
    ("recorded", "is_old"),
    [
        ("2021-08-07", True),
        ("2021-08-08", False),
        ("2021-07", True),
        # May still mean 31 August.
        ("2021-08", False),
        ("2020", True),
        ("2021", False),
        ("2020?", True),
        ("", False),
        ("2030", False),
    ],
)
def test_it_is_old_once_five_years_have_surely_passed(recorded: str, is_old: bool) -> None:
    assert _age(recorded).is_old is is_old


@pytest.mark.parametrize("recorded", ["2027", "2026-09", "2026-08-08"])
def test_a_day_to_come_is_never_so_many_years_ago(recorded: str) -> None:
    assert _age(recorded).ago in {"this year", "less than a month ago"}


@pytest.mark.parametrize(
    ("standing", "review"),
    [
        ("valid", "Last reviewed 3 March 2025: still valid."),
        ("historical", "Last reviewed 3 March 2025: historical."),
        ("", "Last reviewed 3 March 2025."),
    ],
)
def test_its_last_review_is_told_with_what_it_found(standing: str, review: str) -> None:
    assert _reviewed("2014", "2025-03-03", standing).review == review
    assert not _age("2014").review


OLD = "This interview is about 12 years old."
CHANGED = "What it describes may have changed since."


@pytest.mark.parametrize(
    ("age", "notice"),
    [
        (_age("2014"), f"{OLD} {CHANGED}"),
        (_age(), f"The date of this interview is not known. {CHANGED}"),
        (_age("2024"), ""),
        (_reviewed("2014", "2025-03-03", "", timeless=True), ""),
        (_reviewed("2014", "2025-03-03", ""), f"{OLD} {CHANGED}"),
        (_reviewed("2014", "2025-03-03", "valid"), f"{OLD} Its last review, on 3 March 2025, found it still valid."),
        (
            _reviewed("", "2025-03-03", "valid"),
            "The date of this interview is not known. Its last review, on 3 March 2025, found it still valid.",
        ),
        (
            _reviewed("2014", "2021-08-07", "valid"),
            f"{OLD} {CHANGED} Its last review, on 7 August 2021, found it still valid then.",
        ),
        (_reviewed("2024", "2025-03-03", "valid"), ""),
        (
            _reviewed("2014", "2025-03-03", "historical", timeless=True),
            f"{OLD} Its last review, on 3 March 2025, found it to be of historical interest.",
        ),
        (
            _reviewed("2024", "2025-03-03", "historical"),
            "Its last review, on 3 March 2025, found it to be of historical interest.",
        ),
    ],
)
def test_a_reader_is_told_what_to_mind(age: Age, notice: str) -> None:
    assert age.notice == notice


def test_a_review_holds_for_five_years() -> None:
    assert _reviewed("2014", "2021-08-08", "valid").is_confirmed
    assert not _reviewed("2014", "2021-08-07", "valid").is_confirmed
    assert not _reviewed("2014", "2025-03-03", "historical").is_confirmed


@pytest.mark.django_db
def test_an_interview_that_is_old_or_nobody_knows_how_old_is_marked_unless_it_is_timeless() -> None:
    for made in ({"old": True}, {"undated": True}):
        assert InterviewFactory(**made).is_dated
        assert not InterviewFactory(**made, timeless=True).is_dated
    assert not InterviewFactory().is_dated


@pytest.mark.django_db
def test_an_interview_is_as_old_as_today_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda: TODAY)
    assert InterviewFactory(recorded="2014-08").age.sentence == "Recorded August 2014 (12 years ago)"
