"""What is known of an interview or an organisation, as pairs of a label and a value."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import get_language_info

from interviews.models import Interview
from organisations.models import Organisation
from organisations.partial_dates import PartialDate


@dataclass(frozen=True, slots=True)
class Fact:
    """One of them; with an address where it leads somewhere."""

    label: str
    value: str
    url: str = ""


def of_interview(interview: Interview) -> Iterator[Fact]:
    """What kind of conversation, when and how long ago, where it was published, and when it was last reviewed."""
    speakers = len(interview.speakers.all())
    several = f", {speakers} speakers" if speakers > 1 else ""
    yield Fact("Kind of conversation", f"{interview.get_format_display()}{several}")
    if interview.language != "en":
        yield Fact("Language", language_name(interview.language))
    for label, date in (("Recorded", interview.recorded), ("Published", interview.published)):
        if date:
            ago = f" ({interview.age.ago})" if date == interview.date else ""
            yield Fact(label, f"{date.display()}{ago}")
    if not interview.date:
        yield Fact("Date", "Not known")
    yield Fact("Where published", interview.publisher, interview.source_url)
    if interview.media_url:
        yield Fact("Recording", "Listen or watch", interview.media_url)
    yield Fact("Last reviewed", interview.age.review_found or "Not yet")


def of_organisation(organisation: Organisation) -> Iterator[Fact]:
    """What sort of body it is, where, since when and until when; reads its identifiers."""
    yield Fact("Sector", organisation.get_sector_display())
    yield Fact("Place", place(organisation))
    if organisation.opened:
        yield Fact("Opened", organisation.opened.display())
    if organisation.closed:
        yield Fact("Closed", organisation.closed.display())
    for identifier in organisation.identifiers.all():
        yield Fact(identifier.get_scheme_display(), identifier.value)
    if organisation.website:
        yield Fact("Website", organisation.website.split("//")[-1].rstrip("/"), organisation.website)


def place(organisation: Organisation) -> str:
    """“North West, England”, or the nation alone."""
    return ", ".join(filter(None, [organisation.region, organisation.nation]))


def span(start: PartialDate | None, end: PartialDate | None) -> str:
    """“2010 to August 2014”, “from 2010”, “until August 2014”, or nothing."""
    if start and end:
        return f"{start.display()} to {end.display()}"
    if start:
        return f"from {start.display()}"
    return f"until {end.display()}" if end else ""


def language_name(code: str) -> str:
    """“Welsh” for cy; a code that is not known stays as it is."""
    try:
        return str(get_language_info(code)["name"])
    except KeyError:
        return code
