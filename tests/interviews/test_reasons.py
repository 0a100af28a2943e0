"""Why an interview was found, where that cannot be seen."""

import pytest
from django.http import QueryDict

from interviews.answers import answer
from interviews.filters import SearchFilter
from interviews.reasons import unseen
from interviews.search.meaning import understand
from interviews.search.query import Query
from tests.factories import (
    InterviewFactory,
    OrganisationFactory,
    OrganisationIdentifierFactory,
    OrganisationNameFactory,
    PassageFactory,
    SuccessionFactory,
    SynonymGroupFactory,
    ThemeAliasFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db

AVOCET = "Found by Avocet Trust, in the history of where the speaker worked."
PIER = "Found by Pier Hospitals, another name of where the speaker worked."


@pytest.fixture(autouse=True)
def interview() -> int:
    """One that can be found by what does not show."""
    trust = OrganisationFactory(name="Clock Trust")
    OrganisationNameFactory(organisation=trust, name="Pier Hospitals")
    OrganisationIdentifierFactory(organisation=trust, value="ZZ1")
    before = OrganisationFactory(name="Avocet Trust")
    OrganisationNameFactory(organisation=before, name="Tern Infirmary")
    OrganisationIdentifierFactory(organisation=before, value="ZZ2")
    SuccessionFactory(predecessor=before, successor=trust)
    SuccessionFactory(predecessor=trust, successor=OrganisationFactory(name="Redshank Trust"))
    theme = ThemeFactory(name="Mending", parent=ThemeFactory(name="Caring"))
    ThemeAliasFactory(theme=theme, name="repairs")
    made = InterviewFactory(speaker__role__organisation=trust, statement__themes=[theme])
    PassageFactory(interview=made, text="Nobody wound the trumpet.")
    return made.pk


def reasons(words: str, interview: int) -> list[str]:
    """The sentences for everything that these words ask for."""
    meaning = understand(Query.parse(words))
    return list(unseen({interview: set(range(len(meaning.concepts)))}, meaning)[interview].sentences)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("clock", "Found by Clock Trust, the latest name of where the speaker worked."),
        ("pier", PIER),
        ('"pier hospitals"', PIER),
        ("zz1", "Found by ZZ1, a code of where the speaker worked."),
        ("avocet", AVOCET),  # what it came from
        ("tern", "Found by Tern Infirmary, another name of Avocet Trust, in the history of where the speaker worked."),
        ("zz2", "Found by ZZ2, a code of Avocet Trust, in the history of where the speaker worked."),
        ("redshank", "Found by Redshank Trust, in the history of where the speaker worked."),  # what it became
        ("mending", "Found by the theme Mending."),
        ("repair", "Found by the theme Mending, which covers repairs."),
        ("caring", "Found by the theme Mending, which is part of Caring."),
        ("trumpet", "“trumpet” is in another part of the interview."),
        ('"the trumpet"', "“the trumpet” is in another part of the interview."),
    ],
)
def test_it_is_told_by_what_it_was_found(interview: int, words: str, sentence: str) -> None:
    assert reasons(words, interview) == [sentence]


def test_each_word_has_its_reason_and_none_is_told_twice(interview: int) -> None:
    assert reasons("avocet pier hospitals trumpet wound", interview) == [AVOCET, PIER]
    assert reasons("trumpet wound", interview) == ["“trumpet” and “wound” are in another part of the interview."]


def test_of_a_sentence_what_need_not_be_there_is_not_said_to_be(interview: int) -> None:
    assert reasons("how does an avocet trumpet on a pier in the nowhere", interview) == [AVOCET, PIER]


def test_a_word_that_means_the_same_may_be_the_reason(interview: int) -> None:
    SynonymGroupFactory(terms=["wader", "avocet"])

    assert reasons("wader", interview) == [AVOCET]


def test_the_plainest_name_is_told(interview: int) -> None:
    SynonymGroupFactory(terms=["pier", "zz1", "clock"])
    SynonymGroupFactory(terms=["repairs", "mending"])

    assert reasons("pier", interview) == ["Found by Clock Trust, the latest name of where the speaker worked."]
    assert reasons("repairs", interview) == ["Found by the theme Mending."]


def test_nothing_is_asked_where_all_can_be_seen(interview: int) -> None:
    assert unseen({interview: set()}, understand(Query.parse("clock"))) == {}


def test_themes_that_led_there_are_named(interview: int) -> None:
    meaning = understand(Query.parse("repair avocet"))

    assert unseen({interview: {0, 1}}, meaning)[interview].themes == {"Mending"}


def test_what_is_told_is_never_of_an_interview_that_is_hidden(interview: int) -> None:
    InterviewFactory(draft=True, speaker__role__organisation=OrganisationFactory(name="Avocet House"))

    assert len(answer(SearchFilter(QueryDict("q=avocet"))).shown.found.ids) == 1
