"""Who works where."""

from organisations.models.address import Addressed, AddressedQuerySet, FormerAddress
from organisations.models.identifier import OrganisationIdentifier, Scheme
from organisations.models.leader import Leader
from organisations.models.name import NameKind, OrganisationName
from organisations.models.organisation import Nation, Organisation, Sector
from organisations.models.role import Level, Role
from organisations.models.succession import Succession, SuccessionKind

__all__ = [
    "Addressed",
    "AddressedQuerySet",
    "FormerAddress",
    "Leader",
    "Level",
    "NameKind",
    "Nation",
    "Organisation",
    "OrganisationIdentifier",
    "OrganisationName",
    "Role",
    "Scheme",
    "Sector",
    "Succession",
    "SuccessionKind",
]
