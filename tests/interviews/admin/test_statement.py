"""The admin page of a statement."""

import pytest
from django.test import Client

from interviews.models import Statement
from tests.admin_page import AdminForm, url
from tests.factories import InterviewFactory, PassageFactory, SpeakerFactory, StatementFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def test_a_new_statement_goes_to_the_end_of_its_interview(admin_client: Client) -> None:
    interview = InterviewFactory()
    form = AdminForm(admin_client, url(Statement, "add"))
    form.fill(interview=str(interview.pk), kind="step", text="We asked the porters.").save()
    assert interview.statements.get(text="We asked the porters.").position == 2


def test_a_statement_keeps_its_interview_and_place(admin_client: Client) -> None:
    statement = StatementFactory()
    elsewhere = InterviewFactory()
    form = AdminForm(admin_client, url(statement)).fill(text="Ask first.")
    form.fill(interview=str(elsewhere.pk), position="7").save()
    changed = Statement.objects.get(pk=statement.pk)
    assert (changed.text, changed.interview, changed.position) == ("Ask first.", statement.interview, 1)


@pytest.mark.parametrize("field", ["speaker", "passage"])
def test_what_belongs_to_another_interview_is_refused(admin_client: Client, field: str) -> None:
    elsewhere = SpeakerFactory() if field == "speaker" else PassageFactory()
    form = AdminForm(admin_client, url(StatementFactory())).fill(**{field: str(elsewhere.pk)})
    (error,) = form.errors()
    assert error.startswith("Select a valid choice.")


def test_statements_without_a_theme_can_be_listed(admin_client: Client) -> None:
    bare = StatementFactory(themes=[])
    StatementFactory()
    listed = admin_client.get(url(Statement, "changelist"), {"themes__isnull": "True"}).context["cl"].result_list
    assert list(listed) == [bare]


def test_statements_are_listed_by_theme_once_each(admin_client: Client) -> None:
    theme = ThemeFactory()
    statement = StatementFactory(themes=[theme, ThemeFactory()])
    SpeakerFactory(interview=statement.interview)
    SpeakerFactory(interview=statement.interview)
    asked = {"themes__id__exact": str(theme.pk), "interview__speakers__role__level__exact": "medical_director"}
    listed = admin_client.get(url(Statement, "changelist"), asked).context["cl"].result_list
    assert list(listed) == [statement]


def test_a_statement_that_sees_it_otherwise_is_found_as_one_types_and_each_points_at_the_other(
    admin_client: Client,
) -> None:
    statement, other = StatementFactory(), StatementFactory(text="Never wind it.")
    StatementFactory(text="Wind it daily.")
    asked = {"app_label": "interviews", "model_name": "statement", "field_name": "contrasts", "term": "never"}
    found = admin_client.get("/admin/autocomplete/", asked).json()["results"]
    assert [one["id"] for one in found] == [str(other.pk)]
    form = AdminForm(admin_client, url(statement))
    form.values["contrasts"] = [str(other.pk)]
    form.save()
    assert list(statement.contrasts.all()) == [other]
    assert list(other.contrasts.all()) == [statement]
