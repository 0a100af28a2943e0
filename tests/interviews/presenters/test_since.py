"""What became of where an interview was given, in one sentence."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interviews.models import Interview
from interviews.presenters.since import age_sentence, renamed_since, since_sentence
from organisations.lineage import Lineage
from organisations.models import NameKind, Organisation, SuccessionKind
from tests.factories import (
    InterviewFactory,
    OrganisationFactory,
    OrganisationNameFactory,
    SpeakerFactory,
    SuccessionFactory,
)

pytestmark = pytest.mark.django_db

OLD = "Five Boroughs Partnership NHS Foundation Trust"
NEW = "Boroughs Healthcare NHS Foundation Trust"
WHOLE = (
    "Since then: renamed Boroughs Healthcare (2017), part transferred to Harbour Mental Health and the rest acquired by"
    " Ferry Care (2021)."
)


@pytest.fixture
def boroughs() -> Organisation:
    """A trust that was renamed, then given away in two parts."""
    trust = OrganisationFactory(name=NEW, closed="2021-05-31")
    OrganisationNameFactory(organisation=trust, name=OLD, kind=NameKind.FORMER, end="2017-03-31")
    OrganisationNameFactory(organisation=trust, name=NEW, kind=NameKind.OFFICIAL, start="2017-04-01")
    for name, kind, date in (
        ("Harbour Mental Health NHS Foundation Trust", SuccessionKind.PART_TRANSFER, "2021-04-01"),
        ("Ferry Care NHS Foundation Trust", SuccessionKind.ACQUIRED, "2021-06-01"),
    ):
        SuccessionFactory(predecessor=trust, successor=OrganisationFactory(name=name), kind=kind, date=date)
    return trust


def _told(interview: Interview) -> str:
    return since_sentence(interview, Lineage.load())


def _successor(predecessor: Organisation, name: str, **values: object) -> Organisation:
    return SuccessionFactory(predecessor=predecessor, successor=OrganisationFactory(name=name), **values).successor


@pytest.mark.parametrize(
    ("recorded", "told"),
    [
        ("2014-08", WHOLE),
        ("2014?", WHOLE),
        (
            "2019",
            "Since then: part transferred to Harbour Mental Health and the rest acquired by Ferry Care (2021).",
        ),
        ("2021-05", "Since then: acquired by Ferry Care (2021)."),
        ("2021-06-01", ""),
        ("2022", ""),
    ],
)
def test_it_tells_what_came_after_the_interview(boroughs: Organisation, recorded: str, told: str) -> None:
    assert _told(InterviewFactory(recorded=recorded, speaker__role__organisation=boroughs)) == told


def test_what_may_have_come_before_is_told_so(boroughs: Organisation) -> None:
    told = _told(InterviewFactory(recorded="2021", speaker__role__organisation=boroughs))
    assert told == (
        "Since then: part transferred to Harbour Mental Health and the rest acquired by Ferry Care"
        " (2021, perhaps before)."
    )


def test_of_an_interview_nobody_knows_when_it_is_not_said_that_it_came_since(boroughs: Organisation) -> None:
    undated = InterviewFactory(undated=True, speaker__role__organisation=boroughs)
    assert _told(undated).startswith("Before or since: part transferred to Harbour Mental Health and the rest")


def test_a_name_still_in_use_shows_that_a_rename_came_since(boroughs: Organisation) -> None:
    undated = InterviewFactory(undated=True, speaker__role__organisation=boroughs, speaker__credited_organisation=OLD)
    assert _told(undated) == WHOLE.replace("Since then", "Later")


def test_a_date_that_is_not_known_or_probable_is_told_so() -> None:
    trust = OrganisationFactory()
    _successor(trust, "Limpet Trust", date="2020?")
    _successor(trust, "Whelk Trust", kind=SuccessionKind.PART_TRANSFER, date=None)
    told = _told(InterviewFactory(old=True, speaker__role__organisation=trust))
    assert told == (
        "Since then: acquired by Limpet Trust (probably 2020), part transferred to Whelk Trust (date not known)."
    )


def test_what_a_successor_became_stands_under_its_name() -> None:
    trust = OrganisationFactory()
    ferry = _successor(trust, "Ferry and Cove Care NHS Trust", date="2016")
    for name, start, end in (("Ferry Care NHS Trust", None, "2018"), ("Ferry and Cove Care NHS Trust", "2019", None)):
        OrganisationNameFactory(organisation=ferry, name=name, kind=NameKind.OFFICIAL, start=start, end=end)
    _successor(ferry, "Whelk Trust", kind=SuccessionKind.PART_TRANSFER, date="2020")
    _successor(ferry, "Limpet Trust", kind=SuccessionKind.MERGED, date="2021")
    told = _told(InterviewFactory(old=True, speaker__role__organisation=trust))
    assert told == (
        "Since then: acquired by Ferry Care (2016); Ferry Care was renamed Ferry and Cove Care (2019), had a part"
        " transferred to Whelk Trust (2020), had the rest merged into Limpet Trust (2021)."
    )


def test_a_split_is_told_part_by_part() -> None:
    trust = OrganisationFactory()
    for name in ("Limpet Trust", "Whelk Trust"):
        _successor(trust, name, kind=SuccessionKind.SPLIT, date="2021-10-01")
    told = _told(InterviewFactory(old=True, speaker__role__organisation=trust))
    assert told == "Since then: split, a part going to Limpet Trust and a part going to Whelk Trust (2021)."


def test_of_speakers_from_several_organisations_it_says_which(boroughs: Organisation) -> None:
    interview = InterviewFactory(recorded="2021-05", speaker__role__organisation=boroughs)
    SpeakerFactory(interview=interview, role__organisation=boroughs)
    SpeakerFactory(interview=interview)
    assert _told(interview) == "Since then: Boroughs Healthcare was acquired by Ferry Care (2021)."


def test_what_several_share_is_told_once() -> None:
    one, other = OrganisationFactory(name="Cockle Trust"), OrganisationFactory(name="Mussel Trust")
    both = _successor(one, "Whelk Trust", date="2016")
    SuccessionFactory(predecessor=other, successor=both, date="2017")
    _successor(both, "Limpet Trust", date="2020")
    interview = InterviewFactory(old=True, speaker__role__organisation=one)
    SpeakerFactory(interview=interview, role__organisation=other)
    assert _told(interview) == (
        "Since then: Cockle Trust was acquired by Whelk Trust (2016); Whelk Trust was acquired by Limpet Trust (2020);"
        " Mussel Trust was acquired by Whelk Trust (2017)."
    )


def test_a_circle_is_told_once_and_nothing_where_nothing_happened() -> None:
    here, there = OrganisationFactory(name="Here Trust"), OrganisationFactory(name="There Trust")
    SuccessionFactory(predecessor=here, successor=there, date="2016")
    SuccessionFactory(predecessor=there, successor=here, date="2018")
    told = _told(InterviewFactory(old=True, speaker__role__organisation=here))
    assert told == "Since then: acquired by There Trust (2016); There Trust was acquired by Here Trust (2018)."
    assert not _told(InterviewFactory(old=True))


def test_a_change_of_legal_form_is_told_in_full() -> None:
    trust = OrganisationFactory(name="Harbour Care NHS Foundation Trust")
    OrganisationNameFactory(organisation=trust, name="Harbour Care NHS Trust", kind=NameKind.FORMER, end="2015")
    told = _told(InterviewFactory(old=True, speaker__role__organisation=trust))
    assert told == "Since then: renamed Harbour Care NHS Foundation Trust (2015)."


def test_the_whole_line_tells_age_events_and_review(boroughs: Organisation) -> None:
    interview = InterviewFactory(
        recorded="2014-08", reviewed="2025-03-03", standing="valid", speaker__role__organisation=boroughs
    )
    interview.refresh_from_db()
    told = age_sentence(interview, Lineage.load())
    assert told.startswith("Recorded August 2014 (")
    assert told.endswith(f" years ago). {WHOLE} Last reviewed 3 March 2025: still valid.")


def test_a_card_tells_the_rename_alone_and_asks_nothing(boroughs: Organisation) -> None:
    for recorded in ("2014", "2017", "2019"):
        InterviewFactory(recorded=recorded, speaker__role__organisation=boroughs)
    InterviewFactory(undated=True, speaker__role__organisation=boroughs)
    interviews = list(Interview.objects.oldest().for_cards())
    with CaptureQueriesContext(connection) as queries:
        told = [renamed_since(interview) for interview in interviews]
    assert told == ["Renamed since: Boroughs Healthcare (2017)", "", "", ""]
    assert len(queries) == 0


def test_what_is_fetched_for_cards_is_enough(boroughs: Organisation) -> None:
    InterviewFactory(old=True, speaker__role__organisation=boroughs)
    interview = Interview.objects.for_cards().get()
    lineage = Lineage.load()
    with CaptureQueriesContext(connection) as queries:
        assert since_sentence(interview, lineage) == WHOLE
    assert len(queries) == 0
