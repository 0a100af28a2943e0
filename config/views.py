"""Pages at home in no app: what the service says of itself, its health, and what went wrong."""

from django.conf import settings
from django.db import DatabaseError, ProgrammingError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from config import navigation
from interviews import indexing
from interviews.views.paging import NoSuchPage

PLAIN_TEXT = "text/plain; charset=utf-8"


@require_safe
def about(request: HttpRequest) -> TemplateResponse:
    """What this is, how it is made, and how to have it corrected."""
    return TemplateResponse(request, "about.html", {"contact": settings.CONTACT_EMAIL})


@require_safe
def accessibility(request: HttpRequest) -> TemplateResponse:
    """Which standard the pages aim at, how that is tested, and how to report a barrier."""
    return TemplateResponse(request, "accessibility.html", {"contact": settings.CONTACT_EMAIL})


@require_safe
def privacy(request: HttpRequest) -> TemplateResponse:
    """What is kept about readers, which is next to nothing, and about curators and leaders."""
    return TemplateResponse(request, "privacy.html", {"contact": settings.CONTACT_EMAIL})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Tell crawlers where the site map is, and to leave searches with filters and briefings alone."""
    lines = [
        "User-agent: *",
        f"Disallow: {reverse('admin:index')}",
        f"Disallow: {reverse('search')}?",
        f"Disallow: {reverse('briefing:page')}",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type=PLAIN_TEXT)


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Say that this process answers; asks nothing of the database, so that its outage restarts nobody."""
    return HttpResponse("ok\n", content_type=PLAIN_TEXT)


@require_safe
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Say whether this process can serve readers, or with status 503 why not."""
    if reason := _unready():
        return HttpResponse(f"{reason}\n", status=503, content_type=PLAIN_TEXT)
    return HttpResponse("ready\n", content_type=PLAIN_TEXT)


def _unready() -> str:
    """Return the reason why readers cannot be served, empty if they can."""
    try:
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if missing:
            return f"{len(missing)} migrations are not applied, beginning with {missing[0][0]}."
        if indexing.is_incomplete():
            return "Some interviews are not in the search index. Run manage.py reindex."
    except ProgrammingError:
        return "The search index is not there. Restore it from a backup, or migrate interviews anew."
    except DatabaseError:
        return "The database does not answer."
    return ""


def _error_page(request: HttpRequest, status: int, reason: str = "") -> HttpResponse:
    """Render a page without context processors, for it must not need what may just have failed."""
    context = {"navigation": navigation.links(request.path), "reason": reason, "path": request.path}
    return HttpResponse(render_to_string(f"{status}.html", context), status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Answer a request that makes no sense."""
    return _error_page(request, 400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Answer a request for what this reader may not see."""
    return _error_page(request, 403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address that leads nowhere."""
    return _error_page(request, 404, str(exception) if isinstance(exception, NoSuchPage) else "")


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer when the fault is ours."""
    return _error_page(request, 500)
