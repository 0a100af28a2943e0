"""A code by which others know an organisation."""

from django.db import models

from organisations.models.organisation import Organisation


class Scheme(models.TextChoices):
    """Who gives the code out."""

    ODS = "ods", "ODS code"
    GSS = "gss", "GSS code"
    ROR = "ror", "ROR identifier"


class OrganisationIdentifier(models.Model):
    """One code in one scheme. A code is never given to a second organisation (ODS never reuses one)."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="identifiers")
    scheme = models.CharField(max_length=10, choices=Scheme)
    value = models.CharField(max_length=60)

    class Meta:
        verbose_name = "identifier"
        ordering = ["organisation", "scheme", "value"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "value"],
                name="organisation_identifier_unique",
                violation_error_message="Another organisation has this code already.",
            ),
            models.CheckConstraint(
                name="organisation_identifier_scheme_known",
                condition=models.Q(scheme__in=Scheme.values),
                violation_error_message="Choose one of the schemes listed.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_scheme_display()} {self.value}"
