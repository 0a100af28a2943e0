"""The leaders from A to Z, and the page of one: the roles over time, and what was said in each."""

from functools import partial

from django.db.models import F
from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from interviews.models import Interview, Speaker
from interviews.presenters.leaders import alphabet, posts
from interviews.views.addresses import at_address
from organisations.lineage import Lineage
from organisations.models import Leader, Organisation


@require_safe
def index(request: HttpRequest) -> TemplateResponse:
    """All of them by surname."""
    speakers = (
        Speaker.objects.filter(interview__in=Interview.objects.published())
        .select_related("interview", "role__organisation")
        .prefetch_related("role__organisation__names")
        .order_by(F("interview__date").desc(nulls_last=True), "-interview", "position")
    )
    letters = alphabet(Leader.objects.published(), speakers)
    return TemplateResponse(request, "organisations/leader_list.html", {"letters": letters})


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One leader."""
    return at_address(Leader.objects.published(), slug, partial(_page, request))


def _page(request: HttpRequest, leader: Leader) -> TemplateResponse:
    interviews = Interview.objects.published().filter(speakers__role__leader=leader).distinct().newest()
    interviews = interviews.for_cards().prefetch_related("statements")
    roles = leader.roles.published().in_order().select_related("organisation").prefetch_related("organisation__names")
    public = set(Organisation.objects.published().values_list("pk", flat=True))
    context = {
        "leader": leader,
        "posts": posts(roles, list(interviews), public),
        "lineage": Lineage.load(),
    }
    return TemplateResponse(request, "organisations/leader_detail.html", context)
