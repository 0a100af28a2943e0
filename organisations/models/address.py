"""Addresses of public pages: a slug that changes keeps leading to the same thing, and to nothing else."""

from collections.abc import Collection
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Now


class FormerAddress(models.Model):
    """A slug that something used to have. Written by a database trigger, however the slug was changed.

    `kind` is the model's label ("interviews.interview"), `object_id` the row that had the slug. The row may have
    been deleted since: its address stays reserved, so that an old link never leads to somebody else, until
    a curator deletes this row.
    """

    kind = models.CharField(max_length=60)
    slug = models.SlugField(max_length=120)
    object_id = models.BigIntegerField()
    since = models.DateTimeField("left on", db_default=Now())

    class Meta:
        verbose_name = "former address"
        verbose_name_plural = "former addresses"
        ordering = ["kind", "slug"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "slug"],
                name="former_address_leads_to_one_thing",
                violation_error_message="This former address is kept already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.slug}"


class AddressedQuerySet[M: "Addressed"](models.QuerySet[M]):
    """Finds things by their address, present or former."""

    def at(self, slug: str) -> Self:
        """What is, or used to be, at this slug; at most one row."""
        former = FormerAddress.objects.filter(kind=self.model._meta.label_lower, slug=slug)  # noqa: SLF001  # public API
        return self.filter(models.Q(slug=slug) | models.Q(pk__in=former.values("object_id")))

    def moved(self, slugs: Collection[str]) -> dict[str, str]:
        """From those of these slugs that are former ones to the slugs of today."""
        former = FormerAddress.objects.filter(kind=self.model._meta.label_lower, slug__in=slugs)  # noqa: SLF001  # public API
        owners = dict(former.values_list("slug", "object_id"))
        today = dict(self.filter(pk__in=owners.values()).values_list("pk", "slug"))
        return {slug: today[owner] for slug, owner in owners.items() if owner in today}


class Addressed(models.Model):
    """Something with a page of its own, at an address made of its slug."""

    slug = models.SlugField(
        "address",
        max_length=120,
        unique=True,
        help_text="The last part of the page's address. Small letters, digits and hyphens. "
        "You may change it: the old address will lead here.",
        error_messages={"unique": "Something else has this address. Choose another."},
    )

    class Meta:
        abstract = True

    def get_absolute_url(self) -> str:
        """Its page: the app that has the page says where."""
        raise NotImplementedError

    def clean(self) -> None:
        """Refuse the former address of something else (the database refuses it too)."""
        super().clean()
        kind = self._meta.label_lower
        former = FormerAddress.objects.filter(kind=kind, slug=self.slug).exclude(object_id=self.pk or 0)
        if former.exists():
            raise ValidationError(
                {
                    "slug": "This used to be the address of something else, and old links still lead there. "
                    "Choose another."
                },
                code="former_address",
            )
