"""The admin page of former addresses: where old links lead, and how to release one."""

from typing import override

from django.apps import apps
from django.contrib import admin
from django.db.models import Case, CharField, OuterRef, QuerySet, Subquery, Value, When
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from organisations.admin.page import Page
from organisations.models import Addressed, FormerAddress

_PURPOSE = (
    "When an address changes, links to the old one keep leading to the same page. So nothing else can take that "
    "address. Delete it here to release it: old links to it then lead nowhere, and something else may use it."
)


@admin.register(FormerAddress)
class FormerAddressAdmin(Page[FormerAddress]):
    """Former addresses. The database writes them; a curator may only read and release them."""

    fieldsets = [(None, {"description": _PURPOSE, "fields": ["sort", "slug", "leads_to", "since"]})]
    readonly_fields = ["sort", "leads_to"]
    list_display = ["slug", "sort", "leads_to", "since"]
    list_filter = ["kind"]
    search_fields = ["slug"]
    search_help_text = _PURPOSE

    @override
    def get_queryset(self, request: HttpRequest) -> QuerySet[FormerAddress]:
        """Add the address of today."""
        return super().get_queryset(request).annotate(today=_address_today())

    @override
    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @override
    def has_change_permission(self, request: HttpRequest, obj: FormerAddress | None = None) -> bool:
        return False

    @admin.display(description="of", ordering="kind")
    def sort(self, address: FormerAddress) -> str:
        """What sort of thing had it."""
        return str(apps.get_model(address.kind)._meta.verbose_name)  # noqa: SLF001  # public API

    @admin.display(description="leads to")
    def leads_to(self, address: FormerAddress) -> str:
        """A link to the admin page of what had it, by its address of today."""
        today: str = getattr(address, "today", "")
        if not today:
            return "nothing: it was deleted"
        page = reverse(f"admin:{address.kind.replace('.', '_')}_change", args=[address.object_id])
        return format_html('<a href="{}">{}</a>', page, today)


def _address_today() -> Case:
    """Today's slug of what had the address; empty if it has been deleted."""
    addressed = [model for model in apps.get_models() if issubclass(model, Addressed)]
    return Case(
        *(
            When(
                kind=model._meta.label_lower,  # noqa: SLF001  # public API
                then=Subquery(model._default_manager.filter(pk=OuterRef("object_id")).values("slug")),  # noqa: SLF001
            )
            for model in addressed
        ),
        default=Value(""),
        output_field=CharField(),
    )
