"""An NHS body, and what it is called now and was called then."""

from typing import Self

from django.db import models
from django.urls import reverse

from organisations import publication
from organisations.models.address import Addressed, AddressedQuerySet
from organisations.partial_dates import PartialDate, PartialDateField


class Sector(models.TextChoices):
    """What kind of care, or of body."""

    ACUTE = "acute", "Acute"
    SPECIALIST = "specialist", "Specialist"
    MENTAL_HEALTH = "mental_health", "Mental health"
    COMMUNITY = "community", "Community"
    AMBULANCE = "ambulance", "Ambulance"
    INTEGRATED = "integrated", "Integrated"
    HEALTH_BOARD = "health_board", "Health board"
    PRIMARY_CARE = "primary_care", "Primary care"
    NATIONAL_BODY = "national_body", "National body"
    ROYAL_COLLEGE = "royal_college", "Royal college"
    OTHER = "other", "Other"


class Nation(models.TextChoices):
    """Where it works."""

    ENGLAND = "England"
    NORTHERN_IRELAND = "Northern Ireland"
    SCOTLAND = "Scotland"
    WALES = "Wales"
    UNITED_KINGDOM = "United Kingdom"


class OrganisationQuerySet(AddressedQuerySet["Organisation"]):
    """Organisations, narrowed."""

    def published(self) -> Self:
        """Those whose lineage holds an organisation that published content speaks from."""
        from organisations.lineage import Lineage  # noqa: PLC0415  # lineage reads models
        from organisations.models.role import Role  # noqa: PLC0415  # a role points at its organisation

        # One role is enough, so the database may stop at the first.
        roles = Role.objects.filter(publication.speaks_in_public("pk"), organisation=models.OuterRef("pk"))
        speaking = self.model.objects.filter(models.Exists(roles))
        return self.filter(pk__in=Lineage.bare().families(speaking.order_by().values_list("pk", flat=True)))

    def with_names(self) -> Self:
        """Fetch all names, so that `name_at` asks nothing more."""
        return self.prefetch_related("names")


class Organisation(Addressed):
    """An NHS body. `name` is today's, or its last; others are rows of `names`."""

    name = models.CharField(max_length=200, unique=True, help_text="The official name today, or the last one it had.")
    sector = models.CharField(max_length=20, choices=Sector)
    nation = models.CharField(max_length=20, choices=Nation)
    region = models.CharField(
        max_length=60,
        blank=True,
        help_text="The NHS England region, or the part of the nation. May be empty.",
    )
    website = models.URLField(max_length=500, blank=True)
    opened = PartialDateField(help_text="When it began, as precisely as known: 2014, 2014-08 or 2014-08-07.")
    closed = PartialDateField(help_text="Its last day, if it is no more.")

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="organisation_sector_known",
                condition=models.Q(sector__in=Sector.values),
                violation_error_message="Choose one of the sectors listed.",
            ),
            models.CheckConstraint(
                name="organisation_nation_known",
                condition=models.Q(nation__in=Nation.values),
                violation_error_message="Choose one of the nations listed.",
            ),
            models.CheckConstraint(
                name="organisation_closed_after_opened",
                condition=models.Q(closed__isnull=True)
                | models.Q(opened__isnull=True)
                | models.Q(closed__through__gte=models.F("opened")),
                violation_error_message="An organisation cannot close before it opened.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("organisations:detail", args=[self.slug])

    def name_at(self, date: PartialDate | None) -> str:
        """What it was officially called then: the dated name in force for most of that time, else `name`.

        Reads `names` (prefetch them with `with_names`). A name without any date says nothing about when.
        """
        if date is None:
            return self.name
        dated = [name for name in self.names.all() if name.is_official and name.is_dated]
        covering = [(name.days_within(date), name.sort_date, name.name) for name in dated if name.days_within(date)]
        return max(covering)[2] if covering else self.name
