"""Recordings held by the site: which files may be one, and how they are sent, as a whole or in part."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.db.models.fields.files import FieldFile
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, parse_http_date_safe, quote_etag
from django.utils.text import get_text_list

MEGABYTE = 1024 * 1024
PART = 2 * MEGABYTE
"""At most so much answers a request for a part.

Players ask for all that is left, take it as slowly as they play it, and stop taking it when they are paused: a thread
of ours would be theirs all the while. Given less, they ask again for the rest when they need it (RFC 9110, 15.3.7).
"""
_PIECE = 64 * 1024
_HEAD = 64
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of file that browsers play: how its name ends, what it is called, and how it begins."""

    endings: tuple[str, ...]
    content_type: str
    beginning: re.Pattern[bytes]

    @property
    def is_video(self) -> bool:
        """Whether there may be something to see."""
        return self.content_type.startswith("video/")


_MPEG_4 = re.compile(rb".{4}ftyp", re.DOTALL)
_WEBM = re.compile(rb"\x1aE\xdf\xa3.*webm", re.DOTALL)
_OGG = re.compile(rb"OggS")
SORTS = [
    Sort((".mp4", ".m4v"), "video/mp4", _MPEG_4),
    Sort((".webm",), "video/webm", _WEBM),
    Sort((".ogv",), "video/ogg", _OGG),
    Sort((".mp3",), "audio/mpeg", re.compile(rb"ID3|\xff[\xe0-\xff]")),
    Sort((".m4a",), "audio/mp4", _MPEG_4),
    Sort((".ogg", ".oga", ".opus"), "audio/ogg", _OGG),
    Sort((".wav",), "audio/wav", re.compile(rb"RIFF.{4}WAVE", re.DOTALL)),
]
_BY_ENDING = {ending: sort for sort in SORTS for ending in sort.endings}
ENDINGS = list(_BY_ENDING)
ENDINGS_IN_WORDS = get_text_list([ending.removeprefix(".") for ending in ENDINGS], "or")


def sort_of(name: str) -> Sort | None:
    """What sort of recording a file of this name is, if any."""
    return _BY_ENDING.get(PurePath(name).suffix.lower())


def check(upload: "File[bytes]") -> None:
    """Refuse a file that is no recording that browsers play, or too big a one, with what to do instead."""
    sort = sort_of(upload.name or "")
    if sort is None:
        raise ValidationError(
            f"Browsers do not play this sort of file everywhere. Choose one that ends in {ENDINGS_IN_WORDS}.",
            code="recording_ending",
        )
    if upload.size > settings.MEDIA_MAX_MB * MEGABYTE:
        raise ValidationError(
            f"This file has {upload.size / MEGABYTE:.0f} MB, and at most {settings.MEDIA_MAX_MB} MB are held here. "
            "Make it smaller, or give the address of the recording instead.",
            code="recording_size",
        )
    upload.seek(0)
    head = upload.read(_HEAD)
    upload.seek(0)
    if not sort.beginning.match(head):
        raise ValidationError(
            f"What is in this file is not {sort.content_type}, though its name says so. "
            "Convert the recording rather than renaming it.",
            code="recording_content",
        )


def send(request: HttpRequest, recording: FieldFile) -> HttpResponseBase:
    """The recording, or the part of it that is asked for; raises FileNotFoundError where it is not held any more."""
    storage, name = recording.storage, str(recording.name)
    size, modified = storage.size(name), int(storage.get_modified_time(name).timestamp())
    etag = quote_etag(f"{modified:x}-{size:x}")
    sort = sort_of(name)
    headers = {
        "Accept-Ranges": "bytes",
        "Cache-Control": "no-cache",  # kept, but asked for again: it may have been withdrawn
        "Content-Disposition": f'inline; filename="{PurePath(name).name}"',
        "Content-Type": sort.content_type if sort else "application/octet-stream",
        "ETag": etag,
        "Last-Modified": http_date(modified),
    }
    unchanged = get_conditional_response(request, etag=etag, last_modified=modified)
    if unchanged is not None:
        for name in ("Cache-Control", "ETag", "Last-Modified"):
            unchanged.headers[name] = headers[name]
        return unchanged
    first, last, status = 0, size - 1, 200
    asked = _part(request, etag, modified, size)
    if asked is not None:
        first, last = asked
        last = min(last, first + PART - 1)
        if first > last:
            return HttpResponse(status=416, headers={"Accept-Ranges": "bytes", "Content-Range": f"bytes */{size}"})
        headers["Content-Range"] = f"bytes {first}-{last}/{size}"
        status = 206
    headers["Content-Length"] = str(last - first + 1)
    if request.method == "HEAD":
        return HttpResponse(status=status, headers=headers)
    return StreamingHttpResponse(_pieces(recording, first, last), status=status, headers=headers)


def _part(request: HttpRequest, etag: str, modified: int, size: int) -> tuple[int, int] | None:
    """First and last byte of the one range asked for; the first is the greater where there is no such part.

    Nothing where the whole is asked for, several ranges are, or a range of what has changed since: then the whole
    answers, as RFC 9110 allows or demands.
    """
    asked = _RANGE.fullmatch(request.headers.get("Range", "").replace(" ", ""))
    if request.method != "GET" or asked is None or not any(asked.groups()):
        return None
    only_if = request.headers.get("If-Range")
    if only_if is not None and only_if != etag and parse_http_date_safe(only_if) != modified:
        return None
    first, last = asked.groups()
    if not first:
        return (max(size - int(last), 0), size - 1) if int(last) else (size, size - 1)
    if not last:
        return int(first), size - 1
    return None if int(last) < int(first) else (int(first), min(int(last), size - 1))


def _pieces(recording: FieldFile, first: int, last: int) -> Iterator[bytes]:
    """The bytes from first to last, a little at a time, however big the file is."""
    with recording.storage.open(str(recording.name)) as file:
        file.seek(first)
        left = last - first + 1
        while left > 0 and (piece := file.read(min(left, _PIECE))):
            left -= len(piece)
            yield piece
