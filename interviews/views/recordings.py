"""The recording of an interview, where it is held here, and its captions."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from interviews.captions import CONTENT_TYPE, webvtt
from interviews.models import Interview, Passage
from interviews.recordings import send
from interviews.views.addresses import at_address


@require_safe
def recording(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The file, or the part of it that a player asks for."""
    held = Interview.objects.published().exclude(media_file="")
    return at_address(held, slug, partial(_file, request), _recording_url)


@require_safe
def captions(_: HttpRequest, slug: str) -> HttpResponseBase:
    """What is said in it and when, as WebVTT."""
    return at_address(Interview.objects.published(), slug, _captions, _captions_url)


def _file(request: HttpRequest, interview: Interview) -> HttpResponseBase:
    try:
        return send(request, interview.media_file)
    except FileNotFoundError:
        raise Http404("The recording is not held here any more.") from None


def _captions(interview: Interview) -> HttpResponse:
    timed = Passage.objects.filter(interview=interview, start__isnull=False).select_related("speaker__role__leader")
    if not timed:
        raise Http404("Nothing in this transcript says when it was said.")
    return HttpResponse(webvtt(timed), content_type=CONTENT_TYPE)


def _recording_url(interview: Interview) -> str:
    return reverse("interviews:recording", args=[interview.slug])


def _captions_url(interview: Interview) -> str:
    return reverse("interviews:captions", args=[interview.slug])
