"""What a medical leader comes for, done in a browser with scripts and without."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

HINDSIGHT = "If he were beginning again now, he would bring in trainees and other junior doctors from the first day."
RANOTE = "From stakeholders to shareholders in a mental health trust"
FOUNDING = {
    "Gill Gaskin": "Pairing responsibility with authority, and speaking clinicians' language",
    "Jonathan Fielden": "Clear vision, autonomy and room to learn from failure",
    "David Evans": "Taking control of services, and involving trainees from day one",
    "Sandeep Ranote": RANOTE,
    "Sam Majumdar": "Networks for clinical groups, and bringing two forces into line",
}


def found(reader: Page, title: str) -> Locator:
    """The result that is this interview."""
    heading = reader.get_by_role("heading", level=3, name=title, exact=True)
    return reader.get_by_role("article").filter(has=heading)


def choose(reader: Page, group: str, choice: str) -> None:
    """Unfold a group of filters, and the rest of a long one, tick one and ask for the results."""
    reader.locator("summary").get_by_text(group, exact=True).click()
    choices = reader.get_by_role("group", name=group)
    if not choices.get_by_label(choice).is_visible():
        choices.locator("summary").click()
    choices.get_by_label(choice).check()
    reader.get_by_role("button", name="Show results").click()


def test_words_lead_to_the_exact_statement(reader: Page) -> None:
    reader.goto("/")
    reader.locator("#q").fill("junior doctors")
    reader.get_by_role("button", name="Search").click()
    hit = found(reader, FOUNDING["David Evans"])
    expect(hit).to_contain_text(HINDSIGHT)
    expect(hit).to_contain_text("Hindsight")
    expect(hit).to_contain_text("David Evans, Medical Director, Northumbria Healthcare NHS Foundation Trust")
    assert "junior doctors" in " ".join(hit.locator("mark").all_inner_texts())
    hit.get_by_role("listitem").filter(has_text=HINDSIGHT).get_by_role("link", name="Read it in the interview").click()
    expect(reader).to_have_url(re.compile(r"/interviews/david-evans-northumbria/#statement-\d+$"))
    statement = reader.locator(":target")
    expect(statement).to_contain_text(HINDSIGHT)
    expect(statement).to_be_in_viewport()
    expect(statement.locator("q, blockquote")).to_have_count(0)
    statement.get_by_role("link", name="This statement alone").click()
    expect(reader).to_have_url(re.compile(r"/statements/\d+/$"))
    expect(reader.get_by_role("main")).to_contain_text(HINDSIGHT)


def test_a_theme_narrows_and_its_chip_widens_again(reader: Page) -> None:
    reader.goto("/search/?q=trust")
    told = reader.locator("#results")
    before = told.inner_text().strip().split(",")[0]
    choose(reader, "Theme", "Measuring engagement")
    expect(reader).to_have_url(re.compile(r"[?&]theme=measuring-engagement"))
    expect(found(reader, RANOTE)).to_be_visible()
    expect(told).not_to_contain_text(before)
    expect(reader.get_by_label("Measuring engagement")).to_be_checked()
    reader.get_by_role("link", name="Remove Theme: Measuring engagement").click()
    expect(told).to_contain_text(before)
    expect(reader.locator("#q")).to_have_value("trust")
    expect(reader.get_by_role("link", name="Remove Theme")).to_have_count(0)


def test_a_trust_leads_to_what_was_said_where_it_came_from(reader: Page) -> None:
    reader.goto("/search/")
    choose(reader, "Organisation", "Mersey Care NHS Foundation Trust")
    hit = found(reader, RANOTE)
    expect(hit).to_contain_text("5 Boroughs Partnership NHS Foundation Trust was renamed North West Boroughs")
    expect(hit).to_contain_text("was acquired by Mersey Care NHS Foundation Trust on 1 June 2021")
    hit.get_by_role("link", name=RANOTE, exact=True).click()
    main = reader.get_by_role("main")
    expect(main).to_contain_text(
        "Sandeep Ranote, Associate Medical Director, 5 Boroughs Partnership NHS Foundation Trust"
    )
    expect(main).to_contain_text(
        "Since then: renamed North West Boroughs Healthcare (2017), part transferred to Greater Manchester Mental"
        " Health and the rest acquired by Mersey Care (2021)."
    )
    since = main.get_by_role("group").filter(has_text="What became of 5 Boroughs Partnership NHS Foundation Trust")
    since.locator("summary").click()
    expect(since).to_contain_text("renamed North West Boroughs Healthcare NHS Foundation Trust on 1 April 2017")
    expect(since).to_contain_text("acquired by Mersey Care NHS Foundation Trust on 1 June 2021")
    since.get_by_role("link", name="Mersey Care NHS Foundation Trust", exact=True).click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Mersey Care NHS Foundation Trust")


def test_history_can_be_left_out(reader: Page) -> None:
    reader.goto("/search/?organisation=mersey-care")
    expect(found(reader, RANOTE)).to_be_visible()
    reader.get_by_label("History").select_option("off")
    reader.get_by_role("button", name="Show results").click()
    expect(reader).to_have_url(re.compile(r"[?&]lineage=off"))
    expect(reader.locator("#results")).to_have_text("0 interviews")
    expect(found(reader, RANOTE)).to_have_count(0)
    reader.get_by_role("link", name="Remove History").click()
    expect(found(reader, RANOTE)).to_be_visible()


@pytest.mark.parametrize("leader", FOUNDING)
def test_a_founding_interview_is_read(reader: Page, leader: str) -> None:
    reader.goto("/leaders/")
    reader.get_by_role("main").get_by_role("link", name=leader, exact=True).click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(leader)
    reader.get_by_role("link", name=FOUNDING[leader], exact=True).click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(FOUNDING[leader])
    main = reader.get_by_role("main")
    expect(main.get_by_role("link", name=leader, exact=True).first).to_be_visible()
    expect(main).to_contain_text(re.compile(r"This interview is (about )?\d+ years old"))
    expect(main).to_contain_text("Paraphrase")
    expect(main.locator("blockquote")).to_have_count(0)
    expect(main.get_by_role("link", name="The King's Fund").first).to_have_attribute(
        "href", "https://www.kingsfund.org.uk/insight-and-analysis/videos/perspectives-medical-engagement"
    )


def test_nonsense_is_answered_with_ways_on(reader: Page) -> None:
    reader.goto("/search/?q=xqzzv&theme=culture-change")
    main = reader.get_by_role("main")
    expect(main).to_contain_text("No interview has all of that.")
    ways = [str(way.get_attribute("href")) for way in main.get_by_role("listitem").get_by_role("link").all()]
    assert len(ways) >= 5
    for way in ways:
        answer = reader.goto(f"/search/{way}" if way.startswith("?") else way)
        assert answer
        assert answer.ok, way


def test_a_keyboard_is_enough(reader: Page) -> None:
    def press_tab_to(place: Locator) -> None:
        for _ in range(60):
            reader.keyboard.press("Tab")
            if place.evaluate("it => it === document.activeElement"):
                return
        pytest.fail(f"Sixty steps do not lead to {place}")

    reader.goto("/")
    press_tab_to(reader.get_by_role("link", name="Skip to main content"))
    press_tab_to(reader.locator("#q"))
    reader.keyboard.type("stakeholders")
    reader.keyboard.press("Enter")
    expect(reader).to_have_url(re.compile(r"/search/\?q=stakeholders$"))
    press_tab_to(reader.get_by_role("link", name="Skip to main content"))
    reader.keyboard.press("Enter")
    press_tab_to(found(reader, RANOTE).get_by_role("link", name=RANOTE, exact=True))
    reader.keyboard.press("Enter")
    expect(reader.get_by_role("heading", level=1)).to_have_text(RANOTE)
