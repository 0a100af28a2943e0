"""A curator at work in a real browser: nothing is blocked, and what is changed is what readers see."""

import re
from collections.abc import Iterator

import pytest
from django.contrib import admin
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, expect

from tests.browser import axe

MODELS = [model._meta for model in admin.site._registry]


@pytest.fixture
def complaints(context: BrowserContext) -> Iterator[list[str]]:
    """What the browser complains of, on any page and in any window: blocked by the policy, not found, failed."""
    heard: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            heard.append(f"{message.page and message.page.url}: {message.text}")

    context.on("console", listen)
    context.on("weberror", lambda error: heard.append(str(error.error)))
    yield heard
    assert heard == []


@pytest.fixture
def desk(page: Page, complaints: list[str], curator: tuple[str, str]) -> Page:
    """The first page that a curator sees after signing in."""
    page.goto("/admin/")
    page.get_by_label("Username").fill(curator[0])
    page.get_by_label("Password").fill(curator[1])
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Everything there is to curate")
    return page


def choose(page: Page, box: str, typed: str, option: str) -> None:
    """Type into an autocomplete box and take what it offers."""
    page.get_by_role("combobox", name=box).click()
    page.keyboard.type(typed)
    page.get_by_role("option", name=option).first.click()


def test_a_curator_changes_an_interview_and_sees_it_on_the_site(desk: Page) -> None:
    desk.get_by_role("link", name="Interviews", exact=True).click()
    desk.get_by_role("textbox", name="Search").fill("Manek")
    desk.get_by_role("button", name="Search").click()
    desk.locator("#result_list tbody th a").click()
    summary = desk.get_by_label("Summary")
    told, said = summary.input_value(), desk.get_by_label("Text, row 1").input_value()
    summary.fill(f"{told} Told again.")
    desk.get_by_label("Text, row 1").fill(f"{said} Said again.")
    desk.get_by_role("button", name="Save and continue editing").click()
    expect(desk.get_by_text("was changed successfully")).to_be_visible()
    desk.get_by_role("link", name="View on site").click()
    expect(desk.get_by_text("Told again.").first).to_be_visible()
    expect(desk.get_by_text("Said again.").first).to_be_visible()


def test_a_curator_writes_a_draft_with_rows_autocomplete_and_a_new_theme(desk: Page) -> None:
    desk.goto("/admin/interviews/interview/add/")
    desk.get_by_label("Title").press_sequentially("Sharing the rota")
    expect(desk.get_by_label("Address")).to_have_value("sharing-the-rota")
    desk.get_by_label("Summary").fill("How the rota came to be shared.")
    desk.get_by_label("Publisher").fill("The Harbourtown Gazette")
    desk.get_by_label("Source:").fill("https://gazette.example/rota")
    desk.get_by_label("Format").select_option("Audio")
    desk.get_by_role("button", name="Add another Speaker").click()
    choose(desk, "Role, new row", "Gaskin", "Gill Gaskin")
    desk.get_by_role("button", name="Add another Statement").click()
    row = desk.locator("#statements-0")
    row.get_by_label("Kind").select_option("Advice")
    row.get_by_label("Text").fill("Ask first.")
    with desk.expect_popup() as opened:
        row.get_by_role("link", name="Add another theme").click()
    window = opened.value
    window.get_by_label("Name:", exact=True).press_sequentially("Rotas")
    window.get_by_label("Definition").fill("Who works when.")
    with window.expect_event("close"):
        window.get_by_role("button", name="Save", exact=True).click()
    expect(row.get_by_title("Rotas")).to_be_visible()
    desk.get_by_role("button", name="Save and continue editing").click()
    expect(desk.get_by_text("was added successfully")).to_be_visible()
    expect(desk.locator("#statements-0").get_by_label("Position")).to_have_value("1")
    expect(desk.get_by_role("link", name="View on site")).to_have_count(0)
    desk.get_by_role("button", name="Delete", exact=True).click()
    desk.get_by_role("button", name="Yes").click()
    expect(desk.get_by_text("was deleted successfully")).to_be_visible()


def test_nothing_of_the_admin_is_blocked_or_missing(desk: Page) -> None:
    for opts in MODELS:
        listed = f"/admin/{opts.app_label}/{opts.model_name}/"
        desk.goto(listed)
        rows = desk.locator("#result_list tbody th a")
        pages = [rows.first.get_attribute("href")] if rows.count() else []
        pages += [str(page).replace("/change/", f"/{name}/") for page in pages for name in ("delete", "history")]
        for page in [*pages, f"{listed}add/"] if opts.model_name != "formeraddress" else pages:
            answer = desk.goto(re.sub(r"\?.*", "", str(page)))
            assert answer
            assert answer.ok, page
    for page in ("/admin/password_change/", "/admin/interviews/"):
        desk.goto(page)
    desk.goto("/admin/")
    desk.get_by_role("button", name="Log out").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Logged out")


PAGES = ["", "interviews/interview/", "organisations/organisation/add/", "auth/user/1/change/"]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_of_the_admin_is_accessible(desk: Page, address: str) -> None:
    desk.goto(f"/admin/{address}")
    assert axe.violations(desk) == []


def test_the_page_of_an_interview_is_accessible(desk: Page) -> None:
    desk.goto("/admin/interviews/interview/")
    desk.locator("#result_list tbody th a").first.click()
    box = desk.get_by_role("combobox", name="Role, row 1")
    expect(box).to_be_visible()
    assert axe.violations(desk) == []
    box.click()
    expect(desk.get_by_role("searchbox", name="Role, row 1")).to_be_visible()


def test_the_sign_in_page_is_accessible(page: Page) -> None:
    page.goto("/admin/login/")
    assert axe.violations(page) == []
