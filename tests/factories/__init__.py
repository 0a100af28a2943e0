"""Factories: each makes the smallest published thing; traits name the exceptions."""

from tests.factories.interviews import (
    InterviewFactory,
    PassageFactory,
    QuestionFactory,
    SpeakerFactory,
    StatementFactory,
    SynonymGroupFactory,
    ThemeAliasFactory,
    ThemeFactory,
)
from tests.factories.organisations import (
    LeaderFactory,
    OrganisationFactory,
    OrganisationIdentifierFactory,
    OrganisationNameFactory,
    RoleFactory,
    SuccessionFactory,
)

__all__ = [
    "InterviewFactory",
    "LeaderFactory",
    "OrganisationFactory",
    "OrganisationIdentifierFactory",
    "OrganisationNameFactory",
    "PassageFactory",
    "QuestionFactory",
    "RoleFactory",
    "SpeakerFactory",
    "StatementFactory",
    "SuccessionFactory",
    "SynonymGroupFactory",
    "ThemeAliasFactory",
    "ThemeFactory",
]
