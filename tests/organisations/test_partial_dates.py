"""Dates at the precision known: as values, in the database and in forms."""

import calendar
import datetime as dt
import random

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from organisations.models import Organisation
from organisations.partial_dates import HINT, PartialDate, PartialDateError, PartialDateField
from tests.factories import OrganisationFactory

# In order.
DATES = [
    "1999-12-31",
    "2014",
    "2014?",
    "2014-01",
    "2014-01?",
    "2014-01-01",
    "2014-01-01?",
    "2014-08",
    "2014-08-07",
    "2014-08-07?",
    "2014-10",
    "2014-10?",
    "2015",
    "2015?",
]


def _dates() -> st.SearchStrategy[PartialDate]:
    """Any date of four-digit years, at any precision."""

    def at_precision(day: dt.date, length: int, mark: str) -> PartialDate:
        return PartialDate.parse(day.isoformat()[:length] + mark)

    lengths = st.sampled_from([len("2014"), len("2014-08"), len("2014-08-07")])
    return st.builds(at_precision, st.dates(min_value=dt.date(1000, 1, 1)), lengths, st.sampled_from(["", "?"]))


OpeningForm = forms.modelform_factory(Organisation, fields=["opened"])


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2014", PartialDate(2014)),
        ("2014-08", PartialDate(2014, 8)),
        ("2014-08-07", PartialDate(2014, 8, 7)),
        ("2016-02-29", PartialDate(2016, 2, 29)),
        ("2014?", PartialDate(2014, probable=True)),
        ("2014-08?", PartialDate(2014, 8, probable=True)),
        (" 2014-08 ", PartialDate(2014, 8)),
    ],
)
def test_reads_a_year_a_month_or_a_day(text: str, date: PartialDate) -> None:
    assert PartialDate.parse(text) == date


@pytest.mark.parametrize(
    "text",
    [
        "",
        "14",
        "20145",
        "0999",
        "0000-01-01",
        "2014-00",
        "2014-13",
        "2014-8",
        "2014-08-00",
        "2014-02-30",
        "2015-02-29",
        "2014/08",
        "2014-08-07T10:00",
        "August 2014",
        "2014??",
        "?2014",
        "-2014",
        "２０１４",  # noqa: RUF001  # full-width digits on purpose
        "٢٠١٤",
        "2014-08\n2015",
    ],
)
def test_refuses_what_is_no_date_and_says_what_to_write(text: str) -> None:
    with pytest.raises(PartialDateError, match="Write 2014, 2014-08 or 2014-08-07"):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(2014, None, 7), (2014, 0, None), (2014, 13, None), (2014, 2, 30), (2014, 2, 0), (999, None, None), (10000, 1, 1)],
)
def test_holds_no_impossible_date(year: int, month: int | None, day: int | None) -> None:
    with pytest.raises(PartialDateError):
        PartialDate(year, month, day)


@given(_dates())
def test_its_text_reads_back_as_itself(date: PartialDate) -> None:
    assert PartialDate.parse(str(date)) == date


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_an_error(text: str) -> None:
    try:
        date = PartialDate.parse(text)
    except PartialDateError:
        return
    assert str(date) == text.strip()


@pytest.mark.parametrize(
    ("text", "display", "when"),
    [
        ("2014", "2014", "in 2014"),
        ("2014-08", "August 2014", "in August 2014"),
        ("2014-08-07", "7 August 2014", "on 7 August 2014"),
        ("2014?", "probably 2014", "probably in 2014"),
        ("2014-08?", "probably August 2014", "probably in August 2014"),
        ("2014-08-07?", "probably 7 August 2014", "probably on 7 August 2014"),
    ],
)
def test_is_shown_at_the_precision_known(text: str, display: str, when: str) -> None:
    date = PartialDate.parse(text)
    assert (date.display(), date.display_when()) == (display, when)


@given(_dates())
def test_spans_every_day_it_can_mean(date: PartialDate) -> None:
    days = 1 if date.day else 366 if calendar.isleap(date.year) else 365
    if date.month and not date.day:
        days = calendar.monthrange(date.year, date.month)[1]
    assert (date.latest - date.earliest).days + 1 == days


@pytest.mark.parametrize(
    ("text", "next_day"),
    [
        ("2014-08-07", "2014-08-08"),
        ("2014-12-31?", "2015-01-01?"),
        ("2014-08", "2014-08"),
        ("2014", "2014"),
        ("9999-12-31", "9999-12-31"),
    ],
)
def test_knows_the_day_after_where_it_knows_the_day(text: str, next_day: str) -> None:
    assert PartialDate.parse(text).day_after() == PartialDate.parse(next_day)


def test_the_less_precise_comes_first_and_the_probable_last() -> None:
    dates = [PartialDate.parse(text) for text in DATES]
    shuffled = random.sample(dates, len(dates))
    assert [str(date) for date in sorted(shuffled)] == DATES


@pytest.mark.parametrize(
    ("text", "day_before"),
    [
        ("2014-08-01", "2014-07-31"),
        ("2015-01-01?", "2014-12-31?"),
        ("2014-08", "2014-08"),
        ("2014", "2014"),
        ("1000-01-01", "1000-01-01"),
    ],
)
def test_knows_the_day_before_where_it_knows_the_day(text: str, day_before: str) -> None:
    assert PartialDate.parse(text).day_before() == PartialDate.parse(day_before)


def test_is_not_compared_with_other_things() -> None:
    with pytest.raises(TypeError):
        assert PartialDate(2014) < dt.date(2014, 1, 1)


@given(st.lists(_dates(), min_size=2, max_size=8))
def test_the_stored_texts_sort_as_the_dates_do(dates: list[PartialDate]) -> None:
    # What collation C compares: the bytes.
    stored = [str(PartialDateField().get_prep_value(date)).encode() for date in dates]
    assert [text for _, text in sorted(zip(dates, stored, strict=True))] == sorted(stored)


@pytest.mark.django_db
def test_the_database_sorts_as_python_does() -> None:
    for text in random.sample(DATES, len(DATES)):
        OrganisationFactory(opened=text)
    ordered = Organisation.objects.order_by("opened").values_list("opened", flat=True)
    assert [str(date) for date in ordered] == DATES


@pytest.mark.django_db
def test_the_database_gives_back_what_was_saved() -> None:
    for text in DATES:
        made = OrganisationFactory(opened=text)
        made.refresh_from_db()
        assert made.opened == PartialDate.parse(text)
    assert OrganisationFactory(opened=None).opened is None


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["2014", "2014?", "2014-08", "2014-08-07?"])
def test_is_found_by_its_year_and_by_itself(text: str) -> None:
    made = OrganisationFactory(opened=text)
    assert Organisation.objects.get(opened__year=2014) == made
    assert Organisation.objects.get(opened__year__lte=2014) == made
    assert Organisation.objects.get(opened=text) == made
    assert not Organisation.objects.filter(opened__year__gt=2014).exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("end", "start", "possible"),
    [
        ("2014", "2014-03", True),
        ("2014?", "2014-03-05", True),
        ("2014-03", "2014-03-05?", True),
        ("2014", "2014?", True),
        ("2014-03-05", "2014-03-05", True),
        ("2014-03-04", "2014-03-05", False),
        ("2014-02", "2014-03-05", False),
        ("2013", "2014", False),
        ("2014-03-04", "2014", True),
    ],
)
def test_through_reaches_the_last_day_it_can_mean(end: str, start: str, possible: bool) -> None:
    OrganisationFactory(closed=end)
    assert Organisation.objects.filter(closed__through__gte=start).exists() is possible


@pytest.mark.django_db
def test_a_model_form_reads_it_shows_it_and_takes_an_empty_box_for_unknown() -> None:
    made = OrganisationFactory(opened="2014-08?")
    assert 'value="2014-08?"' in str(OpeningForm(instance=made)["opened"])
    OpeningForm({"opened": "2015"}, instance=made).save()
    assert made.opened == PartialDate(2015)
    OpeningForm({"opened": ""}, instance=made).save()
    made.refresh_from_db()
    assert made.opened is None


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["2014-13", "last spring", "2014\x00"])
def test_a_model_form_refuses_what_is_no_date(typed: str) -> None:
    form = OpeningForm({"opened": typed}, instance=Organisation())
    (error,) = form.errors["opened"]
    assert HINT in error or "Null characters" in error


def test_a_model_refuses_what_is_no_date() -> None:
    with pytest.raises(ValidationError, match="2014-13"):
        PartialDateField().to_python("2014-13")


@pytest.mark.parametrize("optional", [True, False])
def test_a_migration_writes_only_what_was_chosen(optional: bool) -> None:
    field = PartialDateField(null=optional, blank=optional, help_text="When.")
    _, path, args, kwargs = field.deconstruct()
    chosen = {"help_text": "When."} if optional else {"help_text": "When.", "null": False, "blank": False}
    assert (path, args, kwargs) == ("organisations.partial_dates.PartialDateField", [], chosen)
    again = PartialDateField(**kwargs)
    assert (again.null, again.blank, again.max_length, again.db_collation) == (optional, optional, 12, "C")


@pytest.mark.django_db
def test_a_dump_holds_its_text() -> None:
    field = Organisation._meta.get_field("opened")
    assert field.value_to_string(OrganisationFactory.build(opened=PartialDate(2014, 8, probable=True))) == "2014-08?"
    assert not field.value_to_string(OrganisationFactory.build(opened=None))


@pytest.mark.django_db
def test_the_column_compares_byte_by_byte() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT collation_name FROM information_schema.columns "
            "WHERE table_name = 'organisations_organisation' AND column_name = 'opened'"
        )
        assert cursor.fetchone() == ("C",)
