"""Words that readers use for the same thing."""

from typing import override

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models


class SynonymGroup(models.Model):
    """Terms, words or phrases, each of which stands for all the others."""

    terms = ArrayField(
        models.CharField(max_length=80),
        unique=True,
        help_text="Two or more words or phrases that mean the same, with commas between them.",
        error_messages={"unique": "There is a group with just these terms already."},
    )

    class Meta:
        ordering = ["terms"]
        constraints = [
            models.CheckConstraint(
                name="synonym_group_has_two_terms",
                condition=models.Q(terms__len__gte=2),
                violation_error_message="A group needs two terms at least.",
            ),
        ]

    def __str__(self) -> str:
        return ", ".join(self.terms)

    @override
    def clean(self) -> None:
        """Refuse a term that is there twice."""
        super().clean()
        folded = [term.casefold().strip() for term in self.terms or ()]
        twice = sorted({term for term in folded if folded.count(term) > 1})
        if twice:
            raise ValidationError({"terms": f"“{twice[0]}” is there twice."})
