"""The themes, and the page of one: what is said on it, by how many, and what is raised beside it."""

from functools import partial

from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from interviews import markdown
from interviews.models import Kind, Statement, Theme
from interviews.presenters import kinds, themes
from interviews.views.addresses import at_address
from interviews.views.paging import page_of
from organisations.lineage import Lineage


@require_safe
def index(request: HttpRequest) -> TemplateResponse:
    """The whole tree with definitions, then as a table by kind of statement."""
    branches = themes.tree()
    context = {"branches": branches, "kinds": Kind.choices, "matrix": themes.matrix(branches)}
    return TemplateResponse(request, "interviews/theme_list.html", context)


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One theme with its narrower ones."""
    found = Theme.objects.published().select_related("parent").prefetch_related("aliases")
    return at_address(found, slug, partial(_page, request))


def _page(request: HttpRequest, theme: Theme) -> TemplateResponse:
    branch = themes.branch(theme)
    covered = [theme.pk, *(narrower.theme.pk for narrower in branch.narrower)]
    on_theme = Statement.objects.filter(themes__in=covered)
    statements = Statement.objects.published().filter(pk__in=on_theme.values("pk"))
    page = page_of(request, kinds.in_order(statements.for_cards()))
    context = {
        "theme": theme,
        "synthesis": markdown.html(theme.synthesis),
        "narrower": branch.narrower,
        "page": page,
        "sections": themes.sections(branch, page),
        "related": themes.related(theme, covered),
        "voices": themes.voices(covered),
        "lineage": Lineage.load(),
    }
    return TemplateResponse(request, "interviews/theme_detail.html", context)
