"""The curators' pages of what was said, and what the admin as a whole is called."""

from django.contrib import admin

from interviews.admin.interview import InterviewAdmin
from interviews.admin.passage import PassageAdmin
from interviews.admin.question import QuestionAdmin
from interviews.admin.statement import StatementAdmin
from interviews.admin.synonym import SynonymGroupAdmin
from interviews.admin.theme import ThemeAdmin

__all__ = ["InterviewAdmin", "PassageAdmin", "QuestionAdmin", "StatementAdmin", "SynonymGroupAdmin", "ThemeAdmin"]

admin.site.site_header = admin.site.site_title = "Perspectives: curating"
admin.site.index_title = "Everything there is to curate"
