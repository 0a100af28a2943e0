"""All interviews, newest first, and the page of one."""

from functools import partial

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from interviews.citations import citation
from interviews.models import Interview, Passage, Statement
from interviews.presenters import facts, kinds
from interviews.presenters.accounts import accounts
from interviews.presenters.player import player
from interviews.presenters.transcript import transcript
from interviews.views.addresses import at_address
from interviews.views.paging import page_of
from organisations.lineage import Lineage

ALSO = 5


@require_safe
def index(request: HttpRequest) -> TemplateResponse:
    """One page of the list."""
    page = page_of(request, Interview.objects.published().newest().for_cards())
    return TemplateResponse(request, "interviews/interview_list.html", {"page": page})


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One interview with all that was said in it."""
    interviews = Interview.objects.published().for_cards()
    statements = Prefetch("statements", Statement.objects.select_related("passage").prefetch_related("themes"))
    passages = Prefetch("passages", Passage.objects.select_related("speaker__role__leader"))
    return at_address(interviews.prefetch_related(statements, passages), slug, partial(_page, request))


def _page(request: HttpRequest, interview: Interview) -> TemplateResponse:
    lineage = Lineage.load()
    leaders = [speaker.role.leader_id for speaker in interview.speakers.all()]
    others = Interview.objects.published().filter(speakers__role__leader__in=leaders).exclude(pk=interview.pk)
    spoken = transcript(interview.passages.all(), request.GET.get("t", ""))
    context = {
        "interview": interview,
        "lineage": lineage,
        "accounts": accounts(interview, lineage),
        "facts": facts.of_interview(interview),
        "citation": citation.of_interview(interview, request.build_absolute_uri),
        "groups": kinds.grouped(interview.statements.all()),
        "player": player(interview, spoken),
        "transcript": spoken,
        "others": others.distinct().newest().for_cards()[:ALSO],
    }
    return TemplateResponse(request, "interviews/interview_detail.html", context)
