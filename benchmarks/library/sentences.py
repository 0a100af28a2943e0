"""Sentences that can be read, put together by chance."""

import re
from random import Random

from benchmarks.library.fragments import ANSWERS, PARTS, QUESTIONS, STATEMENTS, SUMMARIES, TITLES

_GAP = re.compile(r"\{(\w+)\}")
type Template = tuple[tuple[str, str], ...]
"""The text before each gap, and the name of the gap; the last has none."""


class Sentences:
    """Everything that is written rather than said word by word."""

    def __init__(self, random: Random) -> None:
        """Read the templates once."""
        self._random = random
        self._parts = {name: [part.strip() for part in parts.split("|")] for name, parts in PARTS.items()}
        self._statements = {kind: _read(templates) for kind, templates in STATEMENTS.items()}
        self._questions, self._answers = _read(QUESTIONS), _read(ANSWERS)
        self._titles, self._summaries = _read(TITLES), _read(SUMMARIES)

    def statement(self, kind: str, subject: str) -> str:
        """A point of that kind on the subject, some 20 to 35 words long."""
        return self._fill(self._statements[kind], subject)

    def question(self, subject: str) -> str:
        """What an interviewer asks."""
        return self._fill(self._questions, subject)

    def answer(self, subject: str) -> str:
        """One sentence of a reply."""
        return self._fill(self._answers, subject)

    def title(self, subject: str) -> str:
        """What an interview on the subject is called."""
        return self._fill(self._titles, subject)

    def summary(self, subject: str) -> str:
        """What an editor says of it."""
        return self._fill(self._summaries, subject)

    def _fill(self, templates: list[Template], subject: str) -> str:
        pick = self._random.choice
        pieces = []
        for text, gap in pick(templates):
            pieces.append(text)
            if gap:
                name = gap.lower()
                pieces.append(subject if name == "subject" else pick(self._parts[name]))
        return capitalised("".join(pieces))


def capitalised(sentence: str) -> str:
    """The sentence with a capital at its beginning."""
    return sentence[:1].upper() + sentence[1:]


def _read(templates: tuple[str, ...]) -> list[Template]:
    """Split each template at its gaps."""
    read = []
    for template in templates:
        pieces = [*_GAP.split(template), ""]
        read.append(tuple(zip(pieces[::2], pieces[1::2], strict=True)))
    return read
