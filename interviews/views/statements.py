"""The page of one statement."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from interviews.models import Statement


@require_safe
def detail(request: HttpRequest, pk: int) -> TemplateResponse:
    """One statement."""
    statement = get_object_or_404(Statement.objects.published(), pk=pk)
    return TemplateResponse(request, "interviews/page.html", {"title": str(statement)})
