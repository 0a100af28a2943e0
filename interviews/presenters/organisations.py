"""Organisations with their other names and how much was said in their lineage."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from interviews.models import Interview, Speaker
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
    """A post that somebody holds or held there, or where it came from or became: then with that organisation's name."""

    role: Role
    elsewhere: str

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


def formerly(organisation: Organisation) -> list[str]:
    """“Called 5 Boroughs Partnership NHS Foundation Trust until 31 March 2017.”, for each former official name."""
    told = []
    for name in organisation.names.all():
        if name.is_official and name.name != organisation.name:
            dates = facts.span(name.start, name.end)
            told.append(f"Called {name.name} {dates}." if dates else f"Once called {name.name}; when is not known.")
    return told


def held(roles: Iterable[Role], organisation: Organisation, voices: Iterable[Speaker]) -> list[Held]:
    """These roles, those at `organisation` itself first; `voices` tell what the others' were called when they spoke."""
    spoke = {voice.role_id: voice.organisation_then for voice in reversed(list(voices))}
    found = []
    for role in roles:
        known = role.end or role.start
        name = role.organisation.name_at(known) if known else spoke.get(role.pk, role.organisation.name)
        found.append(Held(role, "" if name == organisation.name else name))
    return sorted(found, key=lambda post: post.role.organisation_id != organisation.pk)


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
