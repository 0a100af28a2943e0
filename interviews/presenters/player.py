"""How the recording of an interview can be heard or seen: here, elsewhere, or both."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.urls import reverse

from interviews.models import Format, Interview
from interviews.presenters.facts import language_name
from interviews.presenters.transcript import Transcript
from interviews.recordings import sort_of

_NAMES = {
    "youtube.com": "YouTube",
    "youtu.be": "YouTube",
    "vimeo.com": "Vimeo",
    "soundcloud.com": "SoundCloud",
    "spotify.com": "Spotify",
    "podcasts.apple.com": "Apple Podcasts",
}
_VERBS = {Format.VIDEO: "Watch", Format.AUDIO: "Listen to", Format.EVENT: "Watch or listen to"}


@dataclass(frozen=True, slots=True)
class Track:
    """Captions, and the language they are in."""

    url: str
    language: str
    label: str


@dataclass(frozen=True, slots=True)
class Player:
    """A recording held here (`url`; empty if none), and where else it can be had (`elsewhere`; empty if nowhere).

    `url` opens at the moment asked for, by itself: a media fragment (https://www.w3.org/TR/media-frags/).
    """

    url: str
    is_video: bool
    track: Track | None
    elsewhere: str
    elsewhere_label: str


def player(interview: Interview, transcript: Transcript) -> Player:
    """The ways to its recording."""
    held = interview.media_file
    moment = "" if transcript.moment is None else f"#t={transcript.moment}"
    sort = sort_of(str(held.name)) if held else None
    return Player(
        url=reverse("interviews:recording", args=[interview.slug]) + moment if sort else "",
        is_video=sort is not None and sort.is_video,
        track=_track(interview) if sort and transcript.is_timed else None,
        elsewhere=interview.media_url,
        elsewhere_label=_label(interview) if interview.media_url else "",
    )


def _track(interview: Interview) -> Track:
    url = reverse("interviews:captions", args=[interview.slug])
    return Track(url, interview.language, language_name(interview.language))


def _label(interview: Interview) -> str:
    """“Watch it at YouTube”."""
    host = (urlsplit(interview.media_url).hostname or "").removeprefix("www.")
    name = next((name for ending, name in _NAMES.items() if f".{host}".endswith(f".{ending}")), host)
    return f"{_VERBS.get(Format(interview.format), 'Watch or listen to')} it at {name}"
