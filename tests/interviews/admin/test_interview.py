"""The admin page of an interview."""

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from interviews.models import Interview, State, Statement
from organisations.partial_dates import PartialDate
from tests.admin_page import AdminForm, url
from tests.factories import (
    InterviewFactory,
    OrganisationNameFactory,
    PassageFactory,
    RoleFactory,
    SpeakerFactory,
    StatementFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db


def texts(interview: Interview) -> list[str]:
    """Its statements in order."""
    return list(interview.statements.values_list("text", flat=True))


@pytest.fixture
def interview() -> Interview:
    """One with two statements: “First.”, “Second.”."""
    made = InterviewFactory(statement__text="First.")
    StatementFactory(interview=made, text="Second.")
    return made


def check_constraints() -> None:
    """Ask the database now what it asks when a transaction ends."""
    connection.check_constraints()


def test_a_curator_adds_an_interview_with_speaker_and_statements(admin_client: Client) -> None:
    form = AdminForm(admin_client, url(Interview, "add")).fill(
        title="Sharing the rota",
        slug="sharing-the-rota",
        summary="How the rota came to be shared.",
        publisher="The Harbourtown Gazette",
        source_url="https://gazette.example/rota",
        format="audio",
        recorded="2014-08?",
    )
    form.add_row("speakers", role=str(RoleFactory().pk), position="1")
    form.add_row("statements", kind="advice", provenance="paraphrase", text="Ask first.", themes=str(ThemeFactory().pk))
    form.add_row("statements", kind="step", provenance="verbatim", text="We asked.")
    form.save()
    made = Interview.objects.get(slug="sharing-the-rota")
    assert made.state == State.DRAFT
    assert made.date == PartialDate(2014, 8, probable=True)
    assert list(made.statements.values_list("position", "text")) == [(1, "Ask first."), (2, "We asked.")]


def test_two_statements_change_places_in_one_save(admin_client: Client, interview: Interview) -> None:
    AdminForm(admin_client, url(interview)).fill(statements__0__position="2", statements__1__position="1").save()
    check_constraints()
    assert texts(interview) == ["Second.", "First."]


def test_a_number_that_is_left_empty_puts_the_row_at_the_end(admin_client: Client, interview: Interview) -> None:
    AdminForm(admin_client, url(interview)).fill(statements__0__position="").save()
    check_constraints()
    assert texts(interview) == ["Second.", "First."]


def test_a_number_that_is_there_twice_is_refused(admin_client: Client, interview: Interview) -> None:
    form = AdminForm(admin_client, url(interview)).fill(statements__0__position="2")
    assert form.errors() == ["Another row has the number 2."]


@pytest.mark.parametrize("number", ["0", "10000", "99999999999", "first"])
def test_a_number_out_of_range_is_refused(admin_client: Client, interview: Interview, number: str) -> None:
    assert AdminForm(admin_client, url(interview)).fill(statements__0__position=number).errors()


def test_a_number_given_away_meanwhile_is_refused(admin_client: Client, interview: Interview) -> None:
    form = AdminForm(admin_client, url(interview))
    form.add_row("statements", kind="step", provenance="paraphrase", text="Third.", position="3")
    StatementFactory(interview=interview, text="Somebody else's third.")
    assert form.errors() == ["Another row has the number 3."]


def test_a_new_row_follows_one_added_meanwhile(admin_client: Client, interview: Interview) -> None:
    form = AdminForm(admin_client, url(interview))
    form.add_row("statements", kind="step", provenance="paraphrase", text="Fourth.")
    StatementFactory(interview=interview, text="Somebody else's third.")
    form.save()
    check_constraints()
    assert texts(interview) == ["First.", "Second.", "Somebody else's third.", "Fourth."]


def test_the_number_of_a_deleted_row_is_free(admin_client: Client, interview: Interview) -> None:
    form = AdminForm(admin_client, url(interview)).fill(statements__0__DELETE="on", statements__1__position="1")
    form.save()
    check_constraints()
    assert texts(interview) == ["Second."]


def test_only_speakers_and_passages_of_the_interview_can_be_chosen(admin_client: Client, interview: Interview) -> None:
    elsewhere = SpeakerFactory()
    form = AdminForm(admin_client, url(interview)).fill(statements__0__speaker=str(elsewhere.pk))
    (error,) = form.errors()
    assert error.startswith("Select a valid choice.")
    form = AdminForm(admin_client, url(interview)).fill(statements__0__passage=str(PassageFactory().pk))
    (error,) = form.errors()
    assert error.startswith("Select a valid choice.")


def test_a_speaker_can_be_deleted_while_a_statement_is_given_to_them(
    admin_client: Client, interview: Interview
) -> None:
    speaker = interview.speakers.get()
    form = AdminForm(admin_client, url(interview)).fill(speakers__0__DELETE="on")
    form.fill(statements__0__speaker=str(speaker.pk)).save()
    check_constraints()
    assert not Statement.objects.filter(speaker__isnull=False).exists()


def test_a_transcript_is_added_to_here_and_changed_on_its_own_pages(admin_client: Client) -> None:
    passage = PassageFactory(text="It was slow.")
    form = AdminForm(admin_client, url(passage.interview)).fill(passages__0__text="It was fast.")
    form.add_row("passages", voice="Interviewer", text="And then?").save()
    told = passage.interview.passages.values_list("position", "text")
    assert list(told) == [(1, "It was slow."), (2, "And then?")]
    assert url(passage) in admin_client.get(url(passage.interview)).text


def test_the_page_can_be_saved_however_long_the_transcript(admin_client: Client, interview: Interview) -> None:
    form = AdminForm(admin_client, url(interview))
    form.values |= {f"passages-{turn}-id": str(turn) for turn in range(3000)}
    form.save()


@pytest.mark.parametrize("field", ["recorded", "published"])
def test_what_is_no_date_is_refused_beside_the_field(admin_client: Client, interview: Interview, field: str) -> None:
    assert AdminForm(admin_client, url(interview)).fill(**{field: "2014-13"}).errors() == [
        "There is no such date as 2014-13. Write 2014, 2014-08 or 2014-08-07, with ? at the end if it is only probable."
    ]


def test_the_address_of_something_else_is_refused_beside_the_field(admin_client: Client, interview: Interview) -> None:
    other = InterviewFactory()
    taken = other.slug
    other.slug = "moved-on"
    other.save()
    form = AdminForm(admin_client, url(interview)).fill(slug=taken)
    (error,) = form.errors()
    assert error.startswith("This used to be the address of something else")


def test_an_interview_cannot_be_published_before_it_was_recorded(admin_client: Client, interview: Interview) -> None:
    form = AdminForm(admin_client, url(interview)).fill(recorded="2015", published="2014-12")
    assert form.errors() == ["An interview cannot be published before it was recorded."]


def test_what_is_published_links_to_the_site_and_a_draft_does_not(admin_client: Client, interview: Interview) -> None:
    draft = InterviewFactory(draft=True)
    for row, linked in ((interview, True), (interview.statements.first(), True), (draft, False)):
        assert row
        assert ("View on site" in admin_client.get(url(row)).text) is linked
    assert "View on site" not in admin_client.get(url(draft.statements.get())).text


def test_a_published_interview_cannot_be_deleted_and_the_page_says_what_to_do(
    admin_client: Client, interview: Interview
) -> None:
    assert "Withdraw it instead" in admin_client.post(url(interview, "delete"), {"post": "yes"}).text
    selected = {"action": "delete_selected", "_selected_action": str(interview.pk), "post": "yes"}
    assert "Withdraw it instead" in admin_client.post(url(Interview, "changelist"), selected).text
    assert Interview.objects.contains(interview)


def test_a_draft_can_be_deleted(admin_client: Client) -> None:
    draft = InterviewFactory(draft=True)
    assert admin_client.post(url(draft, "delete"), {"post": "yes"}).status_code == 302
    assert not Interview.objects.contains(draft)


@pytest.mark.parametrize("typed", ["mend", "Bea Hive", "Old Harbourtown Infirmary", "porters"])
def test_the_list_finds_by_part_of_the_title_and_by_all_that_readers_can_search(
    admin_client: Client, typed: str
) -> None:
    role = RoleFactory(leader__name="Bea Hive")
    OrganisationNameFactory(organisation=role.organisation, name="Old Harbourtown Infirmary")
    found = InterviewFactory(
        title="Mending", draft=True, speaker__role=role, statement__text="Ask the porters.", summary="Clocks."
    )
    InterviewFactory(title="Rotas", summary="Rotas.", statement__text="Share.")
    listed = admin_client.get(url(Interview, "changelist"), {"q": typed}).context["cl"].result_list
    assert list(listed) == [found]


def test_the_autocomplete_box_finds_by_part_of_a_title(admin_client: Client, interview: Interview) -> None:
    asked = {"app_label": "interviews", "model_name": "statement", "field_name": "interview", "term": "clo"}
    answer = admin_client.get(reverse("admin:autocomplete"), asked).json()
    assert [option["id"] for option in answer["results"]] == [str(interview.pk)]


def test_the_page_costs_the_same_for_one_row_of_each_sort_and_for_ten(admin_client: Client) -> None:
    counts = []
    for size in (1, 10):
        made = InterviewFactory(statement=None, speaker=None)
        for _ in range(size):
            speaker = SpeakerFactory(interview=made)
            passage = PassageFactory(interview=made, speaker=speaker)
            themes = ThemeFactory.create_batch(2)
            StatementFactory(interview=made, speaker=speaker, passage=passage, themes=themes)
        admin_client.get(url(made))
        with CaptureQueriesContext(connection) as asked:
            assert admin_client.get(url(made)).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_save_is_in_the_history(admin_client: Client, interview: Interview) -> None:
    AdminForm(admin_client, url(interview)).fill(summary="Another summary.").save()
    assert LogEntry.objects.get().get_change_message() == "Changed Summary."
