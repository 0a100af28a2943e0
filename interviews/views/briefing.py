"""A briefing: statements that a reader has chosen, to put in order, print and take away. Its address is all of it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from interviews import briefing
from interviews.briefing import Asked
from interviews.exports import markdown, word
from interviews.presenters.briefing import Sheet, sheet

_WAYS = {"themes:list": "Look through the themes", "search": "Search for something"}


@require_safe
def page(request: HttpRequest) -> HttpResponseBase:
    """The briefing, with all that can be done with it."""
    asked = Asked.parse(request.GET)
    if not asked.problems and (plain := _plain_address(request, asked)):
        return HttpResponseRedirect(plain)
    return _page(request, asked, _sheet(request, asked))


@require_safe
def as_word(request: HttpRequest) -> HttpResponseBase:
    """The briefing as a Word document."""
    return _download(request, word.document, "docx", word.CONTENT_TYPE)


@require_safe
def as_markdown(request: HttpRequest) -> HttpResponseBase:
    """The briefing as Markdown."""
    return _download(request, markdown.document, "md", markdown.CONTENT_TYPE)


def _sheet(request: HttpRequest, asked: Asked) -> Sheet:
    return sheet(asked.briefing, request.build_absolute_uri, reverse("briefing:page"))


def _plain_address(request: HttpRequest, asked: Asked) -> str:
    """Where the same briefing is under the plainest address, after the step asked for; empty if that is here."""
    plain = asked.briefing
    if asked.up or asked.down:
        shown = _sheet(request, asked)
        plain = shown.moved(asked.up, asked.down)
    query = plain.query
    if dict(QueryDict(query).lists()) == dict(request.GET.lists()):
        return ""
    return f"{request.path}?{query}" if query else request.path


def _page(request: HttpRequest, asked: Asked, shown: Sheet) -> TemplateResponse:
    context = {
        "sheet": shown,
        "asked": asked.briefing,
        "problems": asked.problems,
        "limits": {"most": briefing.MOST, "title": briefing.LONGEST_TITLE, "note": briefing.LONGEST_NOTE},
        "suggestions": [{"url": reverse(name), "label": label} for name, label in _WAYS.items()],
    }
    return TemplateResponse(request, "interviews/briefing.html", context, status=400 if asked.problems else 200)


def _download(
    request: HttpRequest, document: Callable[[Sheet], bytes], ending: str, content_type: str
) -> HttpResponseBase:
    """The file; or the page, where that has something to say first or there is nothing to put in a file."""
    asked = Asked.parse(request.GET)
    shown = _sheet(request, asked)
    if asked.problems or shown.is_empty:
        return _page(request, asked, shown)
    name = slugify(shown.title) or "briefing"
    headers = {"Content-Disposition": f'attachment; filename="{name}.{ending}"', "X-Robots-Tag": "noindex"}
    return HttpResponse(document(shown), content_type=content_type, headers=headers)
