"""What searches keep in memory of the whole library ends with any change of it."""

from collections.abc import Callable

import pytest
from django.db import connection, transaction

from interviews import editions
from interviews.editions import Edition
from interviews.models import Interview, SearchDocument, Theme
from organisations.models import Organisation, Succession
from tests.factories import InterviewFactory, OrganisationFactory, SuccessionFactory, ThemeFactory
from tests.search.reader import ask, find

pytestmark = pytest.mark.django_db


@pytest.fixture
def interview() -> Interview:
    """The only one, of 2014, at a trust that another one followed."""
    trust = OrganisationFactory(slug="trust", name="Harbour Trust", nation="England", region="North West")
    SuccessionFactory(predecessor=trust, successor=OrganisationFactory(slug="next"))
    theme = ThemeFactory(slug="clocks", name="Clocks", parent=ThemeFactory(slug="time"))
    return InterviewFactory(recorded="2014", speaker__role__organisation=trust, statement__themes=[theme])


def test_an_edition_is_read_once_and_held(interview: Interview) -> None:
    first = editions.newest()

    assert editions.newest() is first
    assert first.holding([interview.pk]).bit_count() == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda: Interview.objects.update(recorded="2015"),
        lambda: Interview.objects.update(format="event"),
        InterviewFactory,
        lambda: Organisation.objects.filter(slug="trust").update(name="Harbour and Bay Trust"),
        lambda: Organisation.objects.filter(slug="trust").update(nation="Wales"),
        OrganisationFactory,
        lambda: Succession.objects.all().delete(),
        lambda: Theme.objects.filter(slug="clocks").update(name="Clocks and watches"),
        lambda: Theme.objects.filter(slug="clocks").update(parent=None),
        ThemeFactory,
        lambda: SearchDocument.objects.all().delete(),
    ],
)
def test_a_change_of_anything_in_it_ends_an_edition(interview: Interview, change: Callable[[], object]) -> None:
    before = editions.newest()

    change()

    assert editions.newest() is not before
    assert _said(editions.newest()) == _said(Edition.read())


def test_what_is_rolled_back_ends_with_it(interview: Interview) -> None:
    before = _said(editions.newest())
    with transaction.atomic():
        Theme.objects.filter(slug="clocks").update(name="Watches")
        during = _said(editions.newest())
        transaction.set_rollback(True)

    assert during != before
    assert _said(editions.newest()) == before


def test_a_rebuild_ends_an_edition(interview: Interview) -> None:
    before = editions.newest()
    with connection.cursor() as cursor:
        cursor.execute("SELECT search_rebuild(%s)", [[interview.pk]])

    assert editions.newest() is not before


def test_a_truncated_index_ends_an_edition(interview: Interview) -> None:
    assert find() == [interview.slug]
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what waits for the end of the transaction
        cursor.execute("TRUNCATE interviews_searchdocument")

    assert find() == []
    assert editions.newest().numbers == {}


def test_an_interview_that_an_edition_does_not_know_is_not_counted(interview: Interview) -> None:
    held = editions.newest()

    assert held.holding([interview.pk, interview.pk + 1]) == held.holding([interview.pk])
    assert list(held.within([interview.pk + 1, interview.pk], held.holding([interview.pk]))) == [interview.pk]


def test_what_is_not_public_is_held_and_counts_for_nothing() -> None:
    hidden = InterviewFactory(draft=True, format="event")

    assert hidden.pk in editions.newest().numbers
    answered = ask()
    assert not any(answered.counts.values())
    assert (answered.themes, answered.places) == ([], [])


def test_years_hold_what_is_dated_between_them() -> None:
    old, new, _ = (InterviewFactory(recorded=date).pk for date in ("2009-12-31", "2010?", "2012"))
    InterviewFactory(undated=True)
    held = editions.newest()

    assert held.of_years(0, 0) is None
    assert held.of_years(2009, 2011) == held.holding([old, new])
    assert held.of_years(0, 2009) == held.holding([old])
    assert held.of_years(2013, 0) == 0


def _said(edition: Edition) -> tuple[object, ...]:
    """All that it says."""
    speakers = (edition.speakers.documents, edition.speakers.options({}), edition.speakers_alone.options({}))
    rows = (edition.statements.options({}), speakers, edition.formats.options({}))
    return (edition.numbers, edition.years, edition.places, edition.themes, rows)
