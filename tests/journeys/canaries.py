"""Words that stand in every field of what is hidden, and nowhere else."""

import itertools
import string
from collections.abc import Callable, Iterator
from datetime import date

from django.apps import apps
from django.core.files.base import ContentFile
from django.db import models

from interviews.models import Rebuild, SearchDocument, SearchEdition, SearchText, SearchWord
from organisations.models import FormerAddress
from organisations.partial_dates import PartialDate, PartialDateField

_LETTERS = map("".join, itertools.product(string.ascii_lowercase, repeat=4))
_ROOM_FOR_TWO = 80  # characters; shorter fields hold one word
LIKE_ALL = "zqaaax"
"""A public word that every canary looks like a slip for."""
# What is no content: the database writes it, from what is.
_WRITTEN_BY_THE_DATABASE = {FormerAddress, Rebuild, SearchDocument, SearchEdition, SearchText, SearchWord}
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
    """Every model of ours that holds content, links between rows included."""
    found = (apps.get_app_config(app).get_models(include_auto_created=True) for app in ("organisations", "interviews"))
    return [model for model in itertools.chain.from_iterable(found) if model not in _WRITTEN_BY_THE_DATABASE]


def made_by(make: Callable[[], object]) -> list[models.Model]:
    """All rows that are there after `make` and were not before."""
    before = {model: set(model._default_manager.values_list("pk", flat=True)) for model in all_models()}
    make()
    return [row for model, old in before.items() for row in model._default_manager.exclude(pk__in=old).order_by("pk")]


def fill(row: models.Model, year: int) -> Iterator[str]:
    """Put canaries into every field of a row that holds text, save the row, and yield them.

    A choice becomes the next choice and a date that year's March; neither can be looked for as a word. What has room
    for it holds two words, as a name does.
    A field of a new sort is an error, so that somebody decides here what its canary is.
    """
    for field in row._meta.concrete_fields:
        if isinstance(field, _SILENT) or field.name == "state":
            continue
        if isinstance(field, PartialDateField):
            setattr(row, field.name, PartialDate(year, 3))
        elif isinstance(field, models.DateField):
            setattr(row, field.name, date(year, 3, 1))
        elif isinstance(field, models.FileField):
            word = f"zq{next(_LETTERS)}x"
            setattr(row, field.name, field.storage.save(f"{word}.mp4", ContentFile(word.encode())))
            yield word
        elif field.choices:
            values = [value for value, _ in field.flatchoices]
            now = field.value_from_object(row)
            place = values.index(now) if now in values else -1
            setattr(row, field.name, values[(place + 1) % len(values)])
        elif isinstance(field, models.CharField | models.TextField):
            words = [f"zq{next(_LETTERS)}x" for _ in range(_words_in(field))]
            text = " ".join(words)
            setattr(row, field.name, f"https://{text}.example/" if isinstance(field, models.URLField) else text)
            yield from words
        else:
            raise TypeError(f"What is the canary of {field}?")
    row.save()


def slip(word: str, number: int) -> str:
    """The canary with one letter left out or one letter wrong, by turns."""
    return word[:4] + word[5:] if number % 2 else f"{word[:5]}q{word[6:]}"


def _words_in(field: "models.Field[object, object]") -> int:
    in_one_piece = isinstance(field, models.SlugField | models.URLField)
    return 1 if in_one_piece or (field.max_length or _ROOM_FOR_TWO) < _ROOM_FOR_TWO else 2
