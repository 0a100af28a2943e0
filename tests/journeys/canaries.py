"""Words that stand in every field of what is hidden, and nowhere else."""

import itertools
import string
from collections.abc import Callable, Iterator

from django.apps import apps
from django.db import models

from organisations.models import FormerAddress
from organisations.partial_dates import PartialDate, PartialDateField

_LETTERS = map("".join, itertools.product(string.ascii_lowercase, repeat=4))
# What holds no words.
_SILENT = (
    models.AutoField,
    models.BooleanField,
    models.DateTimeField,
    models.DecimalField,
    models.ForeignKey,
    models.GeneratedField,
    models.IntegerField,
)


def all_models() -> list[type[models.Model]]:
    """Every model of ours, links between rows included; former addresses are written by the database."""
    found = (apps.get_app_config(app).get_models(include_auto_created=True) for app in ("organisations", "interviews"))
    return [model for model in itertools.chain.from_iterable(found) if model is not FormerAddress]


def made_by(make: Callable[[], object]) -> list[models.Model]:
    """All rows that are there after `make` and were not before."""
    before = {model: set(model._default_manager.values_list("pk", flat=True)) for model in all_models()}
    make()
    return [row for model, old in before.items() for row in model._default_manager.exclude(pk__in=old).order_by("pk")]


def fill(row: models.Model, year: int) -> Iterator[str]:
    """Put a canary into every field of a row that holds text, save the row, and yield the canaries.

    A choice becomes another choice and a date that year's March; neither can be looked for as a word.
    A field of a new sort is an error, so that somebody decides here what its canary is.
    """
    for field in row._meta.concrete_fields:
        if isinstance(field, _SILENT) or field.name == "state":
            continue
        if isinstance(field, PartialDateField):
            setattr(row, field.name, PartialDate(year, 3))
        elif field.choices:
            others = [value for value, _ in field.flatchoices if value != field.value_from_object(row)]
            setattr(row, field.name, others[0])
        elif isinstance(field, models.CharField | models.TextField):
            canary = f"zq{next(_LETTERS)}x"
            setattr(row, field.name, f"https://{canary}.example/" if isinstance(field, models.URLField) else canary)
            yield canary
        else:
            raise TypeError(f"What is the canary of {field}?")
    row.save()
