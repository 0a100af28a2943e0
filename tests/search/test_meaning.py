"""What a query asks of the database: stems, exact words, synonyms; and of a sentence, how much of it."""

import pytest

from interviews.search.meaning import Meaning, understand
from interviews.search.query import Query
from tests.factories import SynonymGroupFactory

pytestmark = pytest.mark.django_db


def meaning(words: str, *, synonyms: bool = True) -> Meaning:
    return understand(Query.parse(words), synonyms=synonyms)


def typed(words: str) -> list[str]:
    """What was typed of each thing that it asks for."""
    return [concept.typed for concept in meaning(words).concepts]


def others(words: str) -> list[str]:
    """The words it looks for beside those typed."""
    return meaning(words).synonyms


@pytest.mark.parametrize(
    ("words", "stems"),
    [
        ("clocks", "'clock'"),
        ("CLÔCKS", "'clock'"),
        ("don't", "'dont'"),
        ("A&E", "'ae'"),
        ("buy-in", "'buyin'"),
        ("well-known", "'wellknown' | 'well' <-> 'known'"),
        ("½", "'1' <-> '2'"),
    ],
)
def test_a_word_is_taken_by_its_stem(words: str, stems: str) -> None:
    assert [concept.stems.strip("()") for concept in meaning(words).concepts] == [stems]


def test_words_between_quotation_marks_are_taken_as_they_are() -> None:
    (concept,) = meaning('"Mended, the CLÔCKS"').concepts

    assert concept.exact == ("mended the clocks",)
    assert (concept.stems, concept.synonyms) == ("", ())


@pytest.mark.parametrize(
    ("words", "concepts", "ignored"),
    [
        ("how do I mend clocks?", ["mend", "clocks"], ["how", "do", "I"]),
        ("what helps with clocks", ["clocks"], ["what", "helps", "with"]),
        ("the clocks", ["clocks"], ["the"]),
        ("best ways", ["best", "ways"], []),  # there is nothing else to look for
        ('"the best" clocks', ['"the best"', "clocks"], []),
        ("the and of", [], ["the", "and", "of"]),
        ("-the clocks", ["clocks"], []),
    ],
)
def test_words_that_say_nothing_are_ignored(words: str, concepts: list[str], ignored: list[str]) -> None:
    understood = meaning(words)

    assert [concept.typed for concept in understood.concepts] == concepts
    assert list(understood.ignored) == ignored


@pytest.mark.parametrize(
    ("words", "needed"),
    [
        ("clock", 1),
        ("clock porter", 2),
        ("clock porter ward", 3),
        ("clock porter ward rota", 4),  # keywords must all be there
        ("clock porter ward rota cat", 3),  # so many are a sentence: most of them
        ("clock porter ward rota cat dog", 3),
        ("clock porter ward rota cat dog owl", 4),
        ("the clock", 1),
        ("how do clocks help porters", 2),
        ("how do clocks help porters on a ward", 2),
        ("how do clocks help porters on a ward with a rota", 2),
        ("how do clocks help porters on a ward with a rota and cats", 3),
    ],
)
def test_of_a_sentence_most_is_needed_and_of_keywords_all(words: str, needed: int) -> None:
    assert meaning(words).needed == needed


def test_a_sentence_can_be_loosened_to_one_word_and_keywords_cannot() -> None:
    looser = meaning("how do clocks help porters on a ward").loosened()

    assert looser is not None
    assert looser.needed == 1
    assert looser.is_relaxed
    assert meaning("clock porter ward").loosened() is None
    assert meaning("the clock").loosened() is None


def test_a_synonym_stands_for_the_others_both_ways() -> None:
    SynonymGroupFactory(terms=["junior doctor", "trainee", "doctor in training"])

    assert others("junior doctor") == ["trainee", "doctor in training"]
    assert others("trainee") == ["junior doctor", "doctor in training"]
    assert others("doctor in training") == ["junior doctor", "trainee"]


@pytest.mark.parametrize("words", ["Trainees", "JUNIOR doctors", "junior doctors'", "the junior doctor -cats"])
def test_a_synonym_is_known_in_the_plural_and_in_capitals(words: str) -> None:
    SynonymGroupFactory(terms=["junior doctor", "trainee"])

    assert len(others(words)) == 1


@pytest.mark.parametrize(
    "words",
    ['"trainee"', '"trainee doctors"', "-trainee", "junior", "doctor junior", "junior -doctor", 'junior "doctor"'],
)
def test_nothing_else_is_expanded(words: str) -> None:
    SynonymGroupFactory(terms=["junior doctor", "trainee"])

    assert others(words) == []


def test_a_word_with_the_same_stem_that_is_another_word_is_not_expanded() -> None:
    SynonymGroupFactory(terms=["medic", "doctor"])

    assert others("medics") == ["doctor"]
    assert others("medical") == []


def test_words_joined_by_or_have_their_synonyms_and_those_typed_are_none() -> None:
    SynonymGroupFactory(terms=["trainee", "registrar", "fellow"])

    assert others("trainee OR clock") == ["registrar", "fellow"]
    assert others("trainee OR registrar") == ["fellow"]


def test_the_longest_term_wins() -> None:
    SynonymGroupFactory(terms=["medical director", "MD"])
    SynonymGroupFactory(terms=["associate medical director", "AMD"])

    assert typed("new associate medical director posts") == ["associate medical director", "posts"]
    assert others("associate medical director") == ["AMD"]
    assert others("medical director") == ["MD"]


def test_a_term_of_several_groups_has_the_synonyms_of_all() -> None:
    SynonymGroupFactory(terms=["trainee", "junior"])
    SynonymGroupFactory(terms=["trainee", "fellow"])

    assert others("trainee") == ["junior", "fellow"]
    assert others("junior") == ["trainee"]


def test_synonyms_can_be_left_out() -> None:
    SynonymGroupFactory(terms=["junior doctor", "trainee"])

    assert meaning("trainee", synonyms=False).synonyms == []
    assert [concept.typed for concept in meaning("junior doctor", synonyms=False).concepts] == ["junior", "doctor"]


def test_a_term_of_stop_words_alone_is_a_synonym_of_nothing() -> None:
    SynonymGroupFactory(terms=["the", "clock"])

    assert others("clock") == []
    assert others("the clock") == []


def test_a_very_long_question_asks_for_a_query_of_bounded_size() -> None:
    words = " ".join(f"word{number}" for number in range(40))

    assert len(meaning(words).required) < 2000


def test_nothing_asks_for_nothing() -> None:
    assert not meaning("")
    assert not meaning("the and of")
    assert meaning("-clock")


def test_a_word_typed_again_asks_for_nothing_more() -> None:
    assert typed("clock ward clock " + '"harbour" ' * 20) == ["clock", "ward", '"harbour"']
    assert len(meaning("clock " + "-ward " * 20).without) == 1
