"""Turn the text of one cell into a value, by the validation of the model's own field, and advise where it has none."""

from collections import Counter
from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.text import slugify

from interviews.importing.problems import CellError
from interviews.importing.references import nearest

type Validator = Callable[[object], None]

SEPARATOR = ";"
EMPTY = "This cell is empty. It must be filled in."


def field_of(model: type[models.Model], name: str) -> "models.Field[object, object]":
    """The model's field of that name."""
    field = model._meta.get_field(name)  # noqa: SLF001  # public API
    if not isinstance(field, models.Field):
        message = f"{model.__name__}.{name} is no field of its own."
        raise TypeError(message)
    return field


def split(text: str) -> list[str]:
    """The parts of a list; raise CellError where one is there twice."""
    parts = [part.strip() for part in text.split(SEPARATOR) if part.strip()]
    for part, count in Counter(part.casefold() for part in parts).items():
        if count > 1:
            raise CellError(f"“{part}” is there {count} times. Keep one.")
    return parts


def clean(field: "models.Field[object, object]", text: str, validators: tuple[Validator, ...] = ()) -> object:
    """The value that the field makes of the text, by its own validation; raise CellError with advice."""
    if not text and field.has_default():
        return field.get_default()
    if not text and not field.blank:
        raise CellError(EMPTY)
    try:
        value = field.clean(text.capitalize() if isinstance(field, models.BooleanField) else text, None)
        for validator in (*_STRICTER.get(type(field), ()), *validators):
            if text:
                validator(value)
    except ValidationError as error:
        raise CellError(_advice(field, text, error)) from error
    return value


# Django's own lets ftp through, which browsers no longer open.
_STRICTER: dict[type, tuple[Validator, ...]] = {models.URLField: (URLValidator(schemes=("http", "https")),)}

_ADVICE: dict[type, str] = {
    models.URLField: "“{text}” is not a web address. Write all of it, from https:// on.",
    models.SlugField: "“{text}” cannot be an address. Write small letters, digits and hyphens, such as “{slug}”.",
    models.PositiveSmallIntegerField: "“{text}” is not a whole number from 1 to 32767.",
    models.BooleanField: "“{text}” is neither true nor false. Write one of the two.",
}


def _advice(field: "models.Field[object, object]", text: str, error: ValidationError) -> str:
    """What is wrong with the text and what to write, in a curator's words."""
    shown = text if len(text) <= 60 else f"{text[:60]}…"  # noqa: PLR2004  # enough to know it by
    codes = {each.code for each in error.error_list}
    if field.choices and "invalid_choice" in codes:
        values = [str(value) for value, _ in field.flatchoices]
        return f"“{shown}” is not one of the choices.{nearest(text, values)} Write one of: {', '.join(values)}."
    if "max_length" in codes and field.max_length is not None:
        return f"This has {len(text)} characters; there is room for {field.max_length}. Shorten it."
    if type(field) in _ADVICE:
        return _ADVICE[type(field)].format(text=shown, slug=slugify(text) or "a-name")
    return " ".join(error.messages)
