"""Why an interview was found, in a sentence, where that cannot be seen in what is shown of it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import connection
from django.utils.text import get_text_list

from interviews.search.meaning import Meaning
from interviews.search.snippets import Marker

# Names that an interview is found by and that its card may not show: those of where its speakers work and of its
# lineage, its themes, their wider themes and the other words for them. The rank is of how plain a reason each is.
_NAMES = """
SELECT interview.id, named.rank, named.kind, named.name, organisation.name,
       NOT EXISTS (SELECT FROM interviews_speaker speaker JOIN organisations_role role ON role.id = speaker.role_id
                    WHERE speaker.interview_id = interview.id AND role.organisation_id = place.id)
  FROM unnest(%(ids)s) AS interview (id), search_lineage(interview.id) AS place (id)
  JOIN organisations_organisation organisation ON organisation.id = place.id
  JOIN (SELECT id, 1 AS rank, 'organisation' AS kind, name FROM organisations_organisation
         UNION ALL SELECT organisation_id, 2, 'other name', name FROM organisations_organisationname
         UNION ALL SELECT organisation_id, 3, 'code', value FROM organisations_organisationidentifier
       ) named ON named.id = place.id
 UNION
SELECT statement.interview_id, named.rank, named.kind, named.name, theme.name, false
  FROM interviews_statement statement
  JOIN interviews_statement_themes tagged ON tagged.statement_id = statement.id
  JOIN interviews_theme theme ON theme.id = tagged.theme_id
  JOIN (SELECT id, 1 AS rank, 'theme' AS kind, name FROM interviews_theme
         UNION ALL SELECT theme_id, 2, 'covered', name FROM interviews_themealias
         UNION ALL SELECT narrower.id, 3, 'wider theme', wider.name
                     FROM interviews_theme narrower JOIN interviews_theme wider ON wider.id = narrower.parent_id
       ) named ON named.id = theme.id
 WHERE statement.interview_id = ANY(%(ids)s)
 ORDER BY 1, 2, 6, 3, 4, 5
"""
_SENTENCES = {
    "organisation": "Found by {name}, the latest name of where the speaker worked.",
    "other name": "Found by {name}, another name of where the speaker worked.",
    "code": "Found by {name}, a code of where the speaker worked.",
    "theme": "Found by the theme {of}.",
    "covered": "Found by the theme {of}, which covers {name}.",
    "wider theme": "Found by the theme {of}, which is part of {name}.",
}
_OF_THE_PAST = {
    "organisation": "Found by {of}, in the history of where the speaker worked.",
    "other name": "Found by {name}, another name of {of}, in the history of where the speaker worked.",
    "code": "Found by {name}, a code of {of}, in the history of where the speaker worked.",
}
_THEMES = {"theme", "covered", "wider theme"}


@dataclass(frozen=True, slots=True)
class Name:
    """A name that leads to an interview, and of which organisation or theme.

    `past` says that it is of none where somebody speaks from, but of what that came from or became.
    """

    kind: str
    name: str
    of: str
    past: bool = False

    @property
    def sentence(self) -> str:
        """How it led here."""
        sentences = _OF_THE_PAST if self.past else _SENTENCES
        return sentences[self.kind].format(name=self.name, of=self.of)


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
        verb = "is" if len(elsewhere) == 1 else "are"
        sentences.append(f"{get_text_list(elsewhere, 'and')} {verb} in another part of the interview.")
    return Reasons(list(dict.fromkeys(sentences)), {name.of for name in leading if name.kind in _THEMES})


def names_leading_to(interviews: Sequence[int]) -> dict[int, list[Name]]:
    """Per interview, the names in its lineage and of its themes, the plainest first: all public if it is."""
    with connection.cursor() as cursor:
        cursor.execute(_NAMES, {"ids": list(interviews)})
        rows = cursor.fetchall()
    names: dict[int, list[Name]] = defaultdict(list)
    for interview, _, kind, name, of, past in rows:
        names[interview].append(Name(kind, name, of, past))
    return names
