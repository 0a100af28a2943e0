"""The admin page of the questions on the front page."""

from django.contrib import admin

from interviews.models import Question
from organisations.admin.page import Page


@admin.register(Question)
class QuestionAdmin(Page[Question]):
    """Questions that leaders ask, in the order of the front page."""

    list_display = ["text", "position", "address"]
    search_fields = ["text"]
