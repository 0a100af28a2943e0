"""Suggestions while typing and lists narrowed by typing: quicker for those who have JavaScript, in nobody's way."""

import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect
from pytest_playwright.pytest_playwright import CreateContextCallback

from tests.browser import axe

SUGGEST = re.compile(r"/search/suggest/\?")
RESULTS = re.compile(r"/search/\?q=con(&|$)")
PLACES = {"home": "/", "masthead": "/about/", "search": "/search/?q=trust"}
ANSWER = [
    {"kind": "leader", "label": "Ada Quillfeather", "about": "Medical Director, Harbourtown", "url": "/leaders/"},
    {"kind": "organisation", "label": "Conford <b>& Sons</b>", "about": "", "url": "/organisations/"},
    {"kind": "theme", "label": "Consultants", "about": "", "url": "/themes/"},
    {"kind": "word", "label": "contract", "about": "", "url": "/search/?q=contract"},
]
FAILURES = {
    "an error": {"status": 500, "body": "broken"},
    "nothing there": {"status": 404, "body": "<h1>Page not found</h1>"},
    "no JSON": {"status": 200, "body": "<h1>Sign in to the network</h1>"},
    "other JSON": {"status": 200, "body": "{}"},
}


@pytest.fixture
def asked(page: Page) -> list[str]:
    """What the site is asked to complete; it answers with the same each time."""
    heard: list[str] = []

    def answer(route: Route) -> None:
        heard.append(parse_qs(urlsplit(route.request.url).query)["q"][0])
        route.fulfill(json={"suggestions": ANSWER})

    page.route(SUGGEST, answer)
    return heard


def box(page: Page) -> Locator:
    """The one search box of a page."""
    return page.locator("input[name=q]")


def options(page: Page) -> Locator:
    """What is suggested, while that is to be seen."""
    return page.get_by_role("listbox", name="Suggestions").get_by_role("option")


def type_in(page: Page, words: str) -> None:
    """Type over whatever stands in the search box."""
    box(page).fill("")
    box(page).press_sequentially(words)


@pytest.mark.parametrize("address", PLACES.values(), ids=PLACES)
def test_what_is_typed_is_completed_with_pages_and_words(page: Page, asked: list[str], address: str) -> None:
    page.goto(address)
    type_in(page, "con")
    expect(options(page)).to_have_text(
        [
            re.compile(r"^Ada Quillfeather Leader Medical Director, Harbourtown$"),
            re.compile(r"^Conford <b>& Sons</b> Organisation\s*$"),
            re.compile(r"^Consultants Theme\s*$"),
            re.compile(r"^contract Search\s*$"),
        ]
    )
    expect(page.get_by_role("status").filter(has_text="4 suggestions.")).to_be_attached()
    assert asked[-1] == "con"
    assert "c" not in asked


def test_a_page_is_chosen_by_keyboard(page: Page, asked: list[str]) -> None:
    page.goto("/")
    type_in(page, "con")
    expect(options(page)).to_have_count(4)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(options(page).filter(has_text="Conford")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/organisations/$"))


def test_a_word_is_chosen_by_pointer_and_searched_for(page: Page, asked: list[str]) -> None:
    page.goto("/about/")
    type_in(page, "con")
    options(page).filter(has_text="contract").click()
    expect(page).to_have_url(re.compile(r"/search/\?q=contract$"))


@pytest.mark.parametrize("keys", [[], ["ArrowDown", "ArrowUp"], ["Escape"]], ids=["open", "back in the box", "closed"])
def test_enter_without_a_choice_searches_for_what_was_typed(page: Page, asked: list[str], keys: list[str]) -> None:
    page.goto("/search/?q=trust")
    type_in(page, "con")
    expect(options(page)).to_have_count(4)
    for key in keys:
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    expect(page).to_have_url(RESULTS)


def test_the_button_searches_for_what_was_typed(page: Page, asked: list[str]) -> None:
    page.goto("/")
    type_in(page, "con")
    expect(options(page)).to_have_count(4)
    page.get_by_role("button", name="Search").click()
    expect(page).to_have_url(RESULTS)


def test_the_box_keeps_its_label_value_hint_and_error(page: Page, asked: list[str]) -> None:
    page.goto(f"/search/?q={'x' * 1001}")
    field = page.get_by_label("Search for", exact=True)
    expect(field).to_have_value(re.compile("^x{999}"))
    for words in ("", "con"):
        field.fill(words)
        expect(field).to_have_accessible_description(re.compile(r"an exact phrase.*Error:\s+That is too long"))


def test_a_search_that_was_made_suggests_nothing_until_it_is_changed(page: Page, asked: list[str]) -> None:
    page.goto("/search/?q=trust")
    box(page).click()
    page.keyboard.press("ArrowDown")
    expect(box(page)).to_be_focused()
    expect(options(page)).to_have_count(0)
    assert asked == []


def test_a_late_answer_to_an_earlier_question_is_not_shown(page: Page) -> None:
    held: list[Route] = []

    def answer(route: Route) -> None:
        if route.request.url.endswith("=con"):
            held.append(route)
        else:
            route.fulfill(json={"suggestions": ANSWER[2:]})

    page.route(SUGGEST, answer)
    page.goto("/")
    with page.expect_request(SUGGEST):
        type_in(page, "con")
    with page.expect_event("requestfailed"):  # given up
        box(page).press_sequentially("s")
    expect(options(page)).to_have_count(2)
    assert len(held) == 1


def test_an_address_elsewhere_is_not_followed(page: Page) -> None:
    elsewhere = ANSWER[0] | {"url": "https://elsewhere.example/"}
    page.route(SUGGEST, lambda route: route.fulfill(json={"suggestions": [elsewhere]}))
    page.goto("/about/")
    type_in(page, "con")
    options(page).click()
    expect(box(page)).to_have_value("Ada Quillfeather")
    expect(page).to_have_url(re.compile("/about/$"))


@pytest.mark.parametrize("failure", FAILURES.values(), ids=FAILURES)
def test_where_the_site_cannot_be_asked_the_box_works_as_ever(page: Page, failure: dict[str, str | int]) -> None:
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.route(SUGGEST, lambda route: route.fulfill(status=int(failure["status"]), body=str(failure["body"])))
    page.goto("/")
    with page.expect_response(SUGGEST):
        type_in(page, "con")
    page.keyboard.press("Enter")
    expect(page).to_have_url(RESULTS)
    assert wrong == []


@pytest.mark.parametrize("address", PLACES.values(), ids=PLACES)
def test_the_form_works_without_scripts(new_context: CreateContextCallback, address: str) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(address)
    box(page).fill("con")
    page.keyboard.press("Enter")
    expect(page).to_have_url(RESULTS)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("address", PLACES.values(), ids=PLACES)
def test_a_list_open_or_closed_breaks_no_rule(page: Page, asked: list[str], address: str, width: int) -> None:
    blocked: list[str] = []
    page.on("console", lambda message: blocked.append(message.text))
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    wrong = axe.violations(page)
    type_in(page, "con")
    expect(options(page)).to_have_count(4)
    wrong += axe.violations(page)
    page.keyboard.press("ArrowDown")
    wrong += axe.violations(page)
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    assert wrong == []
    assert blocked == []


def test_a_long_list_of_choices_is_narrowed_by_typing(page: Page) -> None:
    choices = [f"{county} NHS Trust" for county in ("Ávonshire", "Bellshire", *(f"Number {n}" for n in range(30)))]
    page.add_init_script(f"""
        const choices = {json.dumps(choices)};
        addEventListener("readystatechange", () => {{
          const list = document.querySelector("#kind .options");
          const [first] = list.children;
          list.replaceChildren(...choices.map((name) => {{
            const choice = first.cloneNode(true);
            choice.querySelector("span").firstChild.data = name + " ";
            return choice;
          }}));
        }}, {{ capture: true, once: true }});
    """)
    page.goto("/search/")
    page.locator("summary").get_by_text("Kind of statement", exact=True).click()
    group = page.get_by_role("group", name="Kind of statement")
    shown = group.get_by_role("checkbox")
    expect(shown).to_have_count(32)
    group.get_by_label("Bellshire").check()
    find = group.get_by_label("Find in this list of 32: kind of statement")
    find.fill("trust avon")
    expect(shown).to_have_count(2)
    expect(group.get_by_label("Ávonshire NHS Trust")).to_be_visible()
    expect(group.get_by_label("Bellshire NHS Trust")).to_be_checked()
    expect(group.get_by_role("status")).to_have_text("1 of 32 shown")
    assert axe.violations(page) == []
    find.fill("")
    expect(shown).to_have_count(32)
