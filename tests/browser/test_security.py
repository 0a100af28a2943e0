"""What a browser is made to do for a reader: nothing blocked, nothing asked of others, nothing kept."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page

from tests.browser.pages import PUBLIC, SIGN_IN

TELL_WHAT_IS_BLOCKED = """
addEventListener("securitypolicyviolation", event =>
  console.error(`blocked by ${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`))
"""
KEPT = "Object.keys(localStorage).length + Object.keys(sessionStorage).length"


@pytest.fixture
def complaints(context: BrowserContext) -> list[str]:
    """What the browser complains of, apart from the page itself being refused, which the console tells too."""
    heard: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        where = message.page.url if message.page else ""
        is_refusal = message.text.startswith("Failed to load resource") and message.location["url"] == where
        if message.type in {"error", "warning"} and not is_refusal:
            heard.append(f"{where}: {message.text}")

    context.add_init_script(TELL_WHAT_IS_BLOCKED)
    context.on("console", listen)
    context.on("weberror", lambda error: heard.append(str(error.error)))
    return heard


def test_every_page_states_a_policy_that_blocks_nothing_of_it(page: Page, complaints: list[str]) -> None:
    for address in (PUBLIC | SIGN_IN).values():
        answer = page.goto(address)
        assert answer
        assert answer.headers["content-security-policy"].startswith("default-src 'none'; "), address
    page.goto(PUBLIC["home"])  # by now the last of them has had its say
    assert complaints == []


def test_what_the_policy_blocks_is_heard(page: Page, complaints: list[str]) -> None:
    page.goto("/about/")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=\"https://elsewhere.example/dot.gif\">')")
    with page.expect_console_message(lambda message: "blocked by style-src-attr" in message.text):
        page.evaluate("document.body.setAttribute('style', 'color: red')")
    assert any("blocked by img-src" in complaint for complaint in complaints)


def test_a_reader_is_sent_to_no_other_site_and_nothing_is_kept(page: Page, context: BrowserContext) -> None:
    hosts: set[str] = set()
    context.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    for address in PUBLIC.values():
        page.goto(address)
    assert hosts == {urlsplit(page.url).netloc}
    assert context.cookies() == []
    assert page.evaluate(KEPT) == 0


def test_only_a_page_that_signs_in_sets_a_cookie(page: Page, context: BrowserContext) -> None:
    page.goto(SIGN_IN["sign in"])
    cookies = context.cookies()
    assert [cookie["name"] for cookie in cookies] == ["csrftoken"]
    assert all(cookie["httpOnly"] and cookie["sameSite"] == "Lax" for cookie in cookies)
