"""The page of one statement: what people cite and share."""

from itertools import pairwise

from django.db.models import Prefetch
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from interviews.citations import citation
from interviews.models import Statement
from interviews.presenters import kinds, statements
from interviews.related import Related
from organisations.lineage import Lineage

# The turn of the transcript, its place, and whose it is.
TURN = ["passage__interview", "passage__speaker__role__leader"]


@require_safe
def detail(request: HttpRequest, pk: int) -> TemplateResponse:
    """One statement with who said it, where and when, what was said around it, and what others say."""
    beside = Prefetch("interview__statements", Statement.objects.order_by("position"))
    rows = Statement.objects.published().for_cards().select_related(*TURN).prefetch_related(beside)
    statement = get_object_or_404(rows, pk=pk)
    lineage = Lineage.load()
    steps = list(pairwise(statement.interview.statements.all()))
    context = {
        "statement": statement,
        "heading": kinds.title(statement),
        "lineage": lineage,
        "facts": statements.facts_of(statement),
        "previous": next((before for before, after in steps if after == statement), None),
        "next": next((after for before, after in steps if before == statement), None),
        "related": Related.to(statement, lineage),
        "citation": citation.of_statement(statement, request.build_absolute_uri),
    }
    return TemplateResponse(request, "interviews/statement_detail.html", context)
