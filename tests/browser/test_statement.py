"""From a search to a statement and on to its place in the interview; and what one can copy on the way."""

import re

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

HINDSIGHT = "If he were beginning again now, he would bring in trainees and other junior doctors from the first day."


def press_tab_to(reader: Page, place: Locator) -> None:
    """Go there as those do who use no pointer."""
    for _ in range(150):
        reader.keyboard.press("Tab")
        if place.evaluate("it => it === document.activeElement"):
            return
    pytest.fail(f"So many steps do not lead to {place}")


def follow(reader: Page, link: Locator) -> None:
    """Skip to the content, go to a link, and follow it, by keyboard."""
    press_tab_to(reader, reader.get_by_role("link", name="Skip to main content"))
    reader.keyboard.press("Enter")
    press_tab_to(reader, link)
    reader.keyboard.press("Enter")


def test_a_search_leads_to_a_statement_and_to_the_interview_at_that_spot_by_keyboard(reader: Page) -> None:
    reader.goto("/")
    press_tab_to(reader, reader.locator("#q"))
    reader.keyboard.type("bring in trainees from the first day")
    reader.keyboard.press("Enter")
    expect(reader).to_have_url(re.compile(r"/search/\?q="))
    main = reader.get_by_role("main")
    hit = main.get_by_role("listitem").filter(has_text=HINDSIGHT).last
    follow(reader, hit.get_by_role("link", name="Read it in the interview"))
    expect(reader).to_have_url(re.compile(r"/interviews/david-evans-northumbria/#statement-\d+$"))
    spot = reader.url
    link = reader.locator(":target").get_by_role("link", name="This statement alone")
    press_tab_to(reader, link)  # the browser goes on from the spot
    reader.keyboard.press("Enter")
    expect(reader).to_have_url(re.compile(r"/statements/\d+/$"))
    expect(reader.get_by_role("heading", level=1)).to_have_text("Hindsight from David Evans")
    expect(main).to_contain_text(HINDSIGHT)
    expect(main).to_contain_text("Evans, D. (probably 2014)")
    follow(reader, main.get_by_role("link", name="Taking control of services, and involving trainees from day one"))
    expect(reader).to_have_url(spot)
    expect(reader.locator(":target")).to_contain_text(HINDSIGHT)
    expect(reader.locator(":target")).to_be_in_viewport()


def test_a_reference_is_downloaded(reader: Page) -> None:
    reader.goto("/statements/1/")
    for label, ending in (("RIS", "ris"), ("BibTeX", "bib"), ("CSL-JSON", "json")):
        with reader.expect_download() as download:
            reader.get_by_role("link", name=label, exact=True).click()
        assert download.value.suggested_filename == f"perspectives-statement-1.{ending}"


def test_where_nothing_can_be_copied_no_button_says_so_and_the_address_can_be_read(reader: Page, scripts: bool) -> None:
    if scripts:
        reader.add_init_script("Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })")
    reader.goto("/statements/1/")
    expect(reader.get_by_role("button", name=re.compile("Copy"))).to_have_count(0)
    cite = reader.get_by_role("region", name="Cite this")
    expect(cite).to_contain_text(f"The address of this page is {reader.url}")


def test_the_reference_and_the_address_are_copied_and_that_is_told(page: Page, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/statements/1/")
    cite = page.get_by_role("region", name="Cite this")
    link = cite.get_by_role("button", name="Copy link")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("main > p[role=status]")).to_have_text("Copied")
    expect(cite.get_by_role("button", name="Copied to this page")).to_be_focused()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    expect(link).to_be_visible()
    cite.get_by_role("button", name="Copy reference").click()
    expect(cite.get_by_role("button", name="Copied")).to_be_visible()
    assert str(page.evaluate("navigator.clipboard.readText()")).startswith("Gaskin, G. (probably 2014) Pairing ")


def test_a_card_copies_the_whole_address_of_its_statement(page: Page, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/interviews/david-evans-northumbria/")
    page.get_by_role("article").get_by_role("button", name=re.compile("Copy link ?:")).first.click()
    expect(page.locator("main > p[role=status]")).to_have_text("Copied")
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/statements/\d+/", page.evaluate("navigator.clipboard.readText()"))


def test_a_copy_that_is_refused_is_told(page: Page) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    page.goto("/statements/1/")
    page.get_by_role("button", name="Copy reference").click()
    expect(page.locator("main > p[role=status]")).to_have_text("Not copied: your browser did not allow it")
