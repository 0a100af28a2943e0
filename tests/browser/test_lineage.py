"""From a trust of today through its history to what was said before, by keyboard alone, with scripts and without."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

MERSEY = "/organisations/mersey-care/"
NORTH_WEST = "North West Boroughs Healthcare NHS Foundation Trust"
BOROUGHS = "5 Boroughs Partnership NHS Foundation Trust"
RANOTE = "From stakeholders to shareholders in a mental health trust"
SINCE = (
    "Since then: renamed North West Boroughs Healthcare (2017), part transferred to Greater Manchester Mental Health"
    " and the rest acquired by Mersey Care (2021)."
)
SCROLLED = "frame => frame.scrollLeft"
HIDDEN = "frame => frame.scrollWidth - frame.clientWidth"
COVERED = """picture => {
  const boxes = [...picture.querySelectorAll('rect')].map(box => box.getBoundingClientRect());
  return [...picture.querySelectorAll('.lineage__name, .lineage__years')].filter(text => {
    const words = text.getBoundingClientRect();
    return !boxes.some(box => box.left <= words.left && words.right <= box.right && box.top <= words.top
      && words.bottom <= box.bottom);
  }).map(text => text.textContent);
}"""


def follow(reader: Page, link: Locator) -> None:
    """Press Tab until the link has the focus, then Enter."""
    step_to(reader, link)
    reader.keyboard.press("Enter")


def step_to(reader: Page, place: Locator) -> None:
    for _ in range(120):
        reader.keyboard.press("Tab")
        if place.evaluate("it => it === document.activeElement"):
            return
    pytest.fail(f"A hundred and twenty steps do not lead to {place}")


def test_a_trust_leads_through_its_lineage_to_an_older_interview(reader: Page) -> None:
    reader.goto("/organisations/")
    main = reader.get_by_role("main")
    follow(reader, main.get_by_role("link", name="Mersey Care NHS Foundation Trust", exact=True))
    expect(reader).to_have_url(re.compile(f"{MERSEY}$"))
    history = reader.get_by_role("region", name="History", exact=True)
    expect(history.get_by_role("img", name="What Mersey Care NHS Foundation Trust came from")).to_be_visible()
    acquired = f"{NORTH_WEST} was acquired by Mersey Care NHS Foundation Trust on 1 June 2021."
    follow(reader, history.get_by_role("listitem").filter(has_text=acquired).get_by_role("link", name=NORTH_WEST))
    expect(reader.get_by_role("heading", level=1)).to_have_text(NORTH_WEST)
    expect(main).to_contain_text(f"Called {BOROUGHS} until 31 March 2017.")
    expect(main.get_by_role("heading", level=3, name=BOROUGHS)).to_be_visible()
    follow(reader, main.get_by_role("link", name=RANOTE, exact=True))
    expect(reader.get_by_role("heading", level=1)).to_have_text(RANOTE)
    expect(main).to_contain_text(f"Sandeep Ranote, Associate Medical Director, {BOROUGHS}")
    expect(main).to_contain_text(SINCE)


def test_what_was_said_where_a_trust_came_from_is_on_its_own_page_too(reader: Page) -> None:
    reader.goto(MERSEY)
    follow(reader, reader.get_by_role("main").get_by_role("link", name=RANOTE, exact=True))
    expect(reader.get_by_role("heading", level=1)).to_have_text(RANOTE)


def test_on_a_narrow_screen_the_picture_scrolls_in_its_own_frame_by_keyboard(reader: Page) -> None:
    reader.set_viewport_size({"width": 320, "height": 800})
    reader.goto("/organisations/north-west-boroughs/")
    frame = reader.get_by_role("region", name="Picture of the history")
    step_to(reader, frame)
    assert frame.evaluate(HIDDEN) > 0
    for _ in range(100):
        reader.keyboard.press("ArrowRight")
        if frame.evaluate(SCROLLED) > 0:
            return
    pytest.fail("A hundred steps to the right do not scroll the picture")


@pytest.mark.parametrize("trust", ["mersey-care", "north-west-boroughs", "pennine-acute", "hiow-healthcare"])
def test_every_name_in_the_picture_fits_into_its_box(page: Page, trust: str) -> None:
    page.goto(f"/organisations/{trust}/")
    assert page.locator(".lineage__picture").evaluate(COVERED) == []


def test_the_roles_of_a_leader_are_a_list_in_order_of_time(reader: Page) -> None:
    reader.goto("/leaders/navina-evans/")
    roles = reader.locator("ol.timeline > li")
    expect(roles.nth(0)).to_contain_text("2023 to 2025")
    expect(roles.nth(1)).to_contain_text("August 2016 to 2020")
    follow(reader, roles.nth(1).get_by_role("link", name="Closing the gap between clinicians and management"))
    expect(reader.get_by_role("heading", level=1)).to_have_text("Closing the gap between clinicians and management")
