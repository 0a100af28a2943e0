"""Fictional organisations, leaders and roles."""

from django.utils.text import slugify
from factory.declarations import LazyAttribute, Sequence, SubFactory

from organisations.models import (
    Leader,
    Level,
    NameKind,
    Nation,
    Organisation,
    OrganisationIdentifier,
    OrganisationName,
    Role,
    Scheme,
    Sector,
    Succession,
    SuccessionKind,
)
from tests.factories.base import ModelFactory


class OrganisationFactory(ModelFactory[Organisation]):
    """A trust of today, with no other name than its own. Public once somebody speaks from it."""

    class Meta:
        model = Organisation

    name = Sequence(lambda n: f"Harbourtown {n} NHS Trust")
    slug = LazyAttribute(lambda made: slugify(made.name))
    sector = Sector.ACUTE
    nation = Nation.ENGLAND
    region = "London"


class OrganisationNameFactory(ModelFactory[OrganisationName]):
    """Another name, without dates: `kind`, `start` and `end` say more."""

    class Meta:
        model = OrganisationName

    organisation = SubFactory(OrganisationFactory)
    name = Sequence(lambda n: f"Old Harbourtown {n} Hospitals")
    kind = NameKind.KNOWN_AS


class OrganisationIdentifierFactory(ModelFactory[OrganisationIdentifier]):
    """An ODS code of the pattern that is never given out."""

    class Meta:
        model = OrganisationIdentifier

    organisation = SubFactory(OrganisationFactory)
    scheme = Scheme.ODS
    value = Sequence(lambda n: f"ZZ{n}")


class SuccessionFactory(ModelFactory[Succession]):
    """One organisation acquired by another."""

    class Meta:
        model = Succession

    predecessor = SubFactory(OrganisationFactory)
    successor = SubFactory(OrganisationFactory)
    kind = SuccessionKind.ACQUIRED
    date = "2021-06-01"


class LeaderFactory(ModelFactory[Leader]):
    """A person without any role. Public once they speak."""

    class Meta:
        model = Leader

    name = Sequence(lambda n: f"Ada Quillfeather {n}")
    slug = LazyAttribute(lambda made: slugify(made.name))


class RoleFactory(ModelFactory[Role]):
    """A medical director, since when is not known."""

    class Meta:
        model = Role

    leader = SubFactory(LeaderFactory)
    organisation = SubFactory(OrganisationFactory)
    title = "Medical Director"
    level = Level.MEDICAL_DIRECTOR
