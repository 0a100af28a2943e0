"""The curators' pages of what was said."""

from interviews.admin.interview import InterviewAdmin
from interviews.admin.passage import PassageAdmin
from interviews.admin.statement import StatementAdmin
from interviews.admin.synonym import SynonymGroupAdmin
from interviews.admin.theme import ThemeAdmin

__all__ = ["InterviewAdmin", "PassageAdmin", "StatementAdmin", "SynonymGroupAdmin", "ThemeAdmin"]
