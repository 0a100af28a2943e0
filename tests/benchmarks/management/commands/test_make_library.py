"""The command that makes a library."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from interviews.models import Interview
from organisations.models import Organisation
from tests.factories import InterviewFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


def test_it_says_what_there_is_now() -> None:
    said = StringIO()
    call_command("make_library", interviews=3, stdout=said)
    assert "3 interviews" in said.getvalue()
    assert Interview.objects.published().count() == 3


def test_a_database_with_interviews_is_left_alone() -> None:
    InterviewFactory()
    with pytest.raises(CommandError, match=r"holds .* already.*Set VAR to a directory of its own"):
        call_command("make_library", interviews=3)
    assert Interview.objects.count() == 1


def test_a_database_with_anything_else_that_is_public_is_left_alone() -> None:
    OrganisationFactory()
    with pytest.raises(CommandError, match="holds organisations already"):
        call_command("make_library", interviews=3)
    assert Organisation.objects.count() == 1


@pytest.mark.parametrize("number", [0, -1, 10_000_000])
def test_a_number_that_makes_no_library_is_refused(number: int) -> None:
    with pytest.raises(CommandError, match="Ask for 1 to 1,000,000"):
        call_command("make_library", interviews=number)
    assert not Organisation.objects.exists()
