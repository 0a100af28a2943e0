"""The page of one statement: what people cite and share."""

from itertools import pairwise

from django.db.models import Prefetch
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from interviews.models import Statement
from interviews.presenters import kinds


@require_safe
def detail(request: HttpRequest, pk: int) -> TemplateResponse:
    """One statement with who said it, where and when, and what was said before and after it."""
    beside = Prefetch("interview__statements", Statement.objects.order_by("position"))
    statement = get_object_or_404(Statement.objects.published().for_cards().prefetch_related(beside), pk=pk)
    steps = list(pairwise(statement.interview.statements.all()))
    context = {
        "statement": statement,
        "heading": kinds.title(statement),
        "previous": next((before for before, after in steps if after == statement), None),
        "next": next((after for before, after in steps if before == statement), None),
    }
    return TemplateResponse(request, "interviews/statement_detail.html", context)
