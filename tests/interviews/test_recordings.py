"""Which files are taken for recordings, and how they are sent."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponseBase
from django.test import RequestFactory
from pytest_django import Settings

from interviews.models import Interview
from interviews.recordings import MEGABYTE, PART, SORTS, check, send, sort_of

BEGINNINGS = {
    ".mp4": b"\0\0\0\x20ftypisom",
    ".m4v": b"\0\0\0\x20ftypM4V ",
    ".m4a": b"\0\0\0\x20ftypM4A ",
    ".webm": b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x84webm",
    ".ogv": b"OggS\0",
    ".ogg": b"OggS\0",
    ".oga": b"OggS\0",
    ".opus": b"OggS\0",
    ".mp3": b"\xff\xfb\x90\x44",
    ".wav": b"RIFF\x24\n\0\0WAVEfmt ",
}
SOUND = bytes(range(256)) * 4


def refusal(name: str, content: bytes) -> str:
    with pytest.raises(ValidationError) as refused:
        check(SimpleUploadedFile(name, content))
    return "".join(refused.value.messages)


@pytest.mark.parametrize("ending", [ending for sort in SORTS for ending in sort.endings])
def test_what_browsers_play_is_taken(ending: str) -> None:
    upload = SimpleUploadedFile(f"Clock{ending.upper()}", BEGINNINGS[ending] + b"sound")
    check(upload)
    assert upload.read() == BEGINNINGS[ending] + b"sound"


def test_an_mp3_may_begin_with_its_title() -> None:
    check(SimpleUploadedFile("clock.mp3", b"ID3\x04\0sound"))


@pytest.mark.parametrize("name", ["clock.avi", "clock.mp4.exe", "clock", "mp4", "clock.svg", "clock.html"])
def test_another_sort_of_file_is_refused_with_those_that_are_taken(name: str) -> None:
    assert "Choose one that ends in mp4, m4v, webm" in refusal(name, BEGINNINGS[".mp4"])


@pytest.mark.parametrize("ending", BEGINNINGS)
@pytest.mark.parametrize("content", [b"x", b"<html><script>", b"MZ\x90\0", b"\x1aE\xdf\xa3matroska"])
def test_a_file_that_is_not_what_its_name_says_is_refused(ending: str, content: bytes) -> None:
    assert "Convert the recording rather than renaming it." in refusal(f"clock{ending}", content)


def test_too_big_a_file_is_refused_with_the_limit(settings: Settings) -> None:
    settings.MEDIA_MAX_MB = 1
    fits = BEGINNINGS[".mp4"].ljust(MEGABYTE, b"\0")
    check(SimpleUploadedFile("clock.mp4", fits))
    assert "at most 1 MB are held here" in refusal("clock.mp4", fits + b"\0")


@pytest.mark.parametrize(
    ("name", "content_type", "is_video"),
    [("recordings/clock.mp4", "video/mp4", True), ("a.OGA", "audio/ogg", False), ("a.wav", "audio/wav", False)],
)
def test_a_recording_is_known_by_its_ending(name: str, content_type: str, is_video: bool) -> None:
    sort = sort_of(name)
    assert sort
    assert (sort.content_type, sort.is_video) == (content_type, is_video)


@pytest.fixture
def interview() -> Iterator[Interview]:
    """One with a recording of 1,024 bytes, in no database."""
    made = Interview(slug="clock")
    made.media_file.save("Sound of a clock.MP3", ContentFile(SOUND), save=False)
    yield made
    made.media_file.storage.delete(str(made.media_file.name))


def answer(interview: Interview, method: str = "GET", **headers: str) -> HttpResponseBase:
    asked = {name.replace("_", "-"): value for name, value in headers.items()}
    return send(RequestFactory().generic(method, "/", headers=asked), interview.media_file)


def body(response: HttpResponseBase) -> bytes:
    return b"".join(response) if response.streaming else b""


def test_the_whole_is_sent_with_its_type_and_size(interview: Interview) -> None:
    response = answer(interview)
    assert response.status_code == 200
    assert body(response) == SOUND
    assert response.headers["Content-Type"] == "audio/mpeg"
    assert response.headers["Content-Length"] == "1024"
    assert response.headers["Accept-Ranges"] == "bytes"
    assert response.headers["Content-Disposition"] == 'inline; filename="clock.mp3"'


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-", 0, 1023),
        ("bytes=0-0", 0, 0),
        ("bytes=0-1", 0, 1),
        ("bytes=100-199", 100, 199),
        ("bytes=1000-", 1000, 1023),
        ("bytes=1000-99999", 1000, 1023),
        ("bytes=-24", 1000, 1023),
        ("bytes=-99999", 0, 1023),
        ("bytes = 5-6", 5, 6),
    ],
)
def test_a_part_is_sent(interview: Interview, asked: str, first: int, last: int) -> None:
    response = answer(interview, Range=asked)
    assert response.status_code == 206
    assert response.headers["Content-Range"] == f"bytes {first}-{last}/1024"
    assert response.headers["Content-Length"] == str(last - first + 1)
    assert body(response) == SOUND[first : last + 1]


@pytest.mark.parametrize("asked", ["bytes=1024-", "bytes=1024-2000", "bytes=999999999999999-", "bytes=-0"])
def test_a_part_that_is_not_there_is_refused_with_the_size(interview: Interview, asked: str) -> None:
    response = answer(interview, Range=asked)
    assert (response.status_code, response.headers["Content-Range"]) == (416, "bytes */1024")


@pytest.mark.parametrize(
    "asked", ["", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=9-5", "bytes=0-1,4-5", "lines=1-2", "bytes=--5"]
)
def test_what_is_no_single_range_is_answered_with_the_whole(interview: Interview, asked: str) -> None:
    response = answer(interview, Range=asked)
    assert response.status_code == 200
    assert body(response) == SOUND


def test_no_part_is_so_long_that_it_keeps_a_thread_busy(interview: Interview) -> None:
    held = interview.media_file
    with held.storage.open(str(held.name), "wb") as file:
        file.write(b"\0" * (PART + 10))
    asked = ["bytes=0-", f"bytes=0-{PART + 5}", f"bytes={PART}-"]
    sent = [answer(interview, Range=part).headers["Content-Range"] for part in asked]
    size = PART + 10
    assert sent == [f"bytes 0-{PART - 1}/{size}", f"bytes 0-{PART - 1}/{size}", f"bytes {PART}-{size - 1}/{size}"]
    assert len(body(answer(interview, Range="bytes=0-"))) == PART


def test_whoever_asks_for_the_head_gets_no_body(interview: Interview) -> None:
    for headers in ({}, {"Range": "bytes=0-9"}):
        response = answer(interview, "HEAD", **headers)
        assert (response.status_code, response.headers["Content-Length"], body(response)) == (200, "1024", b"")


def test_what_a_browser_has_already_is_not_sent_again(interview: Interview) -> None:
    first = answer(interview)
    for name, said in (("If_None_Match", "ETag"), ("If_Modified_Since", "Last-Modified")):
        again = answer(interview, **{name: first.headers[said]})
        assert (again.status_code, body(again), again.headers["ETag"]) == (304, b"", first.headers["ETag"])


def test_a_part_of_what_has_changed_since_is_answered_with_the_whole(interview: Interview) -> None:
    first = answer(interview)
    for said in ("ETag", "Last-Modified"):
        part = answer(interview, Range="bytes=0-9", If_Range=first.headers[said])
        assert part.status_code == 206
    for other in ('"other"', f"W/{first.headers['ETag']}", "Wed, 21 Oct 2015 07:28:00 GMT", "soon"):
        whole = answer(interview, Range="bytes=0-9", If_Range=other)
        assert (whole.status_code, body(whole)) == (200, SOUND)


@pytest.mark.django_db  # the end of an answer sees to the connection
def test_a_file_is_opened_only_to_be_read_and_then_closed(
    interview: Interview, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[BytesIO] = []

    def open_(name: str, mode: str = "rb") -> BytesIO:
        opened.append(BytesIO(SOUND))
        return opened[-1]

    monkeypatch.setattr(interview.media_file.storage, "open", open_)
    response = answer(interview)
    assert opened == []
    assert next(iter(response)) == SOUND
    response.close()
    assert [file.closed for file in opened] == [True]
