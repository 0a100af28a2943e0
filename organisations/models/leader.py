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
        speaking = self.model.objects.filter(publication.speaks_in_public("roles"))
        return self.filter(pk__in=speaking.values("pk"))


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
