"""The admin page of a passage: one turn of a transcript."""

from typing import override

from django.contrib import admin
from django.contrib.admin import RelatedOnlyFieldListFilter
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from interviews.admin.numbering import next_position
from interviews.admin.within import offer_only_its_own
from interviews.models import Passage
from organisations.admin.page import Page
from organisations.admin.typed import ModelForm


class PassageForm(ModelForm[Passage]):
    """The form of the page."""

    @override
    def validate_constraints(self) -> None:
        """Check the number within the interview, although that is only shown."""
        try:
            self.instance.validate_constraints(exclude=set(self.errors))
        except ValidationError as error:
            self.add_error(None, error)


@admin.register(Passage)
class PassageAdmin(Page[Passage]):
    """Passages across interviews; an interview's own are also within its page."""

    form = PassageForm
    fieldsets = [
        (None, {"fields": ["interview", "position"]}),
        ("Who speaks", {"fields": ["speaker", "voice"]}),
        ("What they say", {"fields": ["heading", "text", ("start", "end")]}),
    ]
    autocomplete_fields = ["interview"]
    list_display = ["__str__", "interview", "heading", "start"]
    list_filter = ["interview__state", ("interview", RelatedOnlyFieldListFilter)]
    search_fields = ["text", "heading", "voice", "interview__title"]
    search_help_text = "By its words, its heading, its voice or its interview."
    ordering = ["interview__title", "interview", "position"]

    @override
    def get_readonly_fields(self, request: HttpRequest, obj: Passage | None = None) -> list[str]:
        """A passage stays in its interview, and a new one goes to its end."""
        return ["interview"] if obj else ["position"]

    @override
    def get_form(
        self, request: HttpRequest, obj: Passage | None = None, change: bool = False, **kwargs: object
    ) -> type[ModelForm[Passage]]:
        form = super().get_form(request, obj, change, **kwargs)
        offer_only_its_own(obj.interview if obj else None, form.base_fields)
        return form

    @override
    def save_model(self, request: HttpRequest, obj: Passage, form: ModelForm[Passage], change: bool) -> None:
        """Put a new one at the end of its interview."""
        if not change:
            obj.position = next_position(obj.interview.passages)
        super().save_model(request, obj, form, change)
