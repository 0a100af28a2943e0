"""Pages of themes."""

from functools import partial

from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from interviews.models import Theme
from interviews.views.addresses import at_address


@require_safe
def index(request: HttpRequest) -> TemplateResponse:
    """All of them."""
    return TemplateResponse(request, "interviews/page.html", {"title": "Themes", "rows": Theme.objects.published()})


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One of them."""
    return at_address(Theme.objects.published(), slug, partial(_page, request))


def _page(request: HttpRequest, found: Theme) -> TemplateResponse:
    return TemplateResponse(request, "interviews/page.html", {"title": str(found)})
