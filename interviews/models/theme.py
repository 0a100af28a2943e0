"""The curated vocabulary: what statements are about."""

from typing import Self, override

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

from organisations.models import Addressed, AddressedQuerySet


class ThemeQuerySet(AddressedQuerySet["Theme"]):
    """Themes, narrowed."""

    def published(self) -> Self:
        """Those with a published statement, and those above one."""
        from interviews.models.statement import Statement  # noqa: PLC0415  # a statement points at its themes

        # One statement is enough, so the database may stop at the first: among tens of thousands that matters.
        used = models.Exists(Statement.objects.published().filter(themes=models.OuterRef("pk")))
        wider = models.Exists(self.model.objects.filter(parent=models.OuterRef("pk")).filter(used))
        return self.filter(used | wider)


class Theme(Addressed):
    """A subject, at most two levels deep; `parent` is the wider one."""

    name = models.CharField(max_length=120, unique=True)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        help_text="The wider theme, if there is one. A wider theme cannot itself be under another.",
    )
    definition = models.TextField(help_text="One or two sentences: what belongs here.")
    synthesis = models.TextField(
        blank=True, help_text="What leaders say about it, taken together, in an editor's words. Markdown."
    )

    objects = ThemeQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="theme_not_under_itself",
                condition=~models.Q(parent=models.F("pk")),
                violation_error_message="A theme cannot be under itself.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("themes:detail", args=[self.slug])

    @override
    def clean(self) -> None:
        """Keep to two levels (the database keeps to them too)."""
        super().clean()
        if self.parent_id is None or self.parent_id == self.pk:  # under itself: the constraint says so
            return
        if self.parent is not None and self.parent.parent_id is not None:
            raise ValidationError({"parent": "That theme is under another already. There are two levels at most."})
        if self.pk and self.children.exists():
            raise ValidationError({"parent": "This theme has others under it, so it cannot go under one itself."})


class ThemeAlias(models.Model):
    """Another word for a theme, which search takes for its name."""

    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=120)

    class Meta:
        verbose_name = "alias"
        verbose_name_plural = "aliases"
        ordering = ["theme", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["theme", "name"],
                name="theme_alias_once",
                violation_error_message="This theme has that alias already.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
