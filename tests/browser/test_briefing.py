"""From a theme to two statements, a briefing and a Word file: with the keyboard alone, with scripts and without."""

import io
import re
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Locator, Page, expect

THEME = "/themes/culture-change/"
STEPS = 400
REMEMBERED = "localStorage.getItem('briefing')"


def press_tab_to(reader: Page, place: Locator, key: str = "Tab") -> None:
    """Go there as somebody does who has no mouse."""
    expect(place).to_be_visible()
    for _ in range(STEPS):
        reader.keyboard.press(key)
        if place.evaluate("it => it === document.activeElement"):
            return
    pytest.fail(f"{STEPS} steps do not lead to {place}")


def boxes(reader: Page) -> Locator:
    """The boxes beside statements."""
    return reader.get_by_role("checkbox", name=re.compile(r"^(Add to briefing|In your briefing) ?: "))


def words(reader: Page) -> list[str]:
    """The points of a briefing, in order."""
    return [text.strip() for text in reader.locator(".point .voice").all_inner_texts()]


def open_sources(reader: Page) -> list[str]:
    """Where the sources of a briefing lead."""
    links = reader.locator(".sources a[rel=external]").all()
    return [str(link.get_attribute("href")) for link in links]


def choose_two(reader: Page) -> list[str]:
    """Tick the first statement of a theme and the fourth, as a mouse does, and give what they say."""
    reader.goto(THEME)
    chosen = []
    for place in (0, 3):
        boxes(reader).nth(place).check()
        chosen.append(reader.locator(".card").nth(place).locator(".voice").inner_text().strip())
    return chosen


def test_a_keyboard_leads_from_a_theme_to_a_word_file(reader: Page, tmp_path: Path) -> None:
    reader.goto(THEME)
    chosen = []
    for place in (0, 1):
        press_tab_to(reader, boxes(reader).nth(place))
        reader.keyboard.press("Space")
        expect(boxes(reader).nth(place)).to_be_checked()
        chosen.append(reader.locator(".card").nth(place).locator(".voice").inner_text().strip())
    press_tab_to(reader, reader.locator("#choosing").get_by_role("button"))
    reader.keyboard.press("Enter")
    expect(reader).to_have_url(re.compile(r"/briefing/\?s=\d+\.\d+$"))
    assert words(reader) == chosen
    sources = open_sources(reader)
    addresses = [str(link.get_attribute("href")) for link in reader.locator(".point__address a").all()]
    press_tab_to(reader, reader.get_by_role("link", name="Download as Word"))
    with reader.expect_download() as downloading:
        reader.keyboard.press("Enter")
    assert downloading.value.suggested_filename == "briefing.docx"
    file = tmp_path / "briefing.docx"
    downloading.value.save_as(file)
    read = Document(io.BytesIO(file.read_bytes()))
    text = [part.text for part in read.paragraphs]
    assert [part for part in text if part in chosen] == chosen
    links = [link.address for part in read.paragraphs for link in part.hyperlinks]
    for address in [*addresses, *sources]:
        assert address in links
        assert address in "\n".join(text)


def test_a_point_is_moved_and_removed_by_keyboard_and_focus_stays_with_it(reader: Page) -> None:
    reader.goto("/briefing/?s=1.2.5&title=Rotas")
    one, two, three = words(reader)
    press_tab_to(reader, reader.locator("#up-5"))
    reader.keyboard.press("Enter")
    expect(reader).to_have_url(re.compile(r"/briefing/\?s=1\.5\.2&title=Rotas#up-5$"))
    expect(reader.locator("#up-5")).to_be_focused()
    expect(reader.locator(".point").nth(1).locator(".voice")).to_be_in_viewport()
    reader.keyboard.press("Enter")
    expect(reader).to_have_url(re.compile(r"\?s=5\.1\.2&title=Rotas#down-5$"))
    expect(reader.locator("#down-5")).to_be_focused()
    assert words(reader) == [three, one, two]
    press_tab_to(reader, reader.locator("#remove-5"))
    reader.keyboard.press("Enter")
    expect(reader).to_have_url(re.compile(r"\?s=1\.2&title=Rotas#remove-1$"))
    expect(reader.locator("#remove-1")).to_be_focused()
    assert words(reader) == [one, two]


def test_heading_note_grouping_and_one_more_statement_are_set_in_the_form(reader: Page) -> None:
    reader.goto("/briefing/?s=1.2")
    form = reader.get_by_role("form", name="Change this briefing")
    form.get_by_label("Heading").fill("Night rotas")
    form.get_by_label("Note").fill("For Tuesday.")
    form.get_by_label("By theme").check()
    form.get_by_label("Add statements").fill(reader.url.partition("/briefing/")[0] + "/statements/5/")
    form.get_by_label("Add statements").press("Enter")
    expect(reader.get_by_role("heading", level=1)).to_have_text("Night rotas")
    expect(reader).to_have_url(re.compile(r"\?s=1\.2\.5&title=Night\+rotas&note=For\+Tuesday\.&group=theme$"))
    expect(reader.locator(".briefing__note")).to_have_text("For Tuesday.")
    assert len(words(reader)) == 3


def test_a_briefing_is_remembered_and_told_in_the_masthead(page: Page) -> None:
    chosen = choose_two(page)
    told = page.locator("#choosing").get_by_role("status")
    expect(told).to_have_text("Added. 2 statements in your briefing.")
    page.goto("/")
    link = page.get_by_role("navigation", name="Main").get_by_role("link", name="Briefing (2)")
    link.click()
    assert words(page) == chosen
    expect(page.locator("[data-remembered]")).to_be_hidden()
    page.goto(THEME)
    expect(page.locator("input[form=choosing]:checked")).to_have_count(2)
    boxes(page).nth(0).uncheck()
    expect(told).to_have_text("Removed. 1 statement in your briefing.")
    expect(page.get_by_role("navigation", name="Main").get_by_role("link", name="Briefing (1)")).to_be_visible()


def test_what_is_changed_in_ones_own_briefing_is_remembered(page: Page) -> None:
    choose_two(page)
    page.get_by_role("button", name="Open your briefing").click()
    page.get_by_label("Heading").fill("Night rotas")
    page.get_by_label("Heading").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Night rotas")
    page.get_by_role("button", name="Remove").first.click()
    expect(page.locator(".point")).to_have_count(1)
    assert page.evaluate(REMEMBERED) == page.url.partition("?")[2].partition("#")[0]
    page.goto("/")
    page.get_by_role("link", name="Briefing (1)").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Night rotas")


def test_somebody_elses_briefing_takes_the_place_of_ones_own_only_if_one_says_so(page: Page) -> None:
    choose_two(page)
    mine = page.evaluate(REMEMBERED)
    page.goto("/briefing/?s=5.6.1")
    assert page.evaluate(REMEMBERED) == mine
    offer = page.locator("[data-remembered]")
    expect(offer).to_contain_text("Your browser does not remember this briefing.")
    expect(offer.get_by_role("link")).to_have_text("Open the briefing that your browser remembers, of 2 statements")
    page.get_by_role("button", name="Move down").first.click()
    expect(page).to_have_url(re.compile(r"\?s=6\.5\.1"))
    assert page.evaluate(REMEMBERED) == mine
    offer.get_by_role("button", name="Remember it").click()
    expect(offer).to_be_hidden()
    assert page.evaluate(REMEMBERED) == "s=6.5.1"


def test_a_hundred_and_first_is_refused_and_said(page: Page) -> None:
    page.goto(THEME)
    page.evaluate("localStorage.setItem('briefing', 's=' + [...Array(100).keys()].map(n => n + 100000).join('.'))")
    page.reload()
    boxes(page).nth(0).click()
    expect(boxes(page).nth(0)).not_to_be_checked()
    expect(page.locator("#choosing").get_by_role("status")).to_contain_text("holds 100 statements at most")


def test_where_the_browser_keeps_nothing_statements_can_still_be_chosen(page: Page) -> None:
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no') }})")
    chosen = choose_two(page)
    page.get_by_role("button", name="Make a briefing of those ticked").click()
    assert sorted(words(page)) == sorted(chosen)
    assert complaints == []


def test_on_paper_there_are_the_points_their_addresses_and_nothing_to_click(page: Page) -> None:
    page.goto("/briefing/?s=1.2.5")
    page.emulate_media(media="print")
    for part in (".point__steps", ".briefing-form", ".briefing__ways", ".masthead nav", "#choosing"):
        expect(page.locator(part).first).to_be_hidden()
    expect(page.locator(".point__address").first).to_be_visible()
    broken = "[...document.querySelectorAll('.point')].map(point => getComputedStyle(point).breakInside)"
    assert set(page.evaluate(broken)) == {"avoid"}
