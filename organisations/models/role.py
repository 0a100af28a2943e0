"""A post that a leader holds or held at an organisation."""

from typing import Self

from django.db import models

from organisations import publication
from organisations.models.leader import Leader
from organisations.models.organisation import Organisation
from organisations.partial_dates import PartialDateField


class Level(models.TextChoices):
    """How the post stands in medical leadership, whatever its title."""

    BOARD = "board", "Board"
    MEDICAL_DIRECTOR = "medical_director", "Medical director"
    DEPUTY_MEDICAL_DIRECTOR = "deputy_medical_director", "Deputy or associate medical director"
    CLINICAL_DIRECTOR = "clinical_director", "Clinical director"
    CONSULTANT = "consultant", "Consultant"
    SAS_DOCTOR = "sas_doctor", "SAS doctor"
    RESIDENT_DOCTOR = "resident_doctor", "Resident doctor"
    GP = "gp", "GP"
    MANAGER = "manager", "Manager"
    OTHER = "other", "Other"


class RoleQuerySet(models.QuerySet["Role"]):
    """Roles, narrowed."""

    def published(self) -> Self:
        """Roles of public leaders that speak in something published, or in nothing (a fact of a life).

        A role that speaks only in what is not published yet would give that away.
        """
        return self.filter(
            publication.speaks_in_public("pk") | publication.speaks_nowhere("pk"),
            leader__in=Leader.objects.published(),
        )

    def in_order(self) -> Self:
        """Latest first; a post without dates last."""
        return self.order_by(models.F("start").desc(nulls_last=True), models.F("end").desc(nulls_last=True), "pk")


class Role(models.Model):
    """Leader + organisation + title, with level and dates. Two people may hold the same title at once."""

    leader = models.ForeignKey(Leader, on_delete=models.CASCADE, related_name="roles")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="roles")
    title = models.CharField(max_length=200, help_text="As the organisation writes it, such as Medical Director.")
    level = models.CharField(max_length=30, choices=Level)
    start = PartialDateField(help_text="When it began, as precisely as known.")
    end = PartialDateField(help_text="When it ended, if it has.")

    objects = RoleQuerySet.as_manager()

    class Meta:
        ordering = ["leader", "start", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["leader", "organisation", "title", "start"],
                nulls_distinct=False,
                name="role_once",
                violation_error_message="This leader has that role already.",
            ),
            models.CheckConstraint(
                name="role_level_known",
                condition=models.Q(level__in=Level.values),
                violation_error_message="Choose one of the levels listed.",
            ),
            models.CheckConstraint(
                name="role_ends_after_start",
                condition=models.Q(end__isnull=True)
                | models.Q(start__isnull=True)
                | models.Q(end__through__gte=models.F("start")),
                violation_error_message="A role cannot end before it starts.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.leader}, {self.title}, {self.organisation}"
