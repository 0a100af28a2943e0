"""The admin page of a theme."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from interviews.models import Theme
from tests.admin_page import AdminForm, url
from tests.factories import StatementFactory, ThemeAliasFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def test_a_theme_is_found_by_another_word_for_it(admin_client: Client) -> None:
    alias = ThemeAliasFactory(name="red tape")
    ThemeFactory()
    listed = admin_client.get(url(Theme, "changelist"), {"q": "tape"}).context["cl"].result_list
    assert list(listed) == [alias.theme]


def test_a_third_level_is_refused_beside_the_field(admin_client: Client) -> None:
    narrow = ThemeFactory(parent=ThemeFactory())
    form = AdminForm(admin_client, url(ThemeFactory())).fill(parent=str(narrow.pk))
    assert form.errors() == ["That theme is under another already. There are two levels at most."]


def test_a_theme_with_others_under_it_cannot_be_deleted_and_the_page_says_why(admin_client: Client) -> None:
    wide = ThemeFactory()
    narrow = ThemeFactory(parent=wide)
    page = admin_client.post(url(wide, "delete"), {"post": "yes"})
    assert narrow.name in page.text
    assert "protected" in page.text
    assert Theme.objects.contains(wide)


def test_a_theme_links_to_the_site_once_a_published_statement_has_it(admin_client: Client) -> None:
    used = StatementFactory().themes.get()
    unused = StatementFactory(interview__draft=True).themes.get()
    assert "View on site" in admin_client.get(url(used)).text
    assert "View on site" not in admin_client.get(url(unused)).text


def test_the_page_costs_the_same_for_one_alias_and_for_ten(admin_client: Client) -> None:
    counts = []
    for size in (1, 10):
        theme = ThemeFactory()
        ThemeAliasFactory.create_batch(size, theme=theme)
        admin_client.get(url(theme))
        with CaptureQueriesContext(connection) as asked:
            admin_client.get(url(theme))
        counts.append(len(asked))
    assert counts[0] == counts[1]
