"""The curators' pages of who works where."""

from organisations.admin.former_address import FormerAddressAdmin
from organisations.admin.leader import LeaderAdmin
from organisations.admin.organisation import OrganisationAdmin
from organisations.admin.role import RoleAdmin
from organisations.admin.succession import SuccessionAdmin

__all__ = ["FormerAddressAdmin", "LeaderAdmin", "OrganisationAdmin", "RoleAdmin", "SuccessionAdmin"]
