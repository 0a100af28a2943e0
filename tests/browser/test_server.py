"""The real server: what only gunicorn with the settings of make run can show."""

import contextlib
import http.client
import socket
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect


def ask(site_url: str, path: str, **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(urlsplit(site_url).netloc)
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    response.read()
    connection.close()
    return response


def test_pages_reach_a_browser_with_their_assets(page: Page) -> None:
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto("/about/")
    assert page.get_by_role("heading", level=1).is_visible()
    assert page.locator("link[rel=stylesheet]").evaluate("link => link.sheet.cssRules.length") > 0
    assert refused == []


def test_assets_are_hashed_compressed_and_kept_for_ever(site_url: str, page: Page) -> None:
    page.goto("/about/")
    address = page.locator("link[rel=stylesheet]").get_attribute("href")
    assert address is not None
    response = ask(site_url, address, **{"Accept-Encoding": "br"})
    assert response.headers["Content-Encoding"] == "br"
    assert "immutable" in response.headers["Cache-Control"]


@pytest.mark.parametrize("length", [9_000, 10_000_000])
def test_an_endless_address_is_too_long_and_no_fault_of_ours(site_url: str, length: int) -> None:
    with socket.create_connection(("127.0.0.1", urlsplit(site_url).port or 80)) as connection:
        with contextlib.suppress(OSError):  # the answer may come before all of the question is sent
            connection.sendall(b"GET /search/?q=" + b"a" * length + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert connection.recv(100).startswith(b"HTTP/1.1 414 ")


def test_an_error_shows_nothing_of_the_inside(site_url: str) -> None:
    connection = http.client.HTTPConnection(urlsplit(site_url).netloc)
    connection.request("GET", "/no-such-page/")
    response = connection.getresponse()
    body = response.read().decode()
    connection.close()
    assert response.status == 404
    assert "DEBUG" not in body
    assert "urlpatterns" not in body


def test_another_host_is_refused(site_url: str) -> None:
    assert ask(site_url, "/about/", Host="elsewhere.example.org").status == 400


def test_readers_get_no_cookie_and_every_protection(site_url: str) -> None:
    headers = ask(site_url, "/about/").headers
    assert "Set-Cookie" not in headers
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; ")
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_a_curator_can_sign_in(page: Page, curator: tuple[str, str]) -> None:
    page.goto("/admin/")
    page.get_by_label("Username").fill(curator[0])
    page.get_by_label("Password").fill(curator[1])
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("button", name="Log out")).to_be_visible()


def test_nobody_is_believed_who_says_that_a_request_came_by_https(site_url: str) -> None:
    connection = http.client.HTTPConnection(urlsplit(site_url).netloc)
    connection.request("GET", "/robots.txt", headers={"X-Forwarded-Proto": "https"})
    assert b"Sitemap: http://" in connection.getresponse().read()
    connection.close()
