"""Pages are light: what a first view of one brings, with nothing kept from before, and what of it is our script."""

import json

import pytest
from django.conf import settings
from playwright.sync_api import Page, Request

from tests.browser.pages import PUBLIC

FIRST_VIEW = 100_000  # bytes of all answers with their headers, as they come over the wire
OUR_SCRIPT = 15_000  # bytes of assets/**.js in the built script: minified, not compressed, without the library


@pytest.mark.parametrize("name", ["home", "search", "search with results", "interview"])
def test_a_first_view_is_light(page: Page, name: str) -> None:
    asked: dict[str, Request] = {}
    page.on("requestfinished", lambda request: asked.update({request.url: request}))
    page.goto(PUBLIC[name], wait_until="networkidle")
    sizes = {url: request.sizes() for url, request in asked.items()}
    weights = {url: size["responseHeadersSize"] + size["responseBodySize"] for url, size in sizes.items()}
    assert any(url.endswith(".css") for url in weights)
    assert any(url.endswith(".js") for url in weights)
    assert sum(weights.values()) <= FIRST_VIEW, weights


def test_our_script_is_small() -> None:
    built = json.loads((settings.BASE_DIR / "build/scripts.json").read_text())
    inputs = built["outputs"]["build/static/site.js"]["inputs"]
    ours = {name: of["bytesInOutput"] for name, of in inputs.items() if name.startswith("assets/")}
    assert ours
    assert sum(ours.values()) <= OUR_SCRIPT, ours
