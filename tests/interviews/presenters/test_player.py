"""Where a recording can be had, in words."""

import pytest

from interviews.models import Format, Interview
from interviews.presenters.player import player
from interviews.presenters.transcript import transcript


@pytest.mark.parametrize(
    ("url", "form", "label"),
    [
        ("https://www.youtube.com/watch?v=1", Format.VIDEO, "Watch it at YouTube"),
        ("https://youtu.be/1", Format.VIDEO, "Watch it at YouTube"),
        ("https://player.vimeo.com/1", Format.VIDEO, "Watch it at Vimeo"),
        ("https://notvimeo.com/1", Format.EVENT, "Watch or listen to it at notvimeo.com"),
        ("https://open.spotify.com/1", Format.AUDIO, "Listen to it at Spotify"),
        ("https://www.gazette.example/1", Format.TEXT, "Watch or listen to it at gazette.example"),
    ],
)
def test_a_recording_elsewhere_is_named_by_where_it_is(url: str, form: Format, label: str) -> None:
    made = player(Interview(slug="clock", format=form, media_url=url), transcript([], "75"))
    assert (made.url, made.elsewhere, made.elsewhere_label) == ("", url, label)


def test_a_recording_here_opens_at_the_moment_and_has_no_captions_without_times() -> None:
    made = player(Interview(slug="clock", media_file="recordings/clock.mp4"), transcript([], "75"))
    assert (made.url, made.is_video, made.track) == ("/interviews/clock/recording#t=75", True, None)
