"""Names as references want them: family name first. Where a name does not say which is which, it stays whole."""

import re
from dataclasses import dataclass
from typing import Self

_HONOUR = re.compile(r"(?:the )?(?:rt\.?|right) hon(?:ourable|\.)? ", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:dr|prof|professor|sir|dame|lord|lady|baron|baroness|mr|mrs|ms|miss|mx|rev|reverend)\b\.? ", re.IGNORECASE
)
_SUFFIXES = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"}
_PARTICLES = {"al", "bin", "da", "de", "del", "della", "di", "dos", "du", "el", "ibn", "la", "le", "st", "van", "von"}


@dataclass(frozen=True, slots=True)
class Person:
    """A family name with given names and a suffix such as Jr; without given names, `family` is the whole name."""

    family: str
    given: str = ""
    suffix: str = ""

    @classmethod
    def named(cls, name: str) -> Self:
        """Read “Professor Sir Ada van der Quill Jr, CBE” as van der Quill, Ada, Jr; “Cher” as one name.

        The family name is the last word, or begins with the first particle (van, de, al …) after the given name.
        """
        bare = _HONOUR.sub("", " ".join(name.partition(",")[0].split()), count=1)
        while found := _TITLE.match(bare):
            bare = bare[found.end() :]
        words = bare.split()
        suffix = words.pop() if len(words) > 1 and words[-1].lower() in _SUFFIXES else ""
        if len(words) < 2 or words[0][0].islower():  # noqa: PLR2004  # one name, or one that begins with a particle
            return cls(" ".join([*words, *filter(None, [suffix])]) or name.strip())
        start = next((at for at in range(1, len(words) - 1) if _is_particle(words[at])), len(words) - 1)
        return cls(" ".join(words[start:]), " ".join(words[:start]), suffix)

    @property
    def is_whole(self) -> bool:
        """Whether nothing says which part of the name is the family's."""
        return not self.given

    @property
    def initials(self) -> str:
        """“A.”, “M.-J. P.” written close: “M.-J.P.”."""
        words = (word.split("-") for word in self.given.split())
        return "".join("-".join(f"{part[0].upper()}." for part in parts if part) for parts in words)

    @property
    def inverted(self) -> str:
        """“Quillfeather, Ada”, “Quillfeather, Ada, Jr”, or the whole name."""
        return ", ".join(filter(None, [self.family, self.given, self.suffix]))

    @property
    def short(self) -> str:
        """“Quillfeather, A.”, or the whole name."""
        return ", ".join(filter(None, [self.family, self.initials]))


def _is_particle(word: str) -> bool:
    return word[0].islower() or word.lower().rstrip(".") in _PARTICLES
