"""Write a citation as CSL-JSON, from which citation processors make a reference in any style."""

import json

from interviews.citations.citation import SITE, Citation
from interviews.citations.people import Person
from interviews.models import Format
from organisations.partial_dates import PartialDate

CONTENT_TYPE = "application/vnd.citationstyles.csl+json"
# By how it was published. The type “interview” would claim more than we know: some are talks, some are told in writing.
_TYPES = {
    Format.VIDEO: "motion_picture",
    Format.AUDIO: "broadcast",
    Format.TEXT: "webpage",
    Format.EVENT: "speech",
}

type Value = str | bool | list[list[int]]


def write(citation: Citation) -> str:
    """A list of one item."""
    item: dict[str, object] = {
        "id": citation.key,
        "type": _TYPES[citation.format],
        "author": [_author(person) for person in citation.people],
        "title": citation.title,
        "issued": citation.issued and _date(citation.issued),
        "event-date": citation.recorded and _date(citation.recorded),
        "publisher": citation.publisher,
        "medium": citation.format.label,
        "language": citation.language,
        "URL": citation.source_url,
        "accessed": _date(PartialDate.of(citation.accessed)),
        "source": SITE,
        "note": citation.note,
    }
    known = {name: value for name, value in item.items() if value}
    return json.dumps([known], ensure_ascii=False, indent=2) + "\n"


def _author(person: Person) -> dict[str, str]:
    if person.is_whole:
        return {"literal": person.family}
    parts = {"family": person.family, "given": person.given, "suffix": person.suffix}
    return {name: value for name, value in parts.items() if value}


def _date(date: PartialDate) -> dict[str, Value]:
    """As many parts as are known; `circa` where that is only probable."""
    parts = [part for part in (date.year, date.month, date.day) if part]
    return {"date-parts": [parts], "circa": True} if date.probable else {"date-parts": [parts]}
