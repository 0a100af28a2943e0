"""Pages of leaders."""

from functools import partial

from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from interviews.views.addresses import at_address
from organisations.models import Leader


@require_safe
def index(request: HttpRequest) -> TemplateResponse:
    """All of them."""
    return TemplateResponse(
        request, "organisations/page.html", {"title": "Leaders", "rows": Leader.objects.published()}
    )


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One of them."""
    return at_address(Leader.objects.published(), slug, partial(_page, request))


def _page(request: HttpRequest, found: Leader) -> TemplateResponse:
    return TemplateResponse(request, "organisations/page.html", {"title": str(found)})
