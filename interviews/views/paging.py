"""Lists a page at a time."""

from collections.abc import Sequence

from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest

PAGE_SIZE = 25


class NoSuchPage(Http404):
    """The list is shorter than the reader thinks; the message says how long it is."""


def page_of[M: Model](request: HttpRequest, rows: QuerySet[M]) -> Page[M]:
    """The page that the address asks for, the first where it asks for none."""
    return _page(request, Paginator(rows, PAGE_SIZE))


def page_of_list[T](request: HttpRequest, rows: Sequence[T]) -> Page[T]:
    """The same of what is in memory already."""
    return _page(request, Paginator(rows, PAGE_SIZE))


def _page[T](request: HttpRequest, paginator: "Paginator[T]") -> Page[T]:
    try:
        return paginator.page(request.GET.get("page", "1"))
    except InvalidPage:
        last = paginator.num_pages
        raise NoSuchPage(
            f"This list has {last} page{'s' if last > 1 else ''}, and the address asks for another."
        ) from None
