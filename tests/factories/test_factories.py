"""What the factories promise to the tests that use them."""

import pytest
from django.db.models import Model

from interviews.models import Interview, State, Theme
from organisations.models import Leader, Organisation
from organisations.partial_dates import PartialDate
from tests import factories
from tests.factories import InterviewFactory, StatementFactory, ThemeFactory
from tests.factories.base import ModelFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", factories.__all__)
def test_every_factory_makes_valid_rows_again_and_again(name: str) -> None:
    factory: type[ModelFactory[Model]] = getattr(factories, name)
    for row in factory.create_batch(2):
        row.full_clean()


def test_an_interview_publishes_its_speaker_organisation_and_theme() -> None:
    interview = InterviewFactory()
    role = interview.speakers.get().role
    assert Interview.objects.published().get() == interview
    assert Leader.objects.published().get() == role.leader
    assert Organisation.objects.published().get() == role.organisation
    assert Theme.objects.published().get() == interview.statements.get().themes.get()


def test_traits_name_the_exceptions() -> None:
    assert InterviewFactory(draft=True).state == State.DRAFT
    assert InterviewFactory(old=True).date == PartialDate(2014, 8)
    assert InterviewFactory(undated=True).date is None


def test_a_test_reaches_through_to_what_it_asserts_on() -> None:
    theme = ThemeFactory()
    interview = InterviewFactory(speaker__role__leader__name="Bea Hive", statement__themes=[theme])
    assert interview.speakers.get().leader.name == "Bea Hive"
    assert list(interview.statements.get().themes.all()) == [theme]
    assert not InterviewFactory(statement=None).statements.exists()


def test_statements_take_the_next_position() -> None:
    interview = InterviewFactory()
    assert StatementFactory(interview=interview, themes=[]).position == 2
