"""How often words are said."""

from collections import Counter
from random import Random

from benchmarks.library.words import FIELD, SPOKEN, Vocabulary


def test_the_same_seed_says_the_same() -> None:
    first, second = (Vocabulary(Random(7)) for _ in range(2))
    assert first.said(500) == second.said(500)
    assert first.rare(50) == second.rare(50)


def test_a_few_words_are_said_all_the_time_and_most_hardly_ever() -> None:
    said = Counter(Vocabulary(Random(7)).said(30_000))
    ranked = [count for _, count in said.most_common()]
    assert sum(ranked[:100]) > sum(ranked) / 3
    assert ranked.count(1) > len(ranked) / 3
    assert all(said[word] for word in (*SPOKEN[:20], *FIELD[:20]))


def test_rare_words_are_words_of_their_own() -> None:
    vocabulary = Vocabulary(Random(7))
    assert not set(vocabulary.rare(500)) & set(vocabulary.said(30_000))
    assert all(word.isalpha() and word.islower() for word in vocabulary.rare(500))
