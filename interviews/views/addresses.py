"""Which page an address leads to: what is there now, or what used to be."""

from collections.abc import Callable

from django.http import HttpResponseBase, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404

from organisations.models import Addressed, AddressedQuerySet


def _main(found: Addressed) -> str:
    return found.get_absolute_url()


def at_address[M: Addressed](
    published: AddressedQuerySet[M],
    slug: str,
    page: Callable[[M], HttpResponseBase],
    address: Callable[[M], str] = _main,
) -> HttpResponseBase:
    """The page of what is at this slug, a redirect in one hop if it has moved from there, 404 if neither.

    `address` is where that page is, if it is not the thing's main one.
    """
    found = get_object_or_404(published.at(slug))
    return page(found) if found.slug == slug else HttpResponsePermanentRedirect(address(found))
