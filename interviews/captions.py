"""Captions in WebVTT, written from the turns of a transcript (https://www.w3.org/TR/webvtt1/)."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from interviews.models import Passage

CONTENT_TYPE = "text/vtt; charset=utf-8"
_WORDS_A_SECOND = Decimal("2.5")
_LEAST = Decimal(2)
"""Seconds; nobody reads a caption in less."""


def webvtt(passages: Iterable[Passage]) -> str:
    """The captions file: a cue for each passage with a start, in the order of time; the others have no place in it."""
    timed = sorted(((passage.start, passage) for passage in passages if passage.start is not None), key=_in_time)
    return "\n\n".join(["WEBVTT", *_cues(timed)]) + "\n"


def _in_time(timed: tuple[Decimal, Passage]) -> tuple[Decimal, int]:
    start, passage = timed
    return start, passage.position


def _cues(timed: Sequence[tuple[Decimal, Passage]]) -> Iterator[str]:
    for number, (start, passage) in enumerate(timed, start=1):
        after = next((later for later, _ in timed[number:] if later > start), None)
        said = "\n".join(_lines(passage.text))
        voice = " ".join(_lines(passage.who))
        spoken = f"<v {voice}>{said}" if voice else said
        yield f"{passage.anchor}\n{_time(start)} --> {_time(_end(start, passage, after))}\n{spoken}"


def _end(start: Decimal, passage: Passage, after: Decimal | None) -> Decimal:
    """Its own end, else the start of the next, else as long as it takes to say; a cue must last."""
    if passage.end is not None and passage.end > start:
        return passage.end
    return after or start + max(_LEAST, len(passage.text.split()) / _WORDS_A_SECOND)


def _lines(text: str) -> Iterator[str]:
    """Its lines, escaped, without empty ones: an empty line would end the cue."""
    for line in text.splitlines():
        if words := " ".join(line.split()):
            yield words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _time(seconds: Decimal) -> str:
    """`01:02:03.450`."""
    thousandths = int(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"
