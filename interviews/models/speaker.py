"""Who speaks in an interview: a role, and how the source credits it."""

from typing import TYPE_CHECKING

from django.db import models

from interviews.models.interview import Interview
from organisations.models import Role

if TYPE_CHECKING:
    from organisations.models import Leader


class Speaker(models.Model):
    """A role speaking in an interview; shown with the organisation's name as it was then."""

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="speakers")
    role = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="speakers")
    position = models.PositiveSmallIntegerField(default=1, help_text="First, second … in the order of the source.")
    credited_organisation = models.CharField(
        max_length=200,
        blank=True,
        help_text="How the source names the organisation, where that differs from its name at the time.",
    )

    class Meta:
        ordering = ["interview", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["interview", "role"],
                name="speaker_once_per_interview",
                violation_error_message="This role speaks in this interview already.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.role)

    @property
    def leader(self) -> "Leader":
        """The person."""
        return self.role.leader

    @property
    def organisation_then(self) -> str:
        """The organisation's name at the time of the interview.

        Where the interview has no date, what the source calls it is the best evidence of the time.
        """
        if self.interview.date is None and self.credited_organisation:
            return self.credited_organisation
        return self.role.organisation.name_at(self.interview.date)

    @property
    def organisation_now(self) -> str:
        """Its name today, or its last; empty where that is the name it had then."""
        name = self.role.organisation.name
        return "" if name == self.organisation_then else name

    @property
    def perhaps_then(self) -> list[str]:
        """Former official names without any date: at the time it may have been called one of these instead."""
        official = [name for name in self.role.organisation.names.all() if name.is_official]
        if self.organisation_now or any(name.is_dated for name in official):
            return []
        return [name.name for name in official if name.name not in {self.organisation_then, self.credited_organisation}]

    @property
    def credited_otherwise(self) -> str:
        """How the source names it, where that is not the name it had then; else empty."""
        return "" if self.credited_organisation == self.organisation_then else self.credited_organisation
