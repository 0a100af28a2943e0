"""Why an interview was found, in a sentence, where that cannot be seen in what is shown of it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import connection
from django.utils.text import get_text_list

from interviews.search.meaning import Meaning
from interviews.search.snippets import Marker

# Names that an interview is found by and that its card does not show: those of the lineage of where its speakers
# work, the other words for its themes, its themes themselves, and what its speakers are called.
_NAMES = """
SELECT interview.id, 'place', named.name, organisation.name
  FROM unnest(%(ids)s) AS interview (id), search_lineage(interview.id) AS place (id)
  JOIN organisations_organisation organisation ON organisation.id = place.id
  JOIN (SELECT id, name FROM organisations_organisation
         UNION ALL SELECT organisation_id, name FROM organisations_organisationname
         UNION ALL SELECT organisation_id, value FROM organisations_organisationidentifier) named ON named.id = place.id
 UNION
SELECT statement.interview_id, 'theme', named.name, theme.name
  FROM interviews_statement statement
  JOIN interviews_statement_themes tagged ON tagged.statement_id = statement.id
  JOIN interviews_theme theme ON theme.id = tagged.theme_id
  JOIN (SELECT id, name FROM interviews_theme
         UNION ALL SELECT theme_id, name FROM interviews_themealias
         UNION ALL SELECT narrower.id, wider.name
                     FROM interviews_theme narrower JOIN interviews_theme wider ON wider.id = narrower.parent_id
       ) named ON named.id = theme.id
 WHERE statement.interview_id = ANY(%(ids)s)
 ORDER BY 1, 2, 3
"""


@dataclass(frozen=True, slots=True)
class Name:
    """A name that leads to an interview, and what it is a name of: an organisation (`place`) or a theme."""

    kind: str
    name: str
    of: str

    @property
    def sentence(self) -> str:
        """How it led here."""
        if self.kind == "theme":
            return f"On the theme {self.of}." if self.name == self.of else f"On the theme {self.of}, also {self.name}."
        return f"Through {self.of}." if self.name == self.of else f"Through {self.of}, also known as {self.name}."


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why an interview was found, in sentences, and the names of the themes that led to it."""

    sentences: Sequence[str]
    themes: Collection[str]


def unseen(missing: Mapping[int, set[int]], meaning: Meaning) -> dict[int, Reasons]:
    """Per interview, the reasons for the concepts of those numbers, which nothing shown of it holds."""
    asked = [pk for pk, concepts in missing.items() if concepts]
    if not asked:
        return {}
    names = names_leading_to(asked)
    marker = Marker(meaning, (name.name for those in names.values() for name in those))
    return {pk: _reasons(missing[pk], names[pk], marker, meaning) for pk in asked}


def _reasons(concepts: Iterable[int], names: Sequence[Name], marker: Marker, meaning: Meaning) -> Reasons:
    leading: list[Name] = []
    elsewhere: list[str] = []
    for number in sorted(concepts):
        if name := next((name for name in names if number in marker.concepts(name.name)), None):
            leading.append(name)
        else:
            elsewhere.append(f"“{meaning.concepts[number].typed.strip('"')}”")
    sentences = [name.sentence for name in leading]
    # Of a sentence, some words need not be there at all.
    if elsewhere and not meaning.is_relaxed:
        sentences.append(f"{get_text_list(elsewhere, 'and')} in another part of the interview.")
    return Reasons(list(dict.fromkeys(sentences)), {name.of for name in leading if name.kind == "theme"})


def names_leading_to(interviews: Sequence[int]) -> dict[int, list[Name]]:
    """Per interview, the names in its lineage and of its themes: all of things that it makes public if it is."""
    with connection.cursor() as cursor:
        cursor.execute(_NAMES, {"ids": list(interviews)})
        rows = cursor.fetchall()
    names: dict[int, list[Name]] = defaultdict(list)
    for interview, kind, name, of in rows:
        names[interview].append(Name(kind, name, of))
    return names
