"""A real browser on the real site: `page` opens its addresses, `reader` without scripts too, `curator` can sign in."""

import secrets
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Playwright
from pytest_playwright.pytest_playwright import CreateContextCallback

from tests.browser import chromium, site

QUIET = (
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def curator() -> tuple[str, str]:
    """Return the name and the password of somebody who may do everything in the admin."""
    return "curator", secrets.token_urlsafe(12)


@pytest.fixture(scope="session")
def site_url(curator: tuple[str, str], worker_id: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the starter collection once for every process that runs tests."""
    directory = tmp_path_factory.mktemp("site")
    with (
        site.database(f"test_browser_{worker_id}") as database_url,
        site.serving(database_url, curator[1], directory) as url,
    ):
        yield url


@pytest.fixture(scope="session")
def base_url(site_url: str) -> str:
    """Let tests open pages by path: `page.goto("/search/")`."""
    return site_url


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object], playwright: Playwright) -> dict[str, object]:
    """Start the machine's browser, which speaks to nobody but the site."""
    found = chromium.executable(playwright)
    if found is None:
        pytest.fail("There is no browser: make chromium installs one.")
    return {**browser_type_launch_args, "executable_path": found, "args": [*QUIET]}


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def scripts(request: pytest.FixtureRequest) -> bool:
    """Whether the reader's browser runs scripts."""
    return bool(request.param)


@pytest.fixture
def reader(new_context: CreateContextCallback, scripts: bool) -> Page:
    """Open a browser for somebody who reads, once with scripts and once without."""
    return new_context(java_script_enabled=scripts).new_page()
