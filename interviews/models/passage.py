"""One turn of a transcript."""

from typing import Self

from django.db import models

from interviews.models.interview import Interview
from interviews.models.speaker import Speaker
from interviews.timecodes import timecode


class PassageQuerySet(models.QuerySet["Passage"]):
    """Passages, narrowed."""

    def published(self) -> Self:
        """Those of published interviews."""
        return self.filter(interview__in=Interview.objects.published())


class Passage(models.Model):
    """What one speaker says before the next does. Times are seconds from the start of the recording."""

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="passages")
    position = models.PositiveIntegerField(help_text="First, second … in the transcript.")
    heading = models.CharField(
        max_length=200, blank=True, help_text="A heading before this turn, if a new part starts."
    )
    speaker = models.ForeignKey(Speaker, on_delete=models.SET_NULL, null=True, blank=True, related_name="passages")
    voice = models.CharField(
        max_length=120, blank=True, help_text="Who speaks, where it is none of the speakers: “Interviewer”."
    )
    text = models.TextField()
    start = models.DecimalField(
        max_digits=8,
        decimal_places=3,
        null=True,
        blank=True,
        help_text="Seconds from the start of the recording.",
    )
    end = models.DecimalField(
        max_digits=8,
        decimal_places=3,
        null=True,
        blank=True,
        help_text="Seconds from the start of the recording.",
    )

    objects = PassageQuerySet.as_manager()

    class Meta:
        ordering = ["interview", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["interview", "position"],
                name="passage_position_once",
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message="Another passage of this interview has that position.",
            ),
            models.CheckConstraint(
                name="passage_ends_after_start",
                condition=models.Q(end__isnull=True) | models.Q(end__gte=models.F("start")),
                violation_error_message="A passage cannot end before it starts.",
            ),
            models.CheckConstraint(
                name="passage_times_not_negative",
                condition=models.Q(start__isnull=True) | models.Q(start__gte=0),
                violation_error_message="A passage cannot start before the recording.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.text[:60]}"

    @property
    def who(self) -> str:
        """Whose voice it is, as far as known."""
        return str(self.speaker.leader) if self.speaker else self.voice

    @property
    def anchor(self) -> str:
        """Where it stands on the interview's page."""
        return f"passage-{self.position}"

    @property
    def place_url(self) -> str:
        """Its place on the interview's page."""
        return f"{self.interview.get_absolute_url()}#{self.anchor}"

    @property
    def timecode(self) -> str:
        """When it begins, as players show it: `1:15`; empty where that is not known."""
        return "" if self.start is None else timecode(int(self.start))

    @property
    def moment_url(self) -> str:
        """Its place on the interview's page, with the recording at the second where it begins, if known."""
        moment = "" if self.start is None else f"?t={int(self.start)}"
        return f"{moment}#{self.anchor}"
