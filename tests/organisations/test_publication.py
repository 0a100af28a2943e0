"""What this app shows depends on what the app above it has published."""

import pytest

from organisations import publication
from organisations.models import Leader, Organisation, Role
from tests.factories import InterviewFactory, RoleFactory


@pytest.mark.django_db
def test_nothing_is_public_before_anybody_says_what_is(monkeypatch: pytest.MonkeyPatch) -> None:
    InterviewFactory()
    RoleFactory()
    monkeypatch.setattr(publication, "_conditions", {})
    assert not Leader.objects.published().exists()
    assert not Organisation.objects.published().exists()
    assert not Role.objects.published().exists()
