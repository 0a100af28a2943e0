"""The one door to the public, the date that counts, and the order of interviews."""

import pytest

from interviews.models import Interview, State
from organisations.partial_dates import PartialDate
from tests.factories import InterviewFactory

pytestmark = pytest.mark.django_db


def test_only_what_is_published_is_public() -> None:
    made = {state: InterviewFactory(state=state) for state in State}
    assert list(Interview.objects.published()) == [made[State.PUBLISHED]]


def test_a_new_interview_is_a_draft() -> None:
    assert Interview().state == State.DRAFT


def test_published_only_narrows() -> None:
    shown, _other = InterviewFactory.create_batch(2)
    assert list(Interview.objects.filter(pk=shown.pk).published()) == [shown]


@pytest.mark.parametrize(
    ("recorded", "published", "date"),
    [("2014-08", "2015", "2014-08"), (None, "2015?", "2015?"), ("2014", None, "2014"), (None, None, None)],
)
def test_its_date_is_when_it_was_recorded_or_else_published(
    recorded: str | None, published: str | None, date: str | None
) -> None:
    interview = InterviewFactory(recorded=recorded, published=published)
    assert interview.date == (PartialDate.parse(date) if date else None)


def test_newest_and_oldest_put_those_without_a_date_last_and_leave_nothing_to_chance() -> None:
    dates = ["2014", None, "2014-08", "2014-08", None, "2020"]
    made = [InterviewFactory(recorded=date) for date in dates]
    assert [made.index(one) for one in Interview.objects.newest()] == [5, 3, 2, 0, 4, 1]
    assert [made.index(one) for one in Interview.objects.oldest()] == [0, 2, 3, 5, 1, 4]
