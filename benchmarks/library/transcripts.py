"""Three thousand words of question and answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from random import Random

from benchmarks.library.sentences import Sentences, capitalised
from benchmarks.library.words import Vocabulary

TURNS = 30
_QUESTION, _ANSWER = 13, 128
"""Words of each as they come; with the sentences that can be read it is 3,000 in all."""
_SPOKEN = TURNS // 2 * (_QUESTION + _ANSWER)
_SECONDS_A_WORD = Decimal("0.4")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one voice says before the other does. Times are seconds."""

    asked: bool
    text: str
    start: Decimal
    end: Decimal


class Transcripts:
    """Conversations, word by word as people talk, with a sentence now and then that can be read."""

    def __init__(self, random: Random) -> None:
        """Make the words up."""
        self._random = random
        self._vocabulary = Vocabulary(random)
        self._sentences = Sentences(random)

    def turns(self, subjects: list[str], quoted: dict[int, str]) -> Iterator[Turn]:
        """Thirty turns, question and answer. `quoted`: what is said for certain at the end of which turn."""
        said = iter(self._words())
        start = Decimal(0)
        for number in range(TURNS):
            subject = self._random.choice(subjects)
            asked = number % 2 == 0
            text = self._question(said, subject) if asked else self._answer(said, subject)
            text = f"{text} {quoted[number]}" if number in quoted else text
            end = start + (text.count(" ") + 1) * _SECONDS_A_WORD
            yield Turn(asked, text, start, end)
            start = end

    def _words(self) -> list[str]:
        """The words of one conversation: the common ones, and a few terms of its own, each said again and again."""
        words = self._vocabulary.said(_SPOKEN)
        for term in self._vocabulary.rare(8):
            for _ in range(self._random.randint(1, 4)):
                words[int(_SPOKEN * self._random.random())] = term
        return words

    def _question(self, said: Iterator[str], subject: str) -> str:
        return f"{self._spoken(said, _QUESTION)} {self._sentences.question(subject)}"

    def _answer(self, said: Iterator[str], subject: str) -> str:
        sentences = []
        left = _ANSWER
        while left > 0:
            length = min(left, 6 + int(18 * self._random.random()))
            sentences.append(self._spoken(said, length))
            left -= length
        for _ in range(3):
            place = int(len(sentences) * self._random.random())
            sentences.insert(place, self._sentences.answer(subject))
        return " ".join(sentences)

    def _spoken(self, said: Iterator[str], length: int) -> str:
        """So many words as a sentence, with a comma where it is long."""
        words = list(islice(said, length))
        if length > 12:
            words[length // 2] += ","
        return f"{capitalised(' '.join(words))}."
