"""The admin page of a statement."""

from typing import override

from django.contrib import admin
from django.contrib.admin import RelatedOnlyFieldListFilter
from django.db.models import QuerySet
from django.http import HttpRequest

from interviews.admin.numbering import next_position
from interviews.admin.within import offer_only_its_own
from interviews.models import Statement
from organisations.admin.page import Page
from organisations.admin.typed import ModelForm


@admin.register(Statement)
class StatementAdmin(Page[Statement]):
    """Statements across interviews; an interview's own are also within its page."""

    fieldsets = [
        (None, {"fields": ["interview", "position"]}),
        ("The point", {"fields": [("kind", "provenance"), "text", "themes"]}),
        ("Where it was said", {"fields": ["speaker", "passage", "start"]}),
        ("Who sees it otherwise", {"fields": ["contrasts"]}),
    ]
    autocomplete_fields = ["interview", "themes", "contrasts"]
    list_display = ["text_in_short", "kind", "provenance", "interview", "theme_names"]
    list_filter = [
        "interview__state",
        "kind",
        "provenance",
        ("themes", RelatedOnlyFieldListFilter),
        ("interview__speakers__role__organisation", RelatedOnlyFieldListFilter),
        "interview__speakers__role__level",
    ]
    search_fields = ["text", "interview__title", "themes__name", "interview__speakers__role__leader__name"]
    search_help_text = "By its words, by interview, by theme or by who speaks."
    ordering = ["interview__title", "interview", "position"]

    @override
    def get_queryset(self, request: HttpRequest) -> QuerySet[Statement]:
        return super().get_queryset(request).prefetch_related("themes")

    @override
    def get_readonly_fields(self, request: HttpRequest, obj: Statement | None = None) -> list[str]:
        """A statement stays in its interview; the order is set there, where all can be seen."""
        return ["interview", "position"] if obj else ["position"]

    @override
    def get_form(
        self, request: HttpRequest, obj: Statement | None = None, change: bool = False, **kwargs: object
    ) -> type[ModelForm[Statement]]:
        form = super().get_form(request, obj, change, **kwargs)
        offer_only_its_own(obj.interview if obj else None, form.base_fields)
        return form

    @override
    def save_model(self, request: HttpRequest, obj: Statement, form: ModelForm[Statement], change: bool) -> None:
        """Put a new one at the end of its interview."""
        if not change:
            obj.position = next_position(obj.interview.statements)
        super().save_model(request, obj, form, change)

    def view_on_site(self, statement: Statement) -> str | None:
        """Its page, once its interview is published."""
        return statement.get_absolute_url() if Statement.objects.published().contains(statement) else None

    @admin.display(description="statement", ordering="text")
    def text_in_short(self, statement: Statement) -> str:
        """Its first words."""
        return str(statement)

    @admin.display(description="themes")
    def theme_names(self, statement: Statement) -> str:
        """What it is about."""
        return ", ".join(theme.name for theme in statement.themes.all())
