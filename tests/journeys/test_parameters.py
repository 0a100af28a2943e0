"""Every parameter of the search takes any values in any combination, and none can make it work for long."""

from collections.abc import Iterator
from time import perf_counter
from urllib.parse import urlencode

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoDbBlocker

from interviews.filters import SearchFilter
from interviews.models import Format, Kind
from organisations.models import Level, Nation, Sector
from tests.factories import InterviewFactory, OrganisationFactory, SynonymGroupFactory, ThemeFactory
from tests.journeys.leaks import rolled_back
from tests.journeys.nasty import LONG, TEXTS

pytestmark = pytest.mark.usefixtures("interviews")

MOST_SECONDS = 2
"""Nothing that anybody can ask for may cost more. Usually it is a hundredth of that."""

_CHOICES = [
    *(value for choices in (Kind, Format, Level, Nation, Sector) for value in choices.values),
    *("trust", "theme", "on", "off", "newest", "oldest", "relevance", "2014", "1899", "London", "2"),
]
# Surrogates come without their other half, as bytes that are no UTF-8.
_ANY_TEXT = st.text(alphabet=st.characters(), max_size=60)
_NUMBERS = st.one_of(st.integers(-3, 30), st.integers(1890, 2110), st.integers()).map(str)
_WORDS = ["clock", "clocks", "clokc", "ward", "doctors", "a", "the", "how", "A&E", "buy-in", "porter", "Harbourtown"]
_SIGNS = ["OR", "-", '"', '" "', '-"', "--", "&", "|", "!", "(", ")", ":*", "<->", "'", "\\", "\0", "\u200d", "%", "_"]
_PIECES = st.one_of(st.sampled_from(_WORDS), st.sampled_from(_SIGNS), st.text(max_size=8))
_QUERIES = st.one_of(
    st.builds(str.join, st.sampled_from([" ", "", " OR ", " -", '" "', "-"]), st.lists(_PIECES, max_size=40)),
    st.builds(str.__mul__, st.sampled_from(_WORDS + _SIGNS).map("{} ".format), st.integers(1, 300)),
    st.sampled_from([*TEXTS.values(), *LONG.values()]),
    _ANY_TEXT,
)
_VALUES = st.lists(st.one_of(st.sampled_from(_CHOICES), _NUMBERS, _ANY_TEXT, _QUERIES), max_size=3)
_PARAMETERS = st.dictionaries(st.sampled_from([*SearchFilter.base_filters]), _VALUES, max_size=6)
# What only changes how words are taken.
_TAKEN = st.fixed_dictionaries(
    {},
    optional={
        name: st.lists(st.sampled_from(["on", "off", "relevance", "newest", "1", "2"]), max_size=2)
        for name in ("synonyms", "spelling", "sort", "page")
    },
)
_any_of = settings(deadline=None, suppress_health_check=[*HealthCheck])


@pytest.fixture(scope="module")
def interviews(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A dozen, some of which may be found by their trust and their theme, and words with other words for them."""
    with django_db_blocker.unblock(), rolled_back():
        trust, theme = OrganisationFactory(slug="trust"), ThemeFactory(slug="theme")
        for recorded in ("2014-08", "2020"):
            InterviewFactory(speaker__role__organisation=trust, statement__themes=[theme], recorded=recorded)
        InterviewFactory.create_batch(10, statement__themes=[theme])
        SynonymGroupFactory(terms=["clock", "ward clock", "timepiece", "A&E"])
        yield


def _answers(client: Client, path: str, asked: dict[str, list[str]]) -> int:
    """The status of the answer, which must come in time.

    If it does not, it is asked for again: the machine may have been busy, but what costs too much does so each time.
    """
    address = f"{path}?{urlencode(asked, doseq=True, errors='surrogatepass')}"
    for _ in range(2):
        began = perf_counter()
        status = client.get(address).status_code
        if perf_counter() - began < MOST_SECONDS:
            return status
    raise AssertionError(f"Too slow: {address}")


@pytest.mark.django_db
@settings(_any_of, max_examples=800)
@given(asked=_PARAMETERS)
def test_any_combination_of_parameters_is_answered(client: Client, asked: dict[str, list[str]]) -> None:
    # 404: a page beyond the last. 414: an address that is too long.
    assert _answers(client, "/search/", asked) in {200, 400, 404, 414}


@pytest.mark.django_db
@settings(_any_of, max_examples=800)
@given(typed=_QUERIES, taken=_TAKEN)
def test_any_words_are_answered(client: Client, typed: str, taken: dict[str, list[str]]) -> None:
    assert _answers(client, "/search/", {"q": [typed], **taken}) in {200, 400, 404, 414}


@pytest.mark.django_db
@settings(_any_of, max_examples=400)
@given(typed=st.lists(_QUERIES, min_size=1, max_size=2))
def test_anything_typed_so_far_has_suggestions_or_none(client: Client, typed: list[str]) -> None:
    assert _answers(client, "/search/suggest/", {"q": typed}) in {200, 400, 414}
