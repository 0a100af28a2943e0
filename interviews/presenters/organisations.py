"""Organisations with their other names and how much was said in their lineage."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from interviews.models import Interview
from interviews.presenters import facts
from organisations.lineage import Lineage
from organisations.models import NameKind, Organisation, OrganisationName, Role

_KINDS = {
    NameKind.OFFICIAL: "official name",
    NameKind.FORMER: "former official name",
    NameKind.KNOWN_AS: "also known as",
    NameKind.ABBREVIATION: "abbreviation",
    NameKind.MISNOMER: "wrong, but used",
}


@dataclass(frozen=True, slots=True)
class Name:
    """One of its names, and what sort of name that is, since when and until when."""

    row: OrganisationName

    @property
    def kind(self) -> str:
        """“former official name, until 31 March 2017”."""
        dates = facts.span(self.row.start, self.row.end)
        return ", ".join(filter(None, [_KINDS[NameKind(self.row.kind)], dates]))


@dataclass(frozen=True, slots=True)
class Held:
    """A post that somebody holds or held there."""

    role: Role

    @property
    def years(self) -> str:
        """When, as far as known."""
        return facts.span(self.role.start, self.role.end)


@dataclass(frozen=True, slots=True)
class Row:
    """An organisation in the list."""

    organisation: Organisation
    interviews: int

    @property
    def place(self) -> str:
        """Where it works."""
        return facts.place(self.organisation)

    @property
    def formerly(self) -> list[str]:
        """Its official names of other times."""
        return [name.name for name in self._others() if name.is_official]

    @property
    def also(self) -> list[str]:
        """What else it is called; wrong names are left to its own page."""
        return [name.name for name in self._others() if name.kind in {NameKind.KNOWN_AS, NameKind.ABBREVIATION}]

    def _others(self) -> list[OrganisationName]:
        return [name for name in self.organisation.names.all() if name.name != self.organisation.name]


def rows(organisations: Iterable[Organisation], lineage: Lineage) -> list[Row]:
    """These organisations, each with how many interviews were given in its lineage; one query for all."""
    families = {organisation: lineage.family(organisation.pk) for organisation in organisations}
    spoken = _interviews_by_organisation([pk for family in families.values() for pk in family])
    return [
        Row(organisation, len(set().union(*(spoken[pk] for pk in family)))) for organisation, family in families.items()
    ]


def _interviews_by_organisation(organisations: Sequence[int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    interviews = Interview.objects.published().filter(speakers__role__organisation__in=organisations)
    for organisation, interview in interviews.values_list("speakers__role__organisation", "pk"):
        found[organisation].add(interview)
    return found
