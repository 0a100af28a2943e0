"""Every page of the admin opens, costs the same however many rows there are, and keeps to the security policy."""

from html.parser import HTMLParser
from typing import override

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, Permission, User
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from organisations.models import FormerAddress
from tests import factories
from tests.factories.base import ModelFactory

pytestmark = pytest.mark.django_db

MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)
EACH_MODEL = pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label_lower)


def rows(model: type[Model], size: int) -> list[Model]:
    """Some rows of a model: by its factory, if it is ours."""
    if model is User:
        return [User.objects.create_user(f"bea-hive-{User.objects.count()}") for _ in range(size)]
    if model is Group:
        return [Group.objects.create(name=f"Beekeepers {Group.objects.count()}") for _ in range(size)]
    if model is FormerAddress:
        for trust in factories.OrganisationFactory.create_batch(size):
            trust.slug += "-renamed"
            trust.save()
        return list(FormerAddress.objects.all())
    (factory,) = [made for made in every_factory() if made._meta.model is model]  # type: ignore[attr-defined]
    return factory.create_batch(size)


def every_factory() -> list[type[ModelFactory[Model]]]:
    return [getattr(factories, name) for name in factories.__all__]


def address(model: type[Model], page: str, row: Model | None = None) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=[row.pk] if row else [])


def may_add(client: Client, model: type[Model]) -> bool:
    return admin.site._registry[model].has_add_permission(client.get(reverse("admin:index")).wsgi_request)


class Inline(HTMLParser):
    """Collects what a strict policy blocks: handlers and styles as attributes, scripts and styles without a nonce."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        self.found += [f"{tag} {name}" for name in names if name == "style" or name.startswith("on")]
        self.found += [f"{tag} {link}" for link in names.values() if link and link.startswith("javascript:")]
        if (tag == "style" or (tag == "script" and "src" not in names)) and not names.get("nonce"):
            self.found.append(tag)


def assert_opens(client: Client, address: str, method: str = "GET") -> None:
    """It answers, with one heading, with a strict policy and with nothing that the policy would block."""
    response = client.generic(method, address)
    assert response.status_code == 200, address
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert Inline(response.text).found == []
    assert response.text.count("<h1") == 1, address


@EACH_MODEL
def test_list_add_change_delete_and_history_open(admin_client: Client, model: type[Model]) -> None:
    row = rows(model, 1)[0]
    for page in ["changelist", "add"] if may_add(admin_client, model) else ["changelist"]:
        assert_opens(admin_client, address(model, page))
    for page in ("change", "delete", "history"):
        assert_opens(admin_client, address(model, page, row))


@EACH_MODEL
def test_a_list_costs_the_same_for_one_row_and_for_ten(admin_client: Client, model: type[Model]) -> None:
    counts = []
    for size in (1, 9):
        rows(model, size)
        admin_client.get(address(model, "changelist"))
        with CaptureQueriesContext(connection) as asked:
            admin_client.get(address(model, "changelist"))
        counts.append(len(asked))
    assert counts[0] == counts[1]


@EACH_MODEL
def test_a_search_of_the_list_answers(admin_client: Client, model: type[Model]) -> None:
    if not admin.site._registry[model].search_fields:
        return
    for typed in ("bee", "'; drop table", "-" * 40, '"bee', "\0"):
        assert admin_client.get(address(model, "changelist"), {"q": typed}).status_code == 200


def test_index_password_and_sign_out_pages_open(admin_client: Client) -> None:
    user = User.objects.get(username="admin")
    apps = [reverse("admin:app_list", args=[app]) for app in ("organisations", "interviews", "auth")]
    password = reverse("admin:auth_user_password_change", args=[user.pk])
    for page in (reverse("admin:index"), reverse("admin:password_change"), password, *apps):
        assert_opens(admin_client, page)
    assert_opens(admin_client, reverse("admin:logout"), "POST")


def test_the_sign_in_page_opens(client: Client) -> None:
    assert_opens(client, reverse("admin:login"))


@EACH_MODEL
def test_a_visitor_is_asked_to_sign_in(client: Client, model: type[Model]) -> None:
    response = client.get(address(model, "changelist"))
    assert response.status_code == 302
    assert response.headers["Location"].startswith(reverse("admin:login"))


@EACH_MODEL
def test_staff_without_permission_see_nothing(client: Client, model: type[Model]) -> None:
    client.force_login(User.objects.create_user("no-rights", is_staff=True))
    row = rows(model, 1)[0]
    assert client.get(address(model, "changelist")).status_code == 403
    assert client.get(address(model, "change", row)).status_code == 403
    assert address(model, "changelist") not in client.get(reverse("admin:index")).text


@EACH_MODEL
def test_staff_who_may_only_look_can_look(client: Client, model: type[Model]) -> None:
    staff = User.objects.create_user("may-look", is_staff=True)
    staff.user_permissions.add(*Permission.objects.filter(codename__startswith="view_"))
    client.force_login(staff)
    row = rows(model, 1)[0]
    assert_opens(client, address(model, "changelist"))
    assert_opens(client, address(model, "change", row))
    assert client.get(address(model, "add")).status_code == 403
    assert client.get(address(model, "delete", row)).status_code == 403
