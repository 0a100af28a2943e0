"""The recording of an interview in the admin."""

from collections.abc import Iterator

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks

from interviews.models import Interview
from tests.admin_page import AdminForm, url
from tests.factories import InterviewFactory

pytestmark = pytest.mark.django_db
MP3 = b"ID3\x04tick tock"


def held() -> list[str]:
    """The names of all files that are held."""
    folders, _ = default_storage.listdir("")
    return sorted(default_storage.listdir("recordings")[1]) if "recordings" in folders else []


@pytest.fixture(autouse=True)
def _no_files() -> Iterator[None]:
    for name in held():
        default_storage.delete(f"recordings/{name}")
    yield
    for name in held():
        default_storage.delete(f"recordings/{name}")


@pytest.fixture
def interview() -> Interview:
    """One with a recording that is held here."""
    name = default_storage.save("recordings/clock.mp3", ContentFile(MP3))
    return InterviewFactory(slug="clock", media_file=name, draft=True)


def form(client: Client, interview: Interview, **files: SimpleUploadedFile) -> AdminForm:
    """The page of the interview with these files chosen; what a browser sends back of a file that is held is none."""
    page = AdminForm(client, url(interview))
    page.values.pop("media_file", None)
    page.values |= files  # type: ignore[arg-type]  # sent along with the values
    return page


def test_an_upload_is_kept_under_the_slug(admin_client: Client) -> None:
    interview = InterviewFactory(slug="clock", draft=True)
    form(admin_client, interview, media_file=SimpleUploadedFile("Sound of a CLOCK.MP3", MP3)).save()
    interview.refresh_from_db()
    assert interview.media_file.name == "recordings/clock.mp3"
    assert interview.media_file.read() == MP3


def test_a_wrong_file_is_refused_with_a_reason_and_nothing_is_kept(admin_client: Client) -> None:
    interview = InterviewFactory(draft=True)
    page = form(admin_client, interview, media_file=SimpleUploadedFile("clock.mp3", b"<html>"))
    (error,) = page.errors()
    assert error.startswith("What is in this file is not audio/mpeg")
    assert held() == []


def test_saving_without_choosing_a_file_keeps_what_is_held(admin_client: Client, interview: Interview) -> None:
    form(admin_client, interview).fill(title="Another title").save()
    interview.refresh_from_db()
    assert interview.media_file.name == "recordings/clock.mp3"


def test_a_file_that_is_replaced_is_deleted(
    admin_client: Client, interview: Interview, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    page = form(admin_client, interview, media_file=SimpleUploadedFile("clock.ogg", b"OggS tock"))
    with django_capture_on_commit_callbacks(execute=True):
        page.save()
    assert held() == ["clock.ogg"]


def test_a_file_that_is_replaced_by_one_of_its_sort_is_deleted(
    admin_client: Client, interview: Interview, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    page = form(admin_client, interview, media_file=SimpleUploadedFile("clock.mp3", MP3 + b" tick"))
    with django_capture_on_commit_callbacks(execute=True):
        page.save()
    interview.refresh_from_db()
    assert interview.media_file.read() == MP3 + b" tick"
    assert [f"recordings/{name}" for name in held()] == [interview.media_file.name]


def test_a_file_that_is_cleared_or_whose_interview_is_deleted_is_deleted(
    admin_client: Client, interview: Interview, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    other = InterviewFactory(draft=True, media_file=default_storage.save("recordings/other.mp3", ContentFile(MP3)))
    third = InterviewFactory(draft=True, media_file=default_storage.save("recordings/third.mp3", ContentFile(MP3)))
    with django_capture_on_commit_callbacks(execute=True):
        page = form(admin_client, interview)
        page.values["media_file-clear"] = "on"
        page.save()
        assert held() == ["clock.mp3", "other.mp3", "third.mp3"]
    assert held() == ["other.mp3", "third.mp3"]
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(url(other, "delete"), {"post": "yes"})
        chosen = {"action": "delete_selected", "_selected_action": str(third.pk), "post": "yes"}
        admin_client.post(url(Interview, "changelist"), chosen)
    assert held() == []


def test_a_file_that_another_interview_has_too_stays(
    admin_client: Client, interview: Interview, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    InterviewFactory(media_file=interview.media_file.name)
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(url(interview, "delete"), {"post": "yes"})
    assert held() == ["clock.mp3"]


def test_a_curator_hears_it_before_it_is_published_and_nobody_else_does(
    admin_client: Client, client: Client, interview: Interview
) -> None:
    place = reverse("admin:interviews_interview_recording", args=[interview.pk])
    assert f'href="{place}"' in admin_client.get(url(interview)).text
    assert b"".join(admin_client.get(place)) == MP3
    assert Client().get(place).status_code == 302
    assert Client().get("/interviews/clock/recording").status_code == 404
    default_storage.delete("recordings/clock.mp3")
    assert admin_client.get(place).status_code == 404


def test_a_member_of_staff_who_may_not_see_interviews_does_not_hear_them(
    client: Client, interview: Interview, django_user_model: type
) -> None:
    client.force_login(django_user_model.objects.create_user("porter", is_staff=True))  # type: ignore[attr-defined]
    assert client.get(reverse("admin:interviews_interview_recording", args=[interview.pk])).status_code == 403
