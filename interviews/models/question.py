"""A question that leaders ask, on the front page: a search that a curator has saved."""

from django.db import models
from django.urls import reverse


class Question(models.Model):
    """A question in a reader's words, and the search that answers it."""

    position = models.PositiveSmallIntegerField(help_text="First, second … on the front page.")
    text = models.CharField(max_length=120, unique=True, help_text="As a leader would ask it.")
    address = models.CharField(
        "search",
        max_length=500,
        help_text="The address of a search page, or what follows its question mark: q=consultants&theme=listening.",
    )

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        """The search that answers it."""
        return f"{reverse('search')}?{self.address}"
