"""The front page: what this is, and every way in."""

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from interviews import questions
from interviews.models import Interview, Statement
from interviews.presenters import themes
from organisations.models import Leader, Organisation

NEWEST = 5


@require_safe
def home(request: HttpRequest) -> TemplateResponse:
    """A search box, questions that leaders ask, the themes, the newest interviews and how much there is."""
    context = {
        "questions": questions.answerable(),
        "branches": themes.tree(),
        "newest": Interview.objects.published().newest().for_cards()[:NEWEST],
        "interviews": Interview.objects.published().count(),
        "statements": Statement.objects.published().count(),
        "leaders": Leader.objects.published().count(),
        "organisations": Organisation.objects.published().count(),
    }
    return TemplateResponse(request, "interviews/home.html", context)
