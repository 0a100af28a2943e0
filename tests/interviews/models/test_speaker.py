"""Which name of an organisation stands beside a speaker."""

import pytest

from interviews.models import Speaker
from organisations.models import NameKind, Organisation
from tests.factories import OrganisationFactory, OrganisationNameFactory, SpeakerFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def trust() -> Organisation:
    """Renamed on 1 April 2017."""
    trust = OrganisationFactory(name="New Trust")
    OrganisationNameFactory(organisation=trust, name="Old Trust", kind=NameKind.FORMER, end="2017-03-31")
    return trust


@pytest.mark.parametrize(
    ("recorded", "credited", "shown"),
    [
        ("2014", "", ("Old Trust", "New Trust", "")),
        ("2014", "Old Trust", ("Old Trust", "New Trust", "")),
        ("2014", "The Olde Trust", ("Old Trust", "New Trust", "The Olde Trust")),
        ("2020", "", ("New Trust", "", "")),
        ("2020", "Old Trust", ("New Trust", "", "Old Trust")),
        # Without a date, what the source says is the best evidence of the time.
        (None, "Old Trust", ("Old Trust", "New Trust", "")),
        (None, "", ("New Trust", "", "")),
    ],
)
def test_the_name_of_the_time_comes_first(
    trust: Organisation, recorded: str | None, credited: str, shown: tuple[str, str, str]
) -> None:
    made = SpeakerFactory(interview__recorded=recorded, role__organisation=trust, credited_organisation=credited)
    speaker = Speaker.objects.get(pk=made.pk)
    # Its name then; its name now, if another; what the source calls it, if another.
    assert (speaker.organisation_then, speaker.organisation_now, speaker.credited_otherwise) == shown


def test_a_speaker_is_a_leader_in_a_role() -> None:
    speaker = SpeakerFactory()
    assert speaker.leader == speaker.role.leader
    assert str(speaker) == str(speaker.role)


def test_a_former_name_without_dates_may_be_the_name_of_the_time() -> None:
    trust = OrganisationFactory(name="New Trust")
    OrganisationNameFactory(organisation=trust, name="Once Trust", kind=NameKind.FORMER)
    OrganisationNameFactory(organisation=trust, name="Onc", kind=NameKind.ABBREVIATION)
    assert SpeakerFactory(role__organisation=trust).perhaps_then == ["Once Trust"]


def test_where_names_have_dates_there_is_no_doubt(trust: Organisation) -> None:
    OrganisationNameFactory(organisation=trust, name="Once Trust", kind=NameKind.FORMER)
    assert SpeakerFactory(role__organisation=trust, interview__recorded="2020").perhaps_then == []
