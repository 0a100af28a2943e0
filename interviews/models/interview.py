"""A conversation, recorded or published, and who speaks in it."""

from pathlib import PurePath
from typing import Self

from django.db import models
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from interviews.age import Age, Standing
from organisations.models import Addressed, AddressedQuerySet
from organisations.partial_dates import PartialDateField


class Format(models.TextChoices):
    """How it was published."""

    VIDEO = "video", "Video"
    AUDIO = "audio", "Audio"
    TEXT = "text", "Text"
    EVENT = "event", "Event"


class State(models.TextChoices):
    """How far it is towards readers."""

    DRAFT = "draft", "Draft"
    IN_REVIEW = "in_review", "In review"
    PUBLISHED = "published", "Published"
    WITHDRAWN = "withdrawn", "Withdrawn"


def is_public() -> models.Q:
    """Condition on an interview, or on a copy of its state: readers may see it."""
    return models.Q(state=State.PUBLISHED)


def recording_path(interview: "Interview", filename: str) -> str:
    """Where its recording is kept: under its slug, with the ending of the file that was uploaded."""
    return f"recordings/{interview.slug}{PurePath(filename).suffix.lower()}"


class InterviewQuerySet(AddressedQuerySet["Interview"]):
    """Interviews, narrowed or prepared."""

    def published(self) -> Self:
        """The one door to the public: what readers may see."""
        return self.filter(is_public())

    def newest(self) -> Self:
        """Latest first; those without a date last; then by id, so that the order is total."""
        return self.order_by(models.F("date").desc(nulls_last=True), "-pk")

    def oldest(self) -> Self:
        """Earliest first; those without a date last; then by id, so that the order is total."""
        return self.order_by(models.F("date").asc(nulls_last=True), "pk")

    def for_cards(self) -> Self:
        """With all that a card shows, and no query behind its back."""
        from interviews.models.speaker import Speaker  # noqa: PLC0415  # a speaker points at its interview

        speakers = Speaker.objects.select_related("role__leader", "role__organisation")
        return self.prefetch_related(
            models.Prefetch("speakers", speakers), "speakers__role__organisation__names"
        ).fetch_mode(models.FETCH_RAISE)


class Interview(Addressed):
    """A conversation given by one or more speakers, with where, when and how it was published."""

    title = models.CharField(max_length=200, help_text="What it is about, in sentence case, without the name.")
    format = models.CharField(max_length=10, choices=Format)
    recorded = PartialDateField(help_text="When the conversation took place, as precisely as known. Empty if unknown.")
    published = PartialDateField(help_text="When the source published it, as precisely as known. Empty if unknown.")
    date = models.GeneratedField(
        expression=Coalesce("recorded", "published"),
        output_field=PartialDateField(),
        db_persist=True,
    )
    publisher = models.CharField(max_length=120, help_text="Who published the source.")
    source_url = models.URLField("source", max_length=500, help_text="Where the source can be read or seen.")
    media_url = models.URLField("media", max_length=500, blank=True, help_text="The recording itself, if elsewhere.")
    media_file = models.FileField(
        "recording", upload_to=recording_path, max_length=200, blank=True, help_text="The recording, if held here."
    )
    language = models.CharField(max_length=10, default="en", help_text="Code of its language, such as en or cy.")
    summary = models.TextField(help_text="A short account in our own words. No more than the source says.")
    timeless = models.BooleanField(
        default=False, help_text="Tick where age takes nothing away: no notice is shown after five years."
    )
    reviewed = models.DateField(
        "last reviewed", null=True, blank=True, help_text="When somebody last checked what it says against today."
    )
    standing = models.CharField(
        max_length=10, choices=Standing, blank=True, help_text="What that review found. Empty if nobody reviewed it."
    )
    state = models.CharField(
        max_length=10,
        choices=State,
        default=State.DRAFT,
        help_text="Readers see published interviews only, and nothing of any other.",
    )

    objects = InterviewQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        indexes = [
            models.Index(fields=["state", "date"], name="interview_state_date"),
        ]
        constraints = [
            models.CheckConstraint(
                name="interview_format_known",
                condition=models.Q(format__in=Format.values),
                violation_error_message="Choose one of the formats listed.",
            ),
            models.CheckConstraint(
                name="interview_state_known",
                condition=models.Q(state__in=State.values),
                violation_error_message="Choose one of the states listed.",
            ),
            models.CheckConstraint(
                name="interview_standing_known",
                condition=models.Q(standing__in=["", *Standing.values]),
                violation_error_message="Choose one of the results listed.",
            ),
            models.CheckConstraint(
                name="interview_standing_reviewed",
                condition=models.Q(standing="") | models.Q(reviewed__isnull=False),
                violation_error_message="Say when it was reviewed, or leave the result empty.",
            ),
            models.CheckConstraint(
                name="interview_published_after_recorded",
                condition=models.Q(recorded__isnull=True)
                | models.Q(published__isnull=True)
                | models.Q(published__through__gte=models.F("recorded")),
                violation_error_message="An interview cannot be published before it was recorded.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("interviews:detail", args=[self.slug])

    @property
    def age(self) -> Age:
        """When it was recorded or published, how long ago that is today, and what its last review found."""
        today = timezone.localdate()
        return Age(self.recorded, self.published, today, self.reviewed, self.standing, self.timeless)

    @property
    def is_dated(self) -> bool:
        """Whether a reader must be told something of its age: it is old, nobody knows how old, or it is historical."""
        return bool(self.age.notice)
