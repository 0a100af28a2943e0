"""Pages on paper: what was said, by whom and where to find it; nothing to click, and no card torn apart."""

import pytest
from playwright.sync_api import Page

from tests.browser.pages import OF_COLLECTION, OF_SITE

TO_CLICK = "nav, form, fieldset, button, input, select, textarea, video, audio, [role=search], .nhsuk-skip-link"
TORN = """[...document.querySelectorAll('.card, .notice, tr')]
  .filter((part) => part.getClientRects().length && getComputedStyle(part).breakInside !== 'avoid')
  .map((part) => part.outerHTML.slice(0, 100))"""
PAPER = "document.documentElement.scrollWidth - window.innerWidth"


@pytest.mark.parametrize("address", (OF_COLLECTION | OF_SITE).values(), ids=OF_COLLECTION | OF_SITE)
def test_only_what_can_be_read_is_printed(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 700, "height": 1000})  # A4 without its margins
    page.goto(address)
    page.emulate_media(media="print")
    shown = [part.evaluate("part => part.outerHTML") for part in page.locator(TO_CLICK).all() if part.is_visible()]
    assert shown == []
    assert page.get_by_role("heading", level=1).is_visible()
    assert page.evaluate(TORN) == []
    assert page.evaluate(PAPER) <= 0
