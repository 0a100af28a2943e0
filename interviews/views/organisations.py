"""The organisations by name, and the page of one: its names, its history, and what was said in its lineage."""

from functools import partial

from django.db.models.functions import Lower
from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from interviews.models import Interview
from interviews.presenters import facts, history
from interviews.presenters.organisations import Held, Name, rows
from interviews.views.addresses import at_address
from interviews.views.paging import page_of
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
    interviews = Interview.objects.published().filter(speakers__role__organisation__in=family).distinct().newest()
    roles = Role.objects.published().filter(organisation=organisation).in_order().select_related("leader")
    context = {
        "organisation": organisation,
        "facts": facts.of_organisation(organisation),
        "names": [Name(name) for name in organisation.names.all()],
        "history": history.whole(organisation, lineage, public),
        "posts": [Held(role) for role in roles],
        "page": page_of(request, interviews.for_cards().prefetch_related("statements")),
        "has_lineage": len(family) > 1,
    }
    return TemplateResponse(request, "organisations/organisation_detail.html", context)
