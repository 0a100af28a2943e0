"""The organisations by name, and the page of one: its names, its history, and what was said in its lineage."""

from functools import partial

from django.db.models.functions import Lower
from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from interviews.presenters import facts, history, spoken
from interviews.presenters.organisations import Name, formerly, held, rows
from interviews.presenters.picture import draw
from interviews.views.addresses import at_address
from interviews.views.paging import page_of, page_of_list
from organisations.lineage import Lineage
from organisations.models import Organisation, Role


@require_safe
def index(request: HttpRequest) -> TemplateResponse:
    """One page of the list, with every name they go or went by."""
    page = page_of(request, Organisation.objects.published().with_names().order_by(Lower("name"), "pk"))
    context = {"page": page, "rows": rows(page.object_list, Lineage.load())}
    return TemplateResponse(request, "organisations/organisation_list.html", context)


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One organisation."""
    organisations = Organisation.objects.published().with_names().prefetch_related("identifiers")
    return at_address(organisations, slug, partial(_page, request))


def _page(request: HttpRequest, organisation: Organisation) -> TemplateResponse:
    lineage = Lineage.load()
    family = lineage.family(organisation.pk)
    public = set(Organisation.objects.published().filter(pk__in=family).values_list("pk", flat=True))
    roles = Role.objects.published().filter(organisation__in=family).in_order()
    roles = roles.select_related("leader", "organisation").prefetch_related("organisation__names")
    voices = spoken.speakers(family)
    page = page_of_list(request, spoken.points(family, voices))
    context = {
        "organisation": organisation,
        "formerly": formerly(organisation),
        "facts": facts.of_organisation(organisation),
        "names": [Name(name) for name in organisation.names.all()],
        "picture": draw(organisation, lineage),
        "history": history.whole(organisation, lineage, public),
        "posts": held(roles, organisation, voices),
        "page": page,
        "groups": spoken.under_names(page),
        "lineage": lineage,
        "has_lineage": len(family) > 1,
    }
    return TemplateResponse(request, "organisations/organisation_detail.html", context)
