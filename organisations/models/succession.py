"""One organisation, or a part of it, going on in another."""

from django.db import models

from organisations.models.organisation import Organisation
from organisations.partial_dates import PartialDateField


class SuccessionKind(models.TextChoices):
    """How the one became the other, as seen from the predecessor."""

    ACQUIRED = "acquired", "Acquired by"
    MERGED = "merged", "Merged into"
    SPLIT = "split", "Split, a part going to"
    PART_TRANSFER = "part_transfer", "Part transferred to"


class Succession(models.Model):
    """Predecessor → successor, with how, when and where that is written. A rename is not one."""

    predecessor = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="successions_out")
    successor = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="successions_in")
    kind = models.CharField(max_length=20, choices=SuccessionKind)
    date = PartialDateField(help_text="When it took effect, as precisely as known.")
    source_url = models.URLField("source", max_length=500, blank=True, help_text="Where this can be read.")

    class Meta:
        ordering = ["date", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor", "kind"],
                name="succession_once",
                violation_error_message="This succession is recorded already.",
            ),
            models.CheckConstraint(
                name="succession_not_to_itself",
                condition=~models.Q(predecessor=models.F("successor")),
                violation_error_message="An organisation cannot succeed itself.",
            ),
            models.CheckConstraint(
                name="succession_kind_known",
                condition=models.Q(kind__in=SuccessionKind.values),
                violation_error_message="Choose one of the kinds of succession listed.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"
