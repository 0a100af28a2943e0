"""Groups of words for one thing."""

import pytest

from tests.constraints import again, changed, refused_by, sentences
from tests.factories import SynonymGroupFactory

pytestmark = pytest.mark.django_db


def test_a_term_that_is_there_twice_is_refused() -> None:
    bad = changed(SynonymGroupFactory(), terms=["Clock", "timepiece", " clock "])
    assert sentences(bad) == ["“clock” is there twice."]


def test_the_same_group_twice_is_refused() -> None:
    bad = again(SynonymGroupFactory())
    assert sentences(bad) == ["There is a group with just these terms already."]
    assert refused_by(bad.save)


def test_it_is_named_by_its_terms() -> None:
    assert str(SynonymGroupFactory(terms=["clock", "timepiece"])) == "clock, timepiece"
