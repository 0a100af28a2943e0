"""Write a citation as BibTeX, for LaTeX and its relatives."""

import re
from collections.abc import Iterator

from interviews.citations.citation import Citation
from interviews.citations.people import Person

CONTENT_TYPE = "application/x-bibtex; charset=utf-8"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# A brace is counted even behind a backslash, so it goes by its name.
_ESCAPED = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)
_IN_ADDRESS = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20"})


def write(citation: Citation) -> str:
    """One entry of the type for what is neither book nor article."""
    fields = ",\n".join(f"  {name} = {value}" for name, value in _fields(citation))
    return f"@misc{{{citation.key},\n{fields}\n}}\n"


def _fields(citation: Citation) -> Iterator[tuple[str, str]]:
    if citation.people:
        yield "author", f"{{{' and '.join(map(_author, citation.people))}}}"
    yield "title", f"{{{{{_text(citation.title)}}}}}"  # in two braces, so that no style takes its capitals
    if citation.issued:
        yield "year", f"{{{citation.issued.year}}}"
        if citation.issued.month:
            yield "month", _MONTHS[citation.issued.month - 1]
    yield "howpublished", f"{{{citation.format.label}, {_text(citation.publisher)}}}"
    yield "url", f"{{{citation.source_url.translate(_IN_ADDRESS)}}}"
    yield "urldate", f"{{{citation.accessed.isoformat()}}}"
    yield "note", f"{{{_text(citation.note)}}}"


def _author(person: Person) -> str:
    """“Quillfeather, Jr, Ada”; what would be read as several names or parts stands in braces."""
    if person.is_whole:
        return f"{{{_text(person.family)}}}"
    parts = (_text(part) for part in (person.family, person.suffix, person.given) if part)
    return ", ".join(f"{{{part}}}" if re.search(r"\band\b|,", part) else part for part in parts)


def _text(text: str) -> str:
    return " ".join(text.split()).translate(_ESCAPED)
