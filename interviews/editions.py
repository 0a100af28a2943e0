"""What all searches need of the whole library, read from the database once for every edition of the index.

An edition ends with any change of a search document, an organisation, a succession or a theme, in the transaction that
makes it. Documents of every state are held, so nothing here says what is public: callers ask about published documents
only, and are told only what those count for.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self
from uuid import UUID

from django.db import connection

from interviews.models import SearchEdition, Theme
from interviews.search import facets
from interviews.search.facets import Bits, Facet, Row, Rows, Value
from organisations.lineage import Lineage
from organisations.models import Organisation

# Ten thousand rows; Django would make an object of each date.
_DOCUMENTS = "SELECT interview_id, format, left(date, 4), speakers, points FROM interviews_searchdocument"


class Place(NamedTuple):
    """What the filters need of an organisation."""

    pk: int
    slug: str
    name: str
    sector: str
    region: str
    nation: str


class Subject(NamedTuple):
    """What the filters need of a theme."""

    pk: int
    slug: str
    name: str
    parent_id: int | None


class Document(NamedTuple):
    """What the filters need of a search document, as it says it."""

    interview: int
    format: str
    year: str | None
    speakers: str
    points: str


@dataclass(frozen=True)
class Edition:
    """What every document counts for, as sets of documents, each of which has a number; organisations and themes.

    `speakers` counts an organisation for all of its lineage, `speakers_alone` for itself.
    """

    value: UUID | None
    numbers: Mapping[int, int]
    statements: Rows
    speakers: Rows
    speakers_alone: Rows
    formats: Rows
    years: Mapping[int, Bits]
    places: Mapping[int, Place]
    themes: Sequence[Subject]

    @classmethod
    def read(cls) -> Self:
        """Read the newest one."""
        # Before the rest: where somebody writes meanwhile, this is out of date, and the next search reads all again.
        value = SearchEdition.objects.values_list("value", flat=True).first()
        places = [Place(*row) for row in Organisation.objects.order_by().values_list(*Place._fields)]
        themes = [Subject(*row) for row in Theme.objects.values_list(*Subject._fields)]
        lineage = Lineage.bare()
        with connection.cursor() as cursor:
            cursor.execute(_DOCUMENTS)
            documents = [Document(*row) for row in cursor.fetchall()]
        return cls.of(value, documents, places, themes, lineage)

    @classmethod
    def of(
        cls,
        value: UUID | None,
        documents: Sequence[Document],
        places: Iterable[Place],
        themes: Sequence[Subject],
        lineage: Lineage,
    ) -> Self:
        """The edition of these documents."""
        known = {place.pk: place for place in places}
        above: dict[Value, Collection[Value]] = {
            theme.pk: (theme.pk, theme.parent_id) for theme in themes if theme.parent_id
        }
        family: dict[Value, Collection[Value]] = {pk: lineage.family(pk) for pk in known}
        alone = [Facet("level"), Facet("organisation"), Facet("sector"), Facet("region"), Facet("nation")]
        akin = [Facet("organisation", family.__getitem__) if facet.name == "organisation" else facet for facet in alone]
        said = _sets(document.points.split() for document in documents)
        spoken = _sets(document.speakers.split() for document in documents)
        speakers = {row: those for text, those in spoken.items() if (row := _speaker(text, known))}
        years = _sets([document.year] if document.year else [] for document in documents)
        formats = _sets([document.format] for document in documents)
        return cls(
            value=value,
            numbers={document.interview: number for number, document in enumerate(documents)},
            statements=Rows(
                [Facet("theme", lambda pk: above.get(pk, (pk,))), Facet("kind")],
                {_statement(text): those for text, those in said.items()},
            ),
            speakers=Rows(akin, speakers),
            speakers_alone=Rows(alone, speakers),
            formats=Rows([Facet("format")], {(name,): those for name, those in formats.items()}),
            years={int(year): those for year, those in years.items()},
            places=known,
            themes=themes,
        )

    def groups(self, *, lineage: bool) -> tuple[Rows, Rows, Rows]:
        """All that filters count, an organisation for all of its lineage or for itself alone."""
        return (self.statements, self.speakers if lineage else self.speakers_alone, self.formats)

    def holding(self, interviews: Iterable[int]) -> Bits:
        """The set of these interviews' documents; one that this edition does not know is left out."""
        numbers = self.numbers
        return facets.bits((numbers[pk] for pk in interviews if pk in numbers), len(numbers))

    def within(self, interviews: Sequence[int], those: Bits) -> Iterator[int]:
        """Those of the interviews that the set holds, in the order they came in."""
        numbers, held = self.numbers, facets.holds(those, len(self.numbers))
        return (pk for pk in interviews if pk in numbers and held(numbers[pk]))

    def of_years(self, first: int, last: int) -> Bits | None:
        """Documents dated from one year to another; None where neither is given, as 0 is."""
        if not first and not last:
            return None
        return facets.either(those for year, those in self.years.items() if first <= year <= (last or year))


_held: list[Edition] = []


def current(value: UUID | None) -> Edition:
    """The edition of that value, or a newer one where that is what there is by now."""
    if not _held or _held[0].value != value:
        _held[:] = [Edition.read()]
    return _held[0]


def newest() -> Edition:
    """The edition that there is now."""
    return current(SearchEdition.objects.values_list("value", flat=True).first())


def _sets(keys: Iterable[Iterable[str]]) -> dict[str, Bits]:
    """Per key the set of documents that have it."""
    numbers: dict[str, list[int]] = defaultdict(list)
    size = 0
    for number, several in enumerate(keys):
        size = number + 1
        for key in several:
            numbers[key].append(number)
    return {key: facets.bits(those, size) for key, those in numbers.items()}


def _statement(text: str) -> Row:
    theme, _, kind = text.partition(".")
    return (int(theme), kind)


def _speaker(text: str, places: Mapping[int, Place]) -> Row:
    """Empty where the place is not there any more."""
    organisation, _, level = text.partition(".")
    place = places.get(int(organisation))
    return (level, place.pk, place.sector, place.region, place.nation) if place else ()
