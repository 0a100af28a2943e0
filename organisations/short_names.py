"""The name of a body without its legal form, for lines that have little room."""

import re

_LEGAL_FORM = re.compile(r" NHS (?:Foundation )?Trust$")
# A name that ends so says what it names; “East London” or “Manchester University” alone would be something else.
_SAYS_WHAT_IT_IS = (
    "Alliance Care Children's Health Healthcare Hospital Hospitals Infirmary Partnership Service Services Wellbeing"
)
_ENOUGH = frozenset(_SAYS_WHAT_IT_IS.split())


def short_name(name: str) -> str:
    """“Mersey Care” for “Mersey Care NHS Foundation Trust”; the whole name where less would name something else."""
    short = _LEGAL_FORM.sub("", name)
    return short if short.rpartition(" ")[2] in _ENOUGH else name
