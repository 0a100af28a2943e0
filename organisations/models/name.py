"""A name that an organisation has or had, with its dates."""

import datetime as dt

from django.db import models

from organisations.models.organisation import Organisation
from organisations.partial_dates import PartialDate, PartialDateField


class NameKind(models.TextChoices):
    """What sort of name it is."""

    OFFICIAL = "official", "Official"
    FORMER = "former", "Former official"
    KNOWN_AS = "known_as", "Known as"
    ABBREVIATION = "abbreviation", "Abbreviation"
    MISNOMER = "misnomer", "Wrong, but used"


class OrganisationName(models.Model):
    """One name of one organisation. A rename is two of these: a former name that ends, an official that starts."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=NameKind)
    start = PartialDateField(help_text="The first day of the name, if known.")
    end = PartialDateField(help_text="The last day of the name, if it is no longer used.")

    class Meta:
        verbose_name = "name"
        ordering = ["organisation", "start", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name", "kind"],
                name="organisation_name_once_per_kind",
                violation_error_message="This organisation has that name already.",
            ),
            models.CheckConstraint(
                name="organisation_name_kind_known",
                condition=models.Q(kind__in=NameKind.values),
                violation_error_message="Choose one of the kinds of name listed.",
            ),
            models.CheckConstraint(
                name="organisation_name_ends_after_start",
                condition=models.Q(end__isnull=True)
                | models.Q(start__isnull=True)
                | models.Q(end__through__gte=models.F("start")),
                violation_error_message="A name cannot end before it starts.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_official(self) -> bool:
        """Whether it is, or was, the name in law."""
        return self.kind in {NameKind.OFFICIAL, NameKind.FORMER}

    @property
    def is_dated(self) -> bool:
        """Whether we know anything of when it was in force."""
        return self.start is not None or self.end is not None

    @property
    def sort_date(self) -> dt.date:
        """Its first day, for putting names in order; an unknown start comes first."""
        return self.start.earliest if self.start else dt.date.min

    def days_within(self, date: PartialDate) -> int:
        """On how many of the days that `date` can mean this name was in force."""
        first = max(self.sort_date, date.earliest)
        last = min(self.end.latest if self.end else dt.date.max, date.latest)
        return max(0, (last - first).days + 1)
