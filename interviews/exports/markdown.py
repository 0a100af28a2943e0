"""A briefing as Markdown, in which nothing that anybody wrote is taken for markup."""

import re
from collections.abc import Iterator

from django.utils.encoding import iri_to_uri

from interviews.presenters.briefing import Point, Sheet, Source

CONTENT_TYPE = "text/markdown; charset=utf-8"

_ANYWHERE = re.compile(r"([\\`*_\[\]<>|~&$])")
_AT_THE_START = re.compile(r"^([#+\-=:]|\d+(?=[.)]))")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def document(sheet: Sheet) -> bytes:
    """The whole of it, in UTF-8."""
    return ("\n\n".join(_blocks(sheet)) + "\n").encode(errors="replace")


def plain(text: str) -> str:
    """The text on one line, every sign that could mean something escaped."""
    line = _ANYWHERE.sub(r"\\\1", " ".join(_CONTROL.sub(" ", text).split()))
    return _AT_THE_START.sub(lambda start: _escaped_start(start[1]), line)


def _escaped_start(sign: str) -> str:
    """A sign that begins a heading or a list only at the start; after a number, the sign behind it does."""
    return f"{sign}\\" if sign.isdigit() else f"\\{sign}"


def _blocks(sheet: Sheet) -> Iterator[str]:
    yield f"# {plain(sheet.title)}"
    yield from (plain(line) for line in sheet.briefing.note.splitlines() if line.strip())
    if sheet.notice:
        yield f"*{sheet.notice}*"
    for group in sheet.groups:
        yield f"## {plain(group.heading) or 'Statements'}"
        for point in group.points:
            yield from _point(point)
    yield "## Sources"
    yield "\n".join(_source(source) for source in sheet.sources)
    yield f"This briefing is at {_link(sheet.url)}"


def _point(point: Point) -> Iterator[str]:
    yield f"### {plain(point.heading)}"
    yield f"> {plain(point.words)}" if point.statement.is_verbatim else plain(point.words)
    yield (
        f"{plain(point.credits)}. {plain(point.source.age)} {point.whose_words}. "
        f"Source {point.source.number}. {_link(point.url)}"
    )


def _source(source: Source) -> str:
    interview = source.interview
    return (
        f"{source.number}. {plain(source.credits)}: {plain(interview.title)}. {plain(interview.publisher)}. "
        f"{plain(source.age)} {_link(source.url)} from {_link(interview.source_url)}"
    )


def _link(url: str) -> str:
    """An address that is a link, whatever signs it holds."""
    return f"<{iri_to_uri(url).replace('<', '%3C').replace('>', '%3E').replace(' ', '%20')}>"
