"""The themes, and the page of one: what is said on it, and by how many."""

from functools import partial

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from interviews import markdown
from interviews.models import Speaker, Statement, Theme
from interviews.presenters import kinds
from interviews.presenters.themes import tree
from interviews.views.addresses import at_address
from interviews.views.paging import page_of


@require_safe
def index(request: HttpRequest) -> TemplateResponse:
    """The whole tree with definitions."""
    return TemplateResponse(request, "interviews/theme_list.html", {"branches": tree()})


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One theme with its narrower ones."""
    themes = Theme.objects.published().select_related("parent").prefetch_related("aliases")
    return at_address(themes, slug, partial(_page, request))


def _page(request: HttpRequest, theme: Theme) -> TemplateResponse:
    narrower = next((branch.narrower for branch in tree() if branch.theme == theme), ())
    covered = [theme.pk, *(branch.theme.pk for branch in narrower)]
    on_theme = Statement.objects.filter(themes__in=covered)
    statements = Statement.objects.published().filter(pk__in=on_theme.values("pk"))
    page = page_of(request, kinds.in_order(statements.for_cards()))
    context = {
        "theme": theme,
        "synthesis": markdown.html(theme.synthesis),
        "narrower": narrower,
        "page": page,
        "groups": kinds.grouped(page.object_list),
        **_voices(covered),
    }
    return TemplateResponse(request, "interviews/theme_detail.html", context)


def _voices(themes: list[int]) -> dict[str, int]:
    """How many leaders speak on these themes, and at how many organisations."""
    statements = Statement.objects.published().filter(themes__in=themes)
    named = Q(statements__in=statements)
    all_of_them = Q(interview__in=statements.filter(speaker=None).values("interview"))
    return Speaker.objects.filter(named | all_of_them).aggregate(
        leaders=Count("role__leader", distinct=True), organisations=Count("role__organisation", distinct=True)
    )
