"""Recordings and captions reach readers while their interview is published, and nobody otherwise."""

from collections.abc import Iterator

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client

from interviews.models import Interview
from tests.factories import InterviewFactory, PassageFactory
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
FILES = ["recording", "captions.vtt"]


@pytest.fixture
def name() -> Iterator[str]:
    """The name of a recording that is held: “tick tock”."""
    name = default_storage.save("recordings/clock.mp3", ContentFile(b"tick tock"))
    yield name
    default_storage.delete(name)


@pytest.fixture
def interview(name: str) -> Interview:
    """One with that recording and captions."""
    made = InterviewFactory(slug="clock", media_file=name)
    PassageFactory(interview=made, start=1, text="Tick, tock.")
    return made


def test_the_recording_is_sent(client: Client, interview: Interview) -> None:
    response = client.get("/interviews/clock/recording")
    assert b"".join(response) == b"tick tock"
    part = client.get("/interviews/clock/recording", headers={"range": "bytes=5-8"})
    assert (part.status_code, b"".join(part)) == (206, b"tock")
    assert client.head("/interviews/clock/recording").headers["Content-Length"] == "9"


def test_the_captions_are_sent(client: Client, interview: Interview) -> None:
    response = client.get("/interviews/clock/captions.vtt")
    assert response.headers["Content-Type"] == "text/vtt; charset=utf-8"
    assert response.text.startswith("WEBVTT\n\npassage-1\n00:00:01.000 --> ")


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("state", ["draft", "in_review", "withdrawn"])
def test_nothing_is_sent_of_what_is_not_published(client: Client, interview: Interview, file: str, state: str) -> None:
    Interview.objects.filter(pk=interview.pk).update(state=state)
    for headers in ({}, {"range": "bytes=0-"}, {"if-none-match": "*"}):
        assert client.get(f"/interviews/clock/{file}", headers=headers).status_code == 404


@pytest.mark.parametrize("file", FILES)
def test_a_former_address_leads_to_the_one_of_today(client: Client, interview: Interview, file: str) -> None:
    for slug in ("moved", "moved-again"):
        interview.slug = slug
        interview.save()
    for old in ("clock", "moved"):
        response = client.get(f"/interviews/{old}/{file}")
        assert (response.status_code, response.headers["Location"]) == (301, f"/interviews/moved-again/{file}")


@pytest.mark.parametrize("file", FILES)
def test_what_is_not_there_is_not_found(client: Client, file: str) -> None:
    PassageFactory(interview=InterviewFactory(slug="clock"))
    assert client.get(f"/interviews/clock/{file}").status_code == 404
    assert client.get(f"/interviews/nowhere/{file}").status_code == 404


def test_a_recording_whose_file_is_lost_is_not_found(client: Client) -> None:
    InterviewFactory(slug="clock", media_file="recordings/lost.mp3")
    assert client.get("/interviews/clock/recording").status_code == 404
    assert client.get("/interviews/clock/").status_code == 200


@pytest.mark.parametrize("file", FILES)
def test_a_file_can_only_be_read(client: Client, interview: Interview, file: str) -> None:
    assert client.post(f"/interviews/clock/{file}").status_code == 405


def test_captions_cost_two_queries_however_long_they_are(client: Client, interview: Interview) -> None:
    few = count_queries(client, "/interviews/clock/captions.vtt")
    for _ in range(30):
        PassageFactory(interview=interview, start=2, speaker=interview.speakers.get())
    assert (few, count_queries(client, "/interviews/clock/captions.vtt")) == (2, 2)
