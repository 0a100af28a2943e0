"""The admin page of a group of synonyms."""

import pytest
from django.test import Client

from interviews.models import SynonymGroup
from tests.admin_page import AdminForm, url
from tests.factories import SynonymGroupFactory

pytestmark = pytest.mark.django_db


def test_terms_are_written_one_a_line(admin_client: Client) -> None:
    AdminForm(admin_client, url(SynonymGroup, "add")).fill(terms="clock\r\n\r\n  ward timepiece, large\r\n").save()
    assert SynonymGroup.objects.get().terms == ["clock", "ward timepiece, large"]


def test_terms_are_shown_one_a_line(admin_client: Client) -> None:
    group = SynonymGroupFactory(terms=["clock", "timepiece"])
    assert AdminForm(admin_client, url(group)).values["terms"] == "clock\ntimepiece"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "This field is required."),
        ("clock", "A group needs two terms at least."),
        ("clock\nClock", "“clock” is there twice."),
        ("clock\n" + "x" * 81, "Line 2: Ensure this value has at most 80 characters (it has 81)."),
    ],
)
def test_what_is_no_group_is_refused(admin_client: Client, typed: str, said: str) -> None:
    assert AdminForm(admin_client, url(SynonymGroup, "add")).fill(terms=typed).errors() == [said]


def test_a_group_is_found_by_part_of_a_term(admin_client: Client) -> None:
    group = SynonymGroupFactory(terms=["clock", "timepiece"])
    SynonymGroupFactory(terms=["rota", "roster"])
    listed = admin_client.get(url(SynonymGroup, "changelist"), {"q": "piece"}).context["cl"].result_list
    assert list(listed) == [group]
