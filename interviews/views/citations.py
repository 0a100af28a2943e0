"""References to interviews and statements, as files for other programs."""

from functools import partial

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from interviews.citations import bibtex, csl, ris
from interviews.citations.citation import Citation
from interviews.citations.citation import of_interview as cite_interview
from interviews.citations.citation import of_statement as cite_statement
from interviews.models import Interview, Statement
from interviews.views.addresses import at_address

WRITERS = {"ris": ris, "bib": bibtex, "json": csl}


@require_safe
def of_interview(request: HttpRequest, slug: str, ending: str) -> HttpResponseBase:
    """The reference to an interview."""

    def answer(interview: Interview) -> HttpResponse:
        return _file(cite_interview(interview, request.build_absolute_uri), ending)

    interviews = Interview.objects.published().for_cards()
    return at_address(interviews, slug, answer, partial(_address, ending=ending))


@require_safe
def of_statement(request: HttpRequest, pk: int, ending: str) -> HttpResponse:
    """The reference to one statement."""
    statement = get_object_or_404(Statement.objects.published().for_cards(), pk=pk)
    return _file(cite_statement(statement, request.build_absolute_uri), ending)


def _address(interview: Interview, *, ending: str) -> str:
    return reverse(f"interviews:cite.{ending}", args=[interview.slug])


def _file(citation: Citation, ending: str) -> HttpResponse:
    writer = WRITERS[ending]
    named = {"Content-Disposition": f'attachment; filename="{citation.key}.{ending}"'}
    return HttpResponse(writer.write(citation), content_type=writer.CONTENT_TYPE, headers=named)
