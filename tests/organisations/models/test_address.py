"""Old addresses keep leading to the same thing and to nothing else, however they were left."""

import pytest

from interviews.models import Interview, State
from organisations.models import Addressed, AddressedQuerySet, FormerAddress, Leader
from tests.constraints import changed, refused_by, sentences
from tests.factories import InterviewFactory, LeaderFactory, OrganisationFactory, ThemeFactory
from tests.factories.base import ModelFactory

pytestmark = pytest.mark.django_db

TAKEN = "This used to be the address of something else, and old links still lead there. Choose another."
FACTORIES = [InterviewFactory, LeaderFactory, OrganisationFactory, ThemeFactory]


@pytest.fixture(params=FACTORIES, ids=lambda factory: str(factory.__name__))
def make(request: pytest.FixtureRequest) -> type[ModelFactory[Addressed]]:
    """Each sort of thing that has an address."""
    factory: type[ModelFactory[Addressed]] = request.param
    return factory


def _rows(row: Addressed) -> AddressedQuerySet[Addressed]:
    rows = type(row)._default_manager.all()
    assert isinstance(rows, AddressedQuerySet)
    return rows


def _move(row: Addressed, slug: str) -> None:
    changed(row, slug=slug).save()


def test_everything_with_an_address_is_tried_here() -> None:
    assert {type(factory()) for factory in FACTORIES} == set(Addressed.__subclasses__())


def test_a_former_address_leads_to_the_same_thing(make: type[ModelFactory[Addressed]]) -> None:
    row = make(slug="first")
    _move(row, "second")
    assert _rows(row).at("first").get() == _rows(row).at("second").get() == row
    assert not _rows(row).at("third").exists()


def test_a_chain_of_moves_is_one_hop_from_each(make: type[ModelFactory[Addressed]]) -> None:
    row = make(slug="first")
    for slug in ("second", "third"):
        _move(row, slug)
    kept = FormerAddress.objects.filter(object_id=row.pk).order_by("slug").values_list("slug", flat=True)
    assert list(kept) == ["first", "second"]
    assert {_rows(row).at(slug).get().slug for slug in kept} == {"third"}


def test_back_at_its_own_former_address_that_is_no_longer_a_former_one(make: type[ModelFactory[Addressed]]) -> None:
    row = make(slug="first")
    _move(row, "second")
    assert sentences(changed(row, slug="first")) == []
    row.save()
    assert FormerAddress.objects.get(object_id=row.pk).slug == "second"
    assert _rows(row).at("second").get().slug == "first"


def test_a_freed_address_is_refused_to_another(make: type[ModelFactory[Addressed]]) -> None:
    _move(make(slug="first"), "second")
    other = make(slug="other")
    assert sentences(changed(other, slug="first")) == [TAKEN]
    assert refused_by(other.save) == "former_address_leads_to_one_thing"


def test_a_freed_address_is_refused_to_a_new_one(make: type[ModelFactory[Addressed]]) -> None:
    _move(make(slug="first"), "second")
    assert refused_by(lambda: make(slug="first")) == "former_address_leads_to_one_thing"


def test_an_address_changed_in_bulk_is_kept_and_refused_too(make: type[ModelFactory[Addressed]]) -> None:
    row, other = make(slug="first"), make(slug="other")
    rows = _rows(row)
    rows.filter(pk=row.pk).update(slug="second")
    assert rows.at("first").get() == row
    taking = rows.filter(pk=other.pk)
    assert refused_by(lambda: taking.update(slug="first")) == "former_address_leads_to_one_thing"


def test_the_address_of_what_was_deleted_leads_nowhere_and_to_nobody_else(make: type[ModelFactory[Addressed]]) -> None:
    row = make(slug="first")
    _rows(row).filter(pk=row.pk).delete()
    assert not _rows(row).at("first").exists()
    assert refused_by(lambda: make(slug="first")) == "former_address_leads_to_one_thing"
    other = make(slug="other")
    assert sentences(changed(other, slug="first")) == [TAKEN]


def test_a_curator_frees_an_address_by_deleting_the_row_that_keeps_it(make: type[ModelFactory[Addressed]]) -> None:
    _move(make(slug="first"), "second")
    FormerAddress.objects.get(slug="first").delete()
    assert make(slug="first").pk


def test_a_change_of_anything_else_leaves_nothing(make: type[ModelFactory[Addressed]]) -> None:
    row = make(slug="first")
    row.save()
    assert not FormerAddress.objects.exists()


def test_addresses_of_one_sort_do_not_stand_in_the_way_of_another() -> None:
    _move(LeaderFactory(slug="first"), "second")
    for other in (OrganisationFactory, ThemeFactory, InterviewFactory):
        assert not refused_by(lambda other=other: other(slug="first"))  # type: ignore[misc]  # bound now
    assert Leader.objects.at("first").exists()


@pytest.mark.parametrize("state", [State.DRAFT, State.IN_REVIEW])
def test_the_address_of_an_interview_that_readers_never_saw_is_free_once_it_is_deleted(state: State) -> None:
    InterviewFactory(slug="first", state=state, speaker=None, statement=None).delete()
    assert InterviewFactory(slug="first").slug == "first"


@pytest.mark.parametrize("state", [State.PUBLISHED, State.WITHDRAWN])
def test_the_address_of_an_interview_that_readers_saw_stays_reserved(state: State) -> None:
    InterviewFactory(slug="first", state=state).delete()
    assert refused_by(lambda: InterviewFactory(slug="first")) == "former_address_leads_to_one_thing"


def test_published_at_an_address_shows_nothing_hidden() -> None:
    row = InterviewFactory(slug="first", draft=True)
    _move(row, "second")
    assert not Interview.objects.published().at("first").exists()
    assert not Interview.objects.published().at("second").exists()
