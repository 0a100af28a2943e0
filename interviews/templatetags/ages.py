"""Say how old an interview is, and what became of where it was given."""

from django import template

from interviews.presenters import since

register = template.Library()

register.filter("age_sentence", since.age_sentence)
register.filter("renamed_since", since.renamed_since)
