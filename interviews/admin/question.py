"""The admin page of the questions on the front page."""

from django.contrib import admin
from django.http import QueryDict

from interviews import questions
from interviews.models import Question
from organisations.admin.page import Page
from organisations.admin.typed import ModelForm


class QuestionForm(ModelForm[Question]):
    """A question whose search is one that readers can be led to."""

    def clean_address(self) -> str:
        """Keep what follows the question mark, and refuse what the search page would refuse."""
        return questions.clean(self.cleaned_data["address"])


@admin.register(Question)
class QuestionAdmin(Page[Question]):
    """Questions that leaders ask, in the order of the front page."""

    form = QuestionForm
    fields = ["text", "address", "position"]
    list_display = ["text", "position", "address"]
    search_fields = ["text"]
    search_help_text = "By its words."

    def view_on_site(self, question: Question) -> str | None:
        """The search that answers it, where it can."""
        return None if questions.faults(QueryDict(question.address)) else question.get_absolute_url()
