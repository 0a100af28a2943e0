"""A date at the precision known: ISO 8601 reduced precision with EDTF's `?` for probable, and its model field."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import total_ordering
from typing import TYPE_CHECKING, Self

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

_PATTERN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(\?)?", re.ASCII)
_FIRST_YEAR = 1000  # so that a year is four digits and sorts as text
HINT = "Write 2014, 2014-08 or 2014-08-07, with ? at the end if it is only probable."


class PartialDateError(ValueError):
    """The text is not a date; the message says what to write instead."""


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month or a day, and whether it is only probable.

    Sorts by time; where one contains the other the less precise comes first (2014, 2014-08, 2014-08-07),
    and of two equal ones the probable comes last. The format is ISO 8601-1:2019 (5.2.2, reduced precision)
    with the uncertainty mark of its part 2 (EDTF level 1).
    """

    year: int
    month: int | None = None
    day: int | None = None
    probable: bool = False

    def __post_init__(self) -> None:
        if not _FIRST_YEAR <= self.year <= dt.MAXYEAR:
            msg = f"{self.year} is not a year of four digits. {HINT}"
            raise PartialDateError(msg)
        if self.day is not None and self.month is None:
            msg = f"A day needs its month. {HINT}"
            raise PartialDateError(msg)
        try:
            dt.date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)
        except ValueError:
            msg = f"There is no such date as {self}. {HINT}"
            raise PartialDateError(msg) from None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2014`, `2014-08` or `2014-08-07`, with or without `?`; raise PartialDateError otherwise."""
        found = _PATTERN.fullmatch(text.strip())
        if found is None:
            msg = f"“{text.strip()[:40]}” is not a date. {HINT}"
            raise PartialDateError(msg)
        year, month, day, mark = found.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None, bool(mark))

    @classmethod
    def of(cls, date: dt.date) -> Self:
        """The same day as a partial date."""
        return cls(date.year, date.month, date.day)

    def __str__(self) -> str:
        """The text that `parse` reads."""
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts) + ("?" if self.probable else "")

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self._key() < other._key()

    def _key(self) -> tuple[int, int, int, bool]:
        return (self.year, self.month or 0, self.day or 0, self.probable)

    @property
    def earliest(self) -> dt.date:
        """The first day it can mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> dt.date:
        """The last day it can mean."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def display(self) -> str:
        """For readers, at the precision known: “7 August 2014”, “August 2014”, “probably 2014”."""
        month = calendar.month_name[self.month] if self.month else ""
        words = ["probably" if self.probable else "", str(self.day or ""), month, str(self.year)]
        return " ".join(word for word in words if word)

    def display_when(self) -> str:
        """For the middle of a sentence: “on 7 August 2014”, “in August 2014”, “probably in 2014”."""
        words = [
            "probably" if self.probable else "",
            "on" if self.day else "in",
            replace(self, probable=False).display(),
        ]
        return " ".join(word for word in words if word)

    def day_before(self) -> "PartialDate":
        """The day before where the day is known; otherwise itself, since no more can be said (nor before the first)."""
        if self.day is None or self.earliest == dt.date(_FIRST_YEAR, 1, 1):
            return self
        return replace(self.of(self.earliest - dt.timedelta(days=1)), probable=self.probable)

    def day_after(self) -> "PartialDate":
        """The next day where the day is known; otherwise itself, since no more can be said (nor after the last)."""
        if self.day is None or self.latest == dt.date.max:
            return self
        return replace(self.of(self.latest + dt.timedelta(days=1)), probable=self.probable)


class PartialDateFormField(forms.CharField):
    """A text box that cleans to a PartialDate, or None when left empty."""

    def to_python(self, value: object) -> PartialDate | None:  # type: ignore[override]  # a CharField of another value
        """Read what was typed."""
        if isinstance(value, PartialDate):
            return value
        text = super().to_python(value)
        if not text:
            return None
        try:
            return PartialDate.parse(text)
        except PartialDateError as error:
            raise ValidationError(str(error), code="invalid") from error

    def run_validators(self, value: object) -> None:
        """Check length and control characters on the text form."""
        super().run_validators("" if value is None else str(value))


if TYPE_CHECKING:
    _TextField = models.CharField[PartialDate | str | None, PartialDate | None]
else:
    _TextField = models.CharField  # Django's fields are generic to the type checker only


class PartialDateField(_TextField):
    """Holds a PartialDate, or None where the date is unknown; offers the lookup `__year`.

    Stored as its ISO text with ` ?` for probable, compared byte by byte (collation C), because a space sorts
    before a hyphen: so the database sorts exactly as PartialDate does.
    """

    description = "A date at the precision known"

    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs["max_length"] = 12
        kwargs["db_collation"] = "C"
        kwargs.setdefault("null", True)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django gives them

    def deconstruct(self) -> tuple[str, str, list[object], dict[str, object]]:
        """What a migration writes: what we set ourselves is left out."""
        name, path, args, kwargs = super().deconstruct()
        for ours in ("max_length", "db_collation"):
            kwargs.pop(ours, None)
        for default in ("null", "blank"):
            if kwargs.get(default) is True:
                del kwargs[default]
            else:
                kwargs[default] = False
        return name, path, list(args), kwargs

    def to_python(self, value: object) -> PartialDate | None:
        """Read a value or its text; refuse what is no date."""
        if value is None or value == "":
            return None
        if isinstance(value, PartialDate):
            return value
        try:
            return PartialDate.parse(str(value))
        except PartialDateError as error:
            raise ValidationError(str(error), code="invalid") from error

    def from_db_value(self, value: str | None, *_: object) -> PartialDate | None:
        """Read what `get_prep_value` wrote."""
        return None if value is None else PartialDate.parse(value.replace(" ?", "?"))

    def get_prep_value(self, value: object) -> str | None:
        """The stored text."""
        date = self.to_python(value)
        return None if date is None else str(date).replace("?", " ?")

    def run_validators(self, value: object) -> None:
        """Validate the text form: Django's length check measures text."""
        super().run_validators("" if value is None else str(value))

    def value_to_string(self, obj: models.Model) -> str:
        """For dumps."""
        value = self.value_from_object(obj)
        return "" if value is None else str(value)

    def formfield(self, **kwargs: object) -> forms.Field | None:
        """A text box that refuses what is no date."""
        kwargs.setdefault("help_text", self.help_text or HINT)
        return models.Field.formfield(self, form_class=PartialDateFormField, **kwargs)  # type: ignore[arg-type]


@PartialDateField.register_lookup
class Year(models.Transform):
    """`__year`: the year as a number, whatever the precision."""

    lookup_name = "year"
    template = "CAST(LEFT(%(expressions)s, 4) AS integer)"
    output_field = models.IntegerField()


@PartialDateField.register_lookup
class Through(models.Transform):
    """`__through`: a text that sorts after every date it may mean, so that 2014 ends after 2014-03 starts.

    Says the collation itself, because a constraint is also checked on bare values, which have none.
    """

    lookup_name = "through"
    template = "(RTRIM(%(expressions)s, ' ?') || '~') COLLATE \"C\""
    output_field = models.CharField()
