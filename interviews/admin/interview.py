"""The admin page of an interview: everything about it on one page."""

from collections.abc import Iterable, Sequence
from typing import override

from django.contrib import admin
from django.contrib.admin import RelatedOnlyFieldListFilter
from django.core.exceptions import PermissionDenied
from django.db.models import Count, F, Model, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import path
from django.urls.resolvers import URLPattern

from interviews.admin.recording import InterviewForm, held, remove_unused
from interviews.admin.rows import PassageRows, SpeakerRows, StatementRows
from interviews.models import Interview, Passage, SearchDocument, Speaker, State, Statement
from interviews.recordings import send
from interviews.search.meaning import understand
from interviews.search.query import Query
from organisations.admin.page import Page
from organisations.admin.typed import BaseInlineFormSet, ModelForm

_SAVED_IN_ORDER = (Statement, Passage, Speaker)
"""A statement may point to a passage or speaker that is deleted in the same save, and must be there to be told."""


@admin.register(Interview)
class InterviewAdmin(Page[Interview]):
    """Interviews, found as readers find them, whatever their state."""

    form = InterviewForm
    fieldsets = [
        (None, {"fields": ["title", "slug", "summary"]}),
        (
            "The source",
            {
                "description": "Where the interview stands, so that readers can check every word.",
                "fields": ["publisher", "source_url", "media_url", "media_file", ("format", "language")],
            },
        ),
        (
            "When",
            {
                "description": "How old it is, is worked out from these. Leave empty what the source does not say.",
                "fields": [("recorded", "published"), ("reviewed", "standing"), "timeless"],
            },
        ),
        (
            "Readers",
            {
                "description": "Save it as a draft first, add speakers and statements below, and publish it last.",
                "fields": ["state"],
            },
        ),
    ]
    prepopulated_fields = {"slug": ["title"]}
    inlines = [SpeakerRows, StatementRows, PassageRows]
    list_display = ["title", "who", "date", "format", "state", "statement_count"]
    list_filter = [
        "state",
        "format",
        ("statements__themes", RelatedOnlyFieldListFilter),
        ("speakers__role__organisation", RelatedOnlyFieldListFilter),
        "speakers__role__organisation__sector",
        "speakers__role__level",
    ]
    search_fields = ["title"]
    search_help_text = "By title, or by anything readers can search: people, organisations, themes, statements."
    ordering = [F("date").desc(nulls_last=True), "pk"]

    @override
    def get_queryset(self, request: HttpRequest) -> QuerySet[Interview]:
        interviews = super().get_queryset(request).prefetch_related("speakers__role__leader")
        return interviews.annotate(statement_count=Count("statements", distinct=True))

    @override
    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Interview], search_term: str
    ) -> tuple[QuerySet[Interview], bool]:
        """Search as readers do, and for parts of words in the title."""
        if not search_term:
            return queryset, False
        titled, _ = super().get_search_results(request, queryset, search_term)
        found = SearchDocument.objects.matching(understand(Query.parse(search_term)))
        return queryset.filter(Q(pk__in=titled.values("pk")) | Q(pk__in=found.values("pk"))), False

    def view_on_site(self, interview: Interview) -> str | None:
        """Its page, once it is published."""
        return interview.get_absolute_url() if Interview.objects.published().contains(interview) else None

    @override
    def save_related(
        self,
        request: HttpRequest,
        form: ModelForm[Interview],
        formsets: "Iterable[BaseInlineFormSet[Model, Interview, ModelForm[Model]]]",
        change: bool,
    ) -> None:
        in_order = sorted(formsets, key=lambda rows: _SAVED_IN_ORDER.index(rows.model))
        super().save_related(request, form, in_order, change)

    @override
    def get_urls(self) -> list[URLPattern]:
        """Let curators hear a recording before it is published."""
        view = self.admin_site.admin_view(self.recording)
        return [path("<int:pk>/recording/", view, name="interviews_interview_recording"), *super().get_urls()]

    def recording(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """The file, whatever the state of its interview."""
        interview = self.get_object(request, str(pk))
        if interview is None or not interview.media_file:
            raise Http404
        if not self.has_view_permission(request, interview):
            raise PermissionDenied
        try:
            return send(request, interview.media_file)
        except FileNotFoundError:
            raise Http404 from None

    @override
    def save_model(self, request: HttpRequest, obj: Interview, form: ModelForm[Interview], change: bool) -> None:
        before = held([obj.pk]) if change else set()
        super().save_model(request, obj, form, change)
        remove_unused(before)

    @override
    def delete_model(self, request: HttpRequest, obj: Interview) -> None:
        before = held([obj.pk])
        super().delete_model(request, obj)
        remove_unused(before)

    @override
    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Interview]) -> None:
        before = held(list(queryset.values_list("pk", flat=True)))
        super().delete_queryset(request, queryset)
        remove_unused(before)

    @override
    def get_deleted_objects(
        self, objs: Sequence[Interview] | QuerySet[Interview], request: HttpRequest
    ) -> tuple[list[str], dict[str, int], set[str], list[str]]:
        """Keep what is published: its address has been given to readers."""
        to_delete, counts, forbidden, protected = super().get_deleted_objects(objs, request)
        public = [
            f"The page readers see of “{interview}”. Withdraw it instead: choose the state “Withdrawn” and save."
            for interview in objs
            if interview.state == State.PUBLISHED
        ]
        return to_delete, counts, forbidden, [*public, *protected]

    @admin.display(description="speakers")
    def who(self, interview: Interview) -> str:
        """Their names."""
        return ", ".join(speaker.leader.name for speaker in interview.speakers.all())

    @admin.display(description="statements", ordering="statement_count")
    def statement_count(self, interview: Interview) -> int:
        """How many statements it has, as counted by the database."""
        count: int = vars(interview)["statement_count"]
        return count
