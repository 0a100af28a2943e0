"""What is asked, one query for each class, chosen by how many interviews hold the words."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from benchmarks.library.words import FIELD

PHRASE = "quality improvement"
SENTENCE = "how do I get consultants to care about quality improvement"
_RARE, _MEDIUM = 10, 0.05
_COMMON = 0.7
_EVERYWHERE = 0.98


@dataclass(frozen=True, slots=True)
class Query:
    """Words that must all occur, or a phrase."""

    kind: str
    words: tuple[str, ...]
    phrase: bool = False

    def __str__(self) -> str:
        """As a reader types it."""
        text = " ".join(self.words)
        return f'"{text}"' if self.phrase else text


def choose(held: Mapping[str, int], whole: int) -> list[Query]:
    """One query for each class. `held`: in how many of the `whole` interviews each word stands."""
    rare = _nearest(_RARE, held, [word for word in held if len(word) > 4])  # noqa: PLR2004  # a word, not a syllable
    medium = _nearest(_MEDIUM * whole, held, [word for word in held if word != rare])
    field = sorted({word for word in FIELD if word in held}, key=lambda word: (-held[word], word))
    # Not the same words, so that what one query leaves in memory is not what the other reads.
    partners = [word for word in field[1:] if held[word] < _EVERYWHERE * whole] or field[1:]
    first = _nearest(_COMMON * whole, held, partners)
    second = _nearest(_COMMON * whole, held, [word for word in partners if word != first])
    return [
        Query("rare word", (rare,)),
        Query("medium word", (medium,)),
        Query("word in every interview", (field[0],)),
        Query("exact phrase", tuple(PHRASE.split()), phrase=True),
        Query("two common words", (first, second)),
        Query("full sentence", tuple(SENTENCE.split())),
    ]


def _nearest(count: float, held: Mapping[str, int], words: Collection[str]) -> str:
    """The word that stands in nearest to so many interviews; of several the first by the alphabet."""
    return min(words, key=lambda word: (abs(held[word] - count), word))
