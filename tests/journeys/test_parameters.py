"""Every parameter of the search takes any values in any combination."""

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interviews.filters import SearchFilter
from interviews.models import Format, Kind
from organisations.models import Level, Nation, Sector
from tests.factories import InterviewFactory, OrganisationFactory, ThemeFactory

_SOME_TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=60)
_CHOICES = [
    *(value for choices in (Kind, Format, Level, Nation, Sector) for value in choices.values),
    *("trust", "theme", "on", "off", "newest", "oldest", "relevance", "2014", "1899", "London", "2"),
    *("doctors", '"junior doctors"', "trust -merger", "consultant OR trainee"),
]
_VALUES = st.lists(st.one_of(st.sampled_from(_CHOICES), _SOME_TEXT, st.integers().map(str)), max_size=3)


@pytest.fixture
def interviews(db: None) -> None:
    """Two that may be found by their trust and their theme."""
    trust, theme = OrganisationFactory(slug="trust"), ThemeFactory(slug="theme")
    for recorded in ("2014-08", "2020"):
        InterviewFactory(speaker__role__organisation=trust, statement__themes=[theme], recorded=recorded)


@pytest.mark.usefixtures("interviews")
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=st.dictionaries(st.sampled_from([*SearchFilter.base_filters]), _VALUES, max_size=5))
def test_any_combination_of_parameters_is_answered(client: Client, asked: dict[str, list[str]]) -> None:
    # 404: a page beyond the last.
    assert client.get("/search/", asked).status_code in {200, 400, 404}
