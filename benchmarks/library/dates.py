"""Dates of the library, as precise as sources tend to be."""

from random import Random

from organisations.partial_dates import PartialDate

FIRST_YEAR, LAST_YEAR = 2004, 2026
_LAST_MONTH = 9  # of the last year, so that nothing lies in the future


def between(random: Random, first: int, last: int) -> PartialDate:
    """A day, a month or a year of those years, now and then only probable."""
    year = random.randint(first, last)
    month = random.randint(1, _LAST_MONTH if year == LAST_YEAR else 12)
    precision = random.random()
    if precision < 0.45:
        return PartialDate(year, month, random.randint(1, 28))
    if precision < 0.75:
        return PartialDate(year, month)
    return PartialDate(year, probable=precision > 0.9)
