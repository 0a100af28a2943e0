"""A person who speaks."""

from typing import Self

from django.db import models
from django.urls import reverse

from organisations import publication
from organisations.models.address import Addressed, AddressedQuerySet


class LeaderQuerySet(AddressedQuerySet["Leader"]):
    """Leaders, narrowed."""

    def published(self) -> Self:
        """Those who speak in something published."""
        from organisations.models.role import Role  # noqa: PLC0415  # a role points at its leader

        roles = Role.objects.filter(publication.speaks_in_public("pk"), leader=models.OuterRef("pk"))
        return self.filter(models.Exists(roles))


class Leader(Addressed):
    """A person who speaks, under the name they are known by."""

    name = models.CharField(max_length=120)
    post_nominals = models.CharField(max_length=120, blank=True, help_text="Letters after the name, such as CBE FRCP.")
    specialty = models.CharField(max_length=120, blank=True)
    profile_url = models.URLField("profile", max_length=500, blank=True, help_text="A page about them elsewhere.")

    objects = LeaderQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Their page."""
        return reverse("leaders:detail", args=[self.slug])
