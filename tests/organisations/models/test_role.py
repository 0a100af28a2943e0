"""Which roles readers may see, and in which order."""

import pytest

from organisations.models import Role
from tests.factories import LeaderFactory, RoleFactory, SpeakerFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("hidden", ["draft", "in_review", "withdrawn"])
def test_of_a_public_leader_the_roles_that_speak_only_in_what_is_hidden_are_hidden(hidden: str) -> None:
    leader = LeaderFactory()
    speaking = SpeakerFactory(role__leader=leader).role
    silent = RoleFactory(leader=leader)
    SpeakerFactory(role__leader=leader, **{f"interview__{hidden}": True})
    assert set(Role.objects.published()) == {speaking, silent}


def test_a_role_that_speaks_in_both_is_public() -> None:
    role = SpeakerFactory().role
    SpeakerFactory(role=role, interview__draft=True)
    assert list(Role.objects.published()) == [role]


def test_roles_of_a_leader_who_is_not_public_are_hidden() -> None:
    RoleFactory()
    SpeakerFactory(interview__draft=True)
    assert not Role.objects.published().exists()


def test_the_latest_comes_first_and_one_without_dates_last() -> None:
    leader = LeaderFactory()
    for title, start, end in (("Undated", None, None), ("First", "2001", "2005"), ("Last", "2005-08", None)):
        RoleFactory(leader=leader, title=title, start=start, end=end)
    RoleFactory(leader=leader, title="Ended", start=None, end="2015")
    titles = Role.objects.in_order().values_list("title", flat=True)
    assert list(titles) == ["Last", "First", "Ended", "Undated"]


def test_it_is_named_by_who_what_and_where() -> None:
    role = RoleFactory(leader__name="Ada Quill", organisation__name="Harbour Trust")
    assert str(role) == "Ada Quill, Medical Director, Harbour Trust"
