"""What they said."""

from interviews.age import Standing
from interviews.models.interview import Format, Interview, State
from interviews.models.passage import Passage
from interviews.models.question import Question
from interviews.models.search_index import Part, Rebuild, SearchDocument, SearchEdition, SearchText, SearchWord
from interviews.models.speaker import Speaker
from interviews.models.statement import Kind, Provenance, Statement
from interviews.models.synonym import SynonymGroup
from interviews.models.theme import Theme, ThemeAlias

__all__ = [
    "Format",
    "Interview",
    "Kind",
    "Part",
    "Passage",
    "Provenance",
    "Question",
    "Rebuild",
    "SearchDocument",
    "SearchEdition",
    "SearchText",
    "SearchWord",
    "Speaker",
    "Standing",
    "State",
    "Statement",
    "SynonymGroup",
    "Theme",
    "ThemeAlias",
]
