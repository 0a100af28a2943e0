"""How old something is, said honestly. The only place that computes it."""

import datetime as dt
from dataclasses import dataclass

from organisations.partial_dates import PartialDate

OLD_AFTER_YEARS = 5
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Age:
    """When an interview was recorded, or else published, as seen from `today`."""

    recorded: PartialDate | None
    published: PartialDate | None
    today: dt.date

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
