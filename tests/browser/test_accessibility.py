"""Every sort of page serves every reader: on any screen, in any colours, with scripts or without, by keyboard alone."""

from itertools import pairwise
from typing import Literal, TypedDict

import pytest
from django.urls import resolve
from playwright.sync_api import Page, ViewportSize, expect
from pytest_playwright.pytest_playwright import CreateContextCallback

from tests.browser import axe
from tests.browser.pages import OF_COLLECTION, OF_SITE, PUBLIC, REFUSALS
from tests.journeys import addresses

SCREENS: dict[str, ViewportSize] = {"desk": {"width": 1280, "height": 900}, "telephone": {"width": 320, "height": 640}}
UNFOLD = "document.querySelectorAll('details').forEach(fold => { fold.open = true })"
OVERHANG = "document.documentElement.scrollWidth - window.innerWidth"
LEVELS = "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(heading => Number(heading.tagName[1]))"
MOVING = """[...document.querySelectorAll('*')].flatMap(element => ['', '::before', '::after'].map(part => {
  const style = getComputedStyle(element, part || null);
  const moves = style.animationName !== 'none' || style.scrollBehavior === 'smooth'
    || style.transitionDuration.split(', ').some(duration => duration !== '0s');
  return moves ? `${location.pathname}: ${element.outerHTML.slice(0, 100)}${part}` : '';
})).filter(Boolean)"""
FOCUS_IN = "part => document.activeElement.closest(part) !== null"
FOR_MACHINES = {"/robots.txt", "/sitemap.xml", "/healthz", "/readyz", "/search/suggest/"}
FOR_MACHINES |= {"/briefing/briefing.docx", "/briefing/briefing.md"}
FOR_MACHINES |= {"/interviews/<slug:slug>/captions.vtt", "/interviews/<slug:slug>/recording"}
FOR_MACHINES |= {
    f"/{thing}/cite.{ending}"
    for thing in ("interviews/<slug:slug>", "statements/<int:pk>")
    for ending in ("ris", "bib", "json")
}


class Need(TypedDict, total=False):
    """What a reader sets in the browser or the system."""

    viewport: ViewportSize
    device_scale_factor: float
    forced_colors: Literal["active"]
    color_scheme: Literal["dark"]


# A browser that zooms to 200 % lays the page out on half as many pixels, each twice as large.
NEEDS: dict[str, Need] = {
    "zoomed": {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2},
    "dark on light": {"viewport": SCREENS["desk"], "forced_colors": "active"},
    "light on dark": {"viewport": SCREENS["desk"], "forced_colors": "active", "color_scheme": "dark"},
}


def test_no_sort_of_page_is_left_out() -> None:
    looked_at = {f"/{resolve(address.partition('?')[0]).route}" for address in (OF_COLLECTION | OF_SITE).values()}
    assert looked_at == set(addresses.routes()) - FOR_MACHINES


def faults(reader: Page, *, scripts: bool) -> list[str]:
    """Every rule that some page breaks, and every page that is wider than the screen."""
    wrong: list[str] = []
    for address in PUBLIC.values():
        reader.goto(address)
        reader.evaluate(UNFOLD)
        wrong += axe.violations(reader, scripts=scripts)
        if (overhang := reader.evaluate(OVERHANG)) > 0:
            wrong.append(f"{reader.url}: {overhang} pixels wider than the screen")
    return wrong


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
def test_no_page_breaks_a_rule_or_scrolls_sideways(reader: Page, scripts: bool, screen: ViewportSize) -> None:
    reader.set_viewport_size(screen)
    assert faults(reader, scripts=scripts) == []


@pytest.mark.parametrize("need", NEEDS.values(), ids=NEEDS)
def test_pages_hold_when_zoomed_and_in_colours_of_the_reader(new_context: CreateContextCallback, need: Need) -> None:
    assert faults(new_context(**need).new_page(), scripts=True) == []


def test_nothing_moves_for_those_who_ask_for_stillness(new_context: CreateContextCallback) -> None:
    page = new_context(reduced_motion="reduce").new_page()
    moving: list[str] = []
    for address in PUBLIC.values():
        page.goto(address)
        moving += page.evaluate(MOVING)
    assert moving == []


@pytest.mark.parametrize("address", PUBLIC.values(), ids=PUBLIC)
def test_a_page_is_named_and_laid_out_for_those_who_listen(page: Page, address: str) -> None:
    page.goto(address)
    assert page.title().endswith(" \N{EN DASH} Perspectives")
    levels = page.evaluate(LEVELS)
    assert levels.count(1) == 1
    assert all(level <= before + 1 for before, level in pairwise(levels)), levels
    for landmark in ("banner", "main", "contentinfo", "search"):
        expect(page.get_by_role(landmark)).to_have_count(1)
    for name in ("Main", "Footer"):
        expect(page.get_by_role("navigation", name=name)).to_have_count(1)


def test_no_two_pages_have_the_same_name(page: Page) -> None:
    names: dict[str, str] = {}
    for address in (address for address in PUBLIC.values() if "organisation=" not in address):
        page.goto(address)
        assert page.title() not in names, f"{address} and {names[page.title()]}"
        names[page.title()] = address


@pytest.mark.parametrize("address", ["/", "/search/?q=junior+doctors", "/interviews/sandeep-ranote-5bp/", "/nowhere/"])
def test_the_skip_link_leads_past_the_masthead(reader: Page, address: str) -> None:
    reader.goto(address)
    reader.keyboard.press("Tab")
    skip = reader.get_by_role("link", name="Skip to main content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    reader.keyboard.press("Enter")
    reader.keyboard.press("Tab")
    assert reader.evaluate(FOCUS_IN, "main")


def test_an_error_is_told_first_and_leads_to_what_is_wrong(reader: Page, scripts: bool) -> None:
    reader.goto(REFUSALS["search with errors"])
    assert reader.title().startswith("Error: ")
    summary = reader.locator(".nhsuk-error-summary")
    assert reader.evaluate(FOCUS_IN, ".nhsuk-error-summary") is scripts
    for link in summary.get_by_role("link").all():
        link.click()
        field = reader.locator(str(link.get_attribute("href")))
        expect(field).to_be_in_viewport()
        expect(reader.locator(f"{link.get_attribute('href')}-error")).to_contain_text(link.inner_text())
