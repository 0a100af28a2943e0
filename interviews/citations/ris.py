"""Write a citation as RIS, which reference managers such as EndNote, Mendeley and Zotero read."""

from collections.abc import Iterator

from interviews.citations.citation import SITE, Citation
from interviews.models import Format
from organisations.partial_dates import PartialDate

CONTENT_TYPE = "application/x-research-info-systems"
# There is no type for a talk that every program knows.
_TYPES = {Format.VIDEO: "VIDEO", Format.AUDIO: "SOUND", Format.TEXT: "ELEC", Format.EVENT: "GEN"}


def write(citation: Citation) -> str:
    """One record: a tag and a value on each line, none of which breaks within."""
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in _fields(citation)]
    return "".join(f"{line}\r\n" for line in [*lines, "ER  - "])


def _fields(citation: Citation) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES[citation.format]
    yield "ID", citation.key
    for person in citation.people:
        yield "AU", person.inverted
    yield "TI", citation.title
    if citation.issued:
        yield "PY", str(citation.issued.year)
        yield "DA", _date(citation.issued)
    yield "PB", citation.publisher
    yield "M3", citation.format.label
    yield "LA", citation.language
    yield "UR", citation.source_url
    yield "UR", citation.address
    yield "Y2", _date(PartialDate.of(citation.accessed))
    yield "DB", SITE
    yield "N1", citation.note


def _date(date: PartialDate) -> str:
    """“2014/08/07/”, each part empty where it is not known, and in the last what else is to be said."""
    month, day = (f"{part:02}" if part else "" for part in (date.month, date.day))
    return f"{date.year}/{month}/{day}/{'probably' if date.probable else ''}"
