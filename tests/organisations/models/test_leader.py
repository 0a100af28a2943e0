"""Whether readers may see a leader."""

import pytest

from interviews.models import State
from organisations.models import Leader
from tests.factories import InterviewFactory, LeaderFactory, RoleFactory, SpeakerFactory

pytestmark = pytest.mark.django_db


def test_a_leader_is_public_once_they_speak_in_something_published() -> None:
    LeaderFactory()
    RoleFactory()
    interview = InterviewFactory()
    assert list(Leader.objects.published()) == [interview.speakers.get().leader]


@pytest.mark.parametrize("state", set(State) - {State.PUBLISHED})
def test_a_leader_who_speaks_only_in_what_is_hidden_is_hidden(state: State) -> None:
    InterviewFactory(state=state)
    assert not Leader.objects.published().exists()


def test_a_leader_of_two_public_roles_is_there_once() -> None:
    leader = LeaderFactory()
    SpeakerFactory.create_batch(2, role__leader=leader)
    SpeakerFactory(role__leader=leader, interview__draft=True)
    assert list(Leader.objects.published()) == [leader]


def test_published_only_narrows() -> None:
    shown, other = (InterviewFactory().speakers.get().leader for _ in range(2))
    assert list(Leader.objects.exclude(pk=other.pk).published()) == [shown]
