"""From the transcript to the moment: with the mouse or by keyboard, with scripts or without, in 50 MB of sound."""

import contextlib
import http.client
import os
import re
import subprocess
import sys
import wave
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Locator, Page, expect

from interviews.recordings import MEGABYTE, PART
from tests.browser import axe, site, vnu

SECONDS, RATE = 600, 44_100
PATH = "/interviews/clock/"
# Six turns, a minute and a half apart.
MAKE = """
from tests.factories import InterviewFactory, PassageFactory
clock = InterviewFactory(
    slug="clock", title="How the clock was mended", format="audio", speaker__role__leader__name="Bea Hive"
)
for number in range(6):
    PassageFactory(
        interview=clock,
        start=number * 90,
        heading="" if number % 2 else f"Part {number // 2 + 1}",
        voice="" if number % 2 else "Interviewer",
        speaker=clock.speakers.get() if number % 2 else None,
        text="It was slow, and nobody owned it. " * 40,
    )
"""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten minutes of silence with a tick every second: more than 50 MB."""
    path = tmp_path_factory.mktemp("sound") / "Ten minutes.WAV"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        for _ in range(SECONDS):
            file.writeframes(b"\xff\x3f" * 100 + b"\0\0" * (RATE - 100))
    assert path.stat().st_size > 50 * MEGABYTE
    return path


@pytest.fixture(scope="module")
def clock_url(
    worker_id: str,
    tmp_path_factory: pytest.TempPathFactory,
    browser: Browser,
    sound: Path,
    curator: tuple[str, str],
) -> Iterator[str]:
    """A site of its own with a made-up interview, to which a curator has added the recording: the page's address."""
    directory = tmp_path_factory.mktemp("site")
    with (
        site.database(f"test_player_{worker_id}") as database_url,
        site.serving(database_url, curator[1], directory) as url,
    ):
        environment = os.environ | {"DATABASE_URL": database_url, "TRIAL": "on", "VAR": str(directory)}
        command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", MAKE]
        subprocess.run(command, cwd=settings.BASE_DIR, env=environment, check=True)
        with contextlib.closing(browser.new_page(base_url=url)) as desk:
            _upload(desk, sound, curator)
        yield f"{url}{PATH}"


def _upload(desk: Page, sound: Path, curator: tuple[str, str]) -> None:
    desk.goto("/admin/interviews/interview/?q=mended")
    desk.get_by_label("Username").fill(curator[0])
    desk.get_by_label("Password").fill(curator[1])
    desk.get_by_role("button", name="Log in").click()
    desk.get_by_role("link", name="How the clock was mended").click()
    desk.get_by_label("Recording:").set_input_files(sound)
    desk.get_by_role("button", name="Save and continue editing").click()
    expect(desk.get_by_text("was changed successfully")).to_be_visible()
    expect(desk.get_by_role("link", name="recordings/clock.wav")).to_be_visible()


def turn(page: Page, number: int) -> Locator:
    return page.locator(f"#passage-{number}")


def time_of(page: Page, number: int) -> Locator:
    return turn(page, number).get_by_role("link", name=re.compile(r"^Play from \d+:\d\d$"))


def press_tab_to(page: Page, place: Locator) -> None:
    for _ in range(80):
        page.keyboard.press("Tab")
        if place.evaluate("it => it === document.activeElement"):
            return
    pytest.fail(f"Eighty steps do not lead to {place}")


def test_a_keyboard_leads_from_the_transcript_to_the_moment(reader: Page, scripts: bool, clock_url: str) -> None:
    reader.goto(clock_url)
    contents = reader.get_by_role("navigation", name="Parts of the transcript")
    press_tab_to(reader, contents.get_by_role("link", name="Part 3"))
    reader.keyboard.press("Enter")
    expect(reader.get_by_role("heading", name="Part 3")).to_be_in_viewport()
    press_tab_to(reader, time_of(reader, 6))
    reader.keyboard.press("Enter")
    expect(reader).to_have_url(f"{clock_url}?t=450#passage-6")
    expect(turn(reader, 6)).to_have_attribute("aria-current", "true")
    expect(turn(reader, 6)).to_be_in_viewport()
    expect(reader.locator(".turn[aria-current]")).to_have_count(1)
    recording = reader.locator("audio")
    if scripts:
        expect(time_of(reader, 6)).to_be_focused()
        expect(recording).to_have_js_property("paused", False)
        assert recording.evaluate("it => it.currentTime") >= 450
    else:
        ready = reader.get_by_role("link", name="Go to the recording, ready to play from here")
        press_tab_to(reader, ready)
        reader.keyboard.press("Enter")
        expect(recording).to_be_in_viewport()
        expect(recording).to_have_js_property("currentTime", 450)
        expect(recording).to_have_js_property("paused", True)


def test_an_address_opens_at_its_moment(reader: Page, scripts: bool, clock_url: str) -> None:
    reader.goto(f"{clock_url}?t=275")
    expect(reader.locator("audio")).to_have_js_property("currentTime", 275)
    expect(turn(reader, 4)).to_have_attribute("aria-current", "true")
    if scripts:
        expect(turn(reader, 4)).to_be_in_viewport()
    else:
        reader.get_by_role("link", name="Read what is said then").click()
        expect(turn(reader, 4)).to_be_in_viewport()


def test_what_is_played_is_marked_and_only_what_is_needed_is_fetched(page: Page, clock_url: str) -> None:
    fetched: list[tuple[int, int]] = []

    def note(status: int, part: str) -> None:
        if found := re.fullmatch(r"bytes (\d+)-(\d+)/\d+", part):
            assert status == 206
            fetched.append((int(found[1]), int(found[2])))

    page.on("response", lambda response: note(response.status, response.headers.get("content-range", "")))
    page.goto(clock_url)
    expect(page.locator("audio")).to_have_js_property("duration", SECONDS)
    for number in (6, 2, 4):
        time_of(page, number).click()
        expect(turn(page, number)).to_have_attribute("aria-current", "true")
        expect(page.locator(".turn[aria-current]")).to_have_count(1)
        assert page.locator("audio").evaluate("it => it.currentTime") >= (number - 1) * 90
    at_450_seconds = 450 * RATE * 2
    assert any(first > at_450_seconds - MEGABYTE for first, _ in fetched)
    assert all(last - first < PART for first, last in fetched)
    # Playing goes on by itself past the end of a turn.
    page.locator("audio").evaluate("it => { it.currentTime = 359.5 }")
    expect(turn(page, 5)).to_have_attribute("aria-current", "true")


def test_a_click_that_asks_for_another_window_gets_one(page: Page, clock_url: str) -> None:
    page.goto(clock_url)
    with page.context.expect_page() as opened:
        time_of(page, 3).click(modifiers=["ControlOrMeta"])
    expect(opened.value).to_have_url(f"{clock_url}?t=180#passage-3")
    expect(page.locator("audio")).to_have_js_property("paused", True)


def test_any_part_of_fifty_megabytes_is_served(clock_url: str, sound: Path) -> None:
    content = sound.read_bytes()

    def ask(asked: str) -> tuple[int, str | None, bytes]:
        connection = http.client.HTTPConnection(urlsplit(clock_url).netloc)
        connection.request("GET", f"{PATH}recording", headers={"Range": asked} if asked else {})
        response = connection.getresponse()
        with contextlib.closing(connection):
            return response.status, response.headers["Content-Range"], response.read()

    size = len(content)
    assert ask("") == (200, None, content)
    assert ask("bytes=0-") == (206, f"bytes 0-{PART - 1}/{size}", content[:PART])
    assert ask("bytes=52000000-52000099") == (206, f"bytes 52000000-52000099/{size}", content[52_000_000:52_000_100])
    assert ask("bytes=-5") == (206, f"bytes {size - 5}-{size - 1}/{size}", content[-5:])
    assert ask(f"bytes={size}-")[:2] == (416, f"bytes */{size}")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_is_accessible_and_nothing_of_it_is_blocked(
    reader: Page, scripts: bool, clock_url: str, width: int
) -> None:
    heard: list[str] = []
    reader.on("console", lambda message: heard.append(message.text))
    reader.set_viewport_size({"width": width, "height": 800})
    reader.goto(f"{clock_url}?t=100#passage-2")
    expect(reader.locator("audio")).to_have_js_property("duration", SECONDS)
    assert heard == []
    assert axe.violations(reader, scripts=scripts) == []
    assert reader.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_the_html_checker_finds_nothing(page: Page, clock_url: str, tmp_path: Path) -> None:
    files = [tmp_path / "recording.html", tmp_path / "moment.html"]
    for file, address in zip(files, [clock_url, f"{clock_url}?t=95"], strict=True):
        file.write_bytes(page.request.get(address).body())
    assert vnu.faults(files) == []
