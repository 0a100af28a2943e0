"""What a reference has to say of an interview or a statement, and the reference that readers copy."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils import timezone
from django.utils.text import get_text_list

from interviews.citations.people import Person
from interviews.models import Format, Interview, Speaker, Statement
from organisations.partial_dates import PartialDate

type Absolute = Callable[[str], str]
"""From a path on this site to its whole address."""

SITE = "Perspectives"


@dataclass(frozen=True, slots=True)
class File:
    """The citation as another program reads it: what that is called, and where it is."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Citation:
    """One source, cited by way of this site. The source is what is cited; the site says where that was found.

    `title` is the one given here, for sources seldom have one for each conversation. `done` says what was done here
    with what was said: it was summarised, paraphrased or quoted; `words` are those of a statement, as shown.
    """

    key: str
    format: Format
    people: Sequence[Person]
    title: str
    recorded: PartialDate | None
    published: PartialDate | None
    publisher: str
    source_url: str
    language: str
    done: str
    words: str
    address: str
    accessed: dt.date
    files: Sequence[File]

    @property
    def issued(self) -> PartialDate | None:
        """The date that references go by: of publication where known, else of the conversation."""
        return self.published or self.recorded

    @property
    def lead(self) -> str:
        """What stands before the title: “Quillfeather, A. and Hive, B. (probably 2014)”."""
        names = [person.short for person in self.people] or [self.publisher]
        year = self._year.display() if self._year else "no date"
        return f"{get_text_list(names, 'and')} ({year})"

    @property
    def rest(self) -> str:
        """What stands after the title: “[Video, recorded August 2014]. The Gazette. Available at: …”."""
        kind = ", ".join([self.format.label, *self._dates()])
        accessed = PartialDate.of(self.accessed).display()
        return (
            f"[{kind}]. {self.publisher.rstrip('.')}. Available at: {self.source_url} (accessed {accessed}). "
            f"{self.done} in {SITE} at: {self.address}"
        )

    @property
    def reference(self) -> str:
        """The whole of it, author and date first, as in the Harvard style."""
        return f"{self.lead} {self.title} {self.rest}"

    @property
    def note(self) -> str:
        """What a file has no field for, in sentences."""
        found = f"{self.done} in {SITE}, {self.address}"
        dates = [f"{date[0].upper()}{date[1:]}." for date in self._dates()]
        dates += [] if self.issued else ["Date not known."]
        dates += ["The year is only probable."] if self.issued and self.issued.probable else []
        said = f"{found}: {self.words}" if self.words else f"{found}."
        return " ".join([*dates, f"The title is the one given in {SITE}.", said])

    @property
    def _year(self) -> PartialDate | None:
        return replace(self.issued, month=None, day=None) if self.issued else None

    def _dates(self) -> Iterator[str]:
        """Those that say more than the year of the reference."""
        for label, date in (("recorded", self.recorded), ("published", self.published)):
            if date and date != self._year:
                yield f"{label} {date.display()}"


def of_interview(interview: Interview, absolute: Absolute) -> Citation:
    """Cite an interview as a whole; reads its speakers."""
    return _citation(
        interview,
        people=interview.speakers.all(),
        key=f"perspectives-interview-{interview.pk}",
        done="Summarised",
        words="",
        address=absolute(interview.get_absolute_url()),
        files=_files("interviews", interview.slug),
    )


def of_statement(statement: Statement, absolute: Absolute) -> Citation:
    """Cite one point made in an interview, by who made it; reads the interview's speakers."""
    return _citation(
        statement.interview,
        people=statement.speakers(),
        key=f"perspectives-statement-{statement.pk}",
        done="Quoted" if statement.is_verbatim else "Paraphrased",
        words=f"“{statement.text}”" if statement.is_verbatim else statement.text,
        address=absolute(statement.get_absolute_url()),
        files=_files("statements", statement.pk),
    )


def _citation(
    interview: Interview,
    *,
    people: Iterable[Speaker],
    key: str,
    done: str,
    words: str,
    address: str,
    files: Sequence[File],
) -> Citation:
    return Citation(
        key=key,
        format=Format(interview.format),
        people=[Person.named(speaker.leader.name) for speaker in people],
        title=interview.title,
        recorded=interview.recorded,
        published=interview.published,
        publisher=interview.publisher,
        source_url=interview.source_url,
        language=interview.language,
        done=done,
        words=words,
        address=address,
        accessed=timezone.localdate(),
        files=files,
    )


def _files(section: str, place: str | int) -> list[File]:
    labels = {"ris": "RIS", "bib": "BibTeX", "json": "CSL-JSON"}
    return [File(label, reverse(f"{section}:cite.{ending}", args=[place])) for ending, label in labels.items()]
