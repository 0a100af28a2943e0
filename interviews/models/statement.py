"""One point made in an interview: the unit of knowledge."""

from typing import Self, override

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

from interviews.models.interview import Interview
from interviews.models.passage import Passage
from interviews.models.speaker import Speaker
from interviews.models.theme import Theme


class Kind(models.TextChoices):
    """What sort of point it is, in the order a story is told."""

    BEFORE = "before", "Before"
    CHALLENGE = "challenge", "Challenge"
    STEP = "step", "Step taken"
    BENEFIT = "benefit", "Benefit"
    OUTCOME = "outcome", "Outcome"
    HINDSIGHT = "hindsight", "Hindsight"
    ADVICE = "advice", "Advice"


class Provenance(models.TextChoices):
    """Whose words they are."""

    PARAPHRASE = "paraphrase", "Paraphrase (an editor's words)"
    VERBATIM = "verbatim", "Verbatim (the speaker's words)"


class StatementQuerySet(models.QuerySet["Statement"]):
    """Statements, narrowed or prepared."""

    def published(self) -> Self:
        """Those of published interviews."""
        return self.filter(interview__in=Interview.objects.published())

    def for_cards(self) -> Self:
        """With all that a card shows, and no query behind its back."""
        return (
            self.select_related("interview", "speaker")
            .prefetch_related(
                "themes",
                "interview__speakers__role__leader",
                "interview__speakers__role__organisation__names",
            )
            .fetch_mode(models.FETCH_RAISE)
        )


class Statement(models.Model):
    """One piece of advice, one challenge, one step taken … by a named person."""

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="statements")
    position = models.PositiveSmallIntegerField(help_text="First, second … in the interview.")
    kind = models.CharField(max_length=20, choices=Kind)
    provenance = models.CharField(
        max_length=20,
        choices=Provenance,
        default=Provenance.PARAPHRASE,
        help_text="Only a speaker's own words are shown in quotation marks.",
    )
    text = models.TextField(help_text="One point, in one or two sentences. Write no quotation marks around it.")
    themes = models.ManyToManyField(Theme, blank=True, related_name="statements")
    speaker = models.ForeignKey(
        Speaker,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="statements",
        help_text="Who said it, where the interview has several speakers. Empty: all of them.",
    )
    passage = models.ForeignKey(
        Passage,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="statements",
        help_text="The turn of the transcript it was taken from.",
    )
    start = models.DecimalField(
        max_digits=8,
        decimal_places=3,
        null=True,
        blank=True,
        help_text="Seconds from the start of the recording.",
    )

    contrasts = models.ManyToManyField(
        "self", blank=True, help_text="Statements that see it otherwise. Each then points at the other."
    )

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering = ["interview", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["interview", "position"],
                name="statement_position_once",
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message="Another statement of this interview has that position.",
            ),
            models.CheckConstraint(
                name="statement_kind_known",
                condition=models.Q(kind__in=Kind.values),
                violation_error_message="Choose one of the kinds listed.",
            ),
            models.CheckConstraint(
                name="statement_provenance_known",
                condition=models.Q(provenance__in=Provenance.values),
                violation_error_message="Choose paraphrase or verbatim.",
            ),
            models.CheckConstraint(
                name="statement_start_not_negative",
                condition=models.Q(start__isnull=True) | models.Q(start__gte=0),
                violation_error_message="A statement cannot start before the recording.",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]

    def get_absolute_url(self) -> str:
        """Its own page, the one to cite."""
        return reverse("statements:detail", args=[self.pk])

    @override
    def clean(self) -> None:
        """Keep speaker and passage within the interview."""
        super().clean()
        for name, other in (("speaker", self.speaker), ("passage", self.passage)):
            if other is not None and other.interview_id != self.interview_id:
                raise ValidationError({name: f"This {name} belongs to another interview. Choose one of this one."})

    @property
    def anchor(self) -> str:
        """Where it stands on the interview's page."""
        return f"statement-{self.pk}"

    @property
    def place_url(self) -> str:
        """Its place on the interview's page."""
        return f"{self.interview.get_absolute_url()}#{self.anchor}"

    @property
    def is_verbatim(self) -> bool:
        """Whether these are the speaker's own words."""
        return self.provenance == Provenance.VERBATIM

    def speakers(self) -> list[Speaker]:
        """Who said it: its speaker, or all of the interview's."""
        everyone = list(self.interview.speakers.all())
        return [who for who in everyone if who.pk == self.speaker_id] or everyone
