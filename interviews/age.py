"""How old something is, said honestly. The only place that computes it."""

import datetime as dt
from dataclasses import dataclass

from django.db import models

from organisations.partial_dates import PartialDate

OLD_AFTER_YEARS = 5
_MONTHS = 12


class Standing(models.TextChoices):
    """What whoever reviewed it last found."""

    VALID = "valid", "Still valid"
    HISTORICAL = "historical", "Historical"


@dataclass(frozen=True, slots=True)
class Age:
    """When an interview was recorded, or else published, and last reviewed, as seen from `today`.

    A reader is told that it may be out of date once five years have surely passed, or nobody knows how many. Where
    age takes nothing away (`timeless`) nothing is said. A review that found it still valid turns the warning into
    that news, for five years; one that found it historical is told however young the interview, even a timeless one.
    """

    recorded: PartialDate | None
    published: PartialDate | None
    today: dt.date
    reviewed: dt.date | None = None
    standing: str = ""
    timeless: bool = False

    @property
    def date(self) -> PartialDate | None:
        """The date that counts: of the conversation where known, else of its publication."""
        return self.recorded or self.published

    @property
    def is_old(self) -> bool:
        """Whether five years have surely passed, whatever day the date may mean."""
        return self.date is not None and _years_between(self.date.latest, self.today) >= OLD_AFTER_YEARS

    @property
    def dated(self) -> str:
        """“Recorded August 2014”, “Published probably 2014”, “Date not known”."""
        if self.date is None:
            return "Date not known"
        return f"{'Recorded' if self.recorded else 'Published'} {self.date.display()}"

    @property
    def ago(self) -> str:
        """“12 years ago”, “about 12 years ago” where only the year is known; empty without a date."""
        if self.date is None:
            return ""
        if self.date.month is None:
            return self._ago_by_year(self.today.year - self.date.year)
        years = _years_between(self.date.earliest, self.today)
        if years:
            return f"{years} year{'s' if years > 1 else ''} ago"
        months = _months_between(self.date.earliest, self.today)
        return f"{months} month{'s' if months > 1 else ''} ago" if months > 0 else "less than a month ago"

    @property
    def sentence(self) -> str:
        """“Recorded August 2014 (12 years ago)”."""
        return f"{self.dated} ({self.ago})" if self.ago else self.dated

    @property
    def review(self) -> str:
        """“Last reviewed 3 March 2025: still valid.”; empty where nobody reviewed it."""
        return f"Last reviewed {self.review_found}." if self.reviewed else ""

    @property
    def review_found(self) -> str:
        """“3 March 2025: still valid”, “3 March 2025” where it found neither; empty where nobody reviewed it."""
        found = Standing(self.standing).label.lower() if self.standing else ""
        return ": ".join(filter(None, [self._reviewed_on, found]))

    @property
    def is_confirmed(self) -> bool:
        """Whether a review of the last five years found it still valid."""
        return (
            self.reviewed is not None
            and self.standing == Standing.VALID
            and _years_between(self.reviewed, self.today) < OLD_AFTER_YEARS
        )

    @property
    def notice(self) -> str:
        """What a reader must be told before relying on it; empty where there is nothing to tell."""
        if self.standing == Standing.HISTORICAL:
            told = [self._length] if self.is_old else []
            return " ".join([*told, f"Its last review, on {self._reviewed_on}, found it to be of historical interest."])
        if self.timeless or not (self.is_old or self.date is None):
            return ""
        if self.is_confirmed:
            return f"{self._length} Its last review, on {self._reviewed_on}, found it still valid."
        warning = f"{self._length} What it describes may have changed since."
        if self.standing == Standing.VALID:
            return f"{warning} Its last review, on {self._reviewed_on}, found it still valid then."
        return warning

    @property
    def _length(self) -> str:
        """“This interview is about 12 years old.”, or that nobody knows."""
        if self.date is None:
            return "The date of this interview is not known."
        return f"This interview is {self.ago.removesuffix(' ago')} old."

    @property
    def _reviewed_on(self) -> str:
        return PartialDate.of(self.reviewed).display() if self.reviewed else ""

    def _ago_by_year(self, years: int) -> str:
        if years <= 0:
            return "this year"
        return "last year" if years == 1 else f"about {years} years ago"


def _months_between(start: dt.date, end: dt.date) -> int:
    """Whole months from one day to another; negative months count as none."""
    months = (end.year - start.year) * _MONTHS + end.month - start.month - (end.day < start.day)
    return max(0, months)


def _years_between(start: dt.date, end: dt.date) -> int:
    """Whole years from one day to another."""
    return _months_between(start, end) // _MONTHS
