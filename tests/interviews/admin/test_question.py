"""The admin page of a question."""

import pytest
from django.test import Client

from interviews.models import Question
from tests.admin_page import AdminForm, url
from tests.factories import QuestionFactory, StatementFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def test_the_address_of_a_search_page_is_kept_as_its_search(admin_client: Client) -> None:
    address = "https://perspectives.example/search/?q=clocks&kind=step&page=2"
    AdminForm(admin_client, url(Question, "add")).fill(text="Who winds it?", address=address, position="1").save()
    question = Question.objects.get()
    assert question.address == "q=clocks&kind=step"
    assert question.get_absolute_url() == "/search/?q=clocks&kind=step"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (
            "/themes/time/",
            "This is not the address of a search here. Copy that of a search page, or only what follows its “?”.",
        ),
        ("kind=stop", "Kind of statement: “stop” is not one of the choices. Choose from the list, or remove it."),
        ("", "This field is required."),
    ],
)
def test_what_the_search_page_would_refuse_is_refused_beside_the_field(
    admin_client: Client, address: str, said: str
) -> None:
    form = AdminForm(admin_client, url(Question, "add")).fill(text="Who winds it?", address=address, position="1")
    assert form.errors() == [said]


def test_a_question_links_to_its_search_while_that_can_be_shown(admin_client: Client) -> None:
    StatementFactory(themes=[ThemeFactory(slug="secret")], interview__draft=True)
    fine, broken = QuestionFactory(), QuestionFactory(address="theme=secret")
    assert "View on site" in admin_client.get(url(fine)).text
    assert "View on site" not in admin_client.get(url(broken)).text
