"""Public things, and hidden ones that hang on them."""

from dataclasses import dataclass, field

from interviews.models import State, Statement, Theme
from organisations.models import Leader, NameKind, Organisation, Role
from tests.factories import (
    InterviewFactory,
    LeaderFactory,
    OrganisationFactory,
    OrganisationIdentifierFactory,
    OrganisationNameFactory,
    PassageFactory,
    RoleFactory,
    SpeakerFactory,
    StatementFactory,
    SuccessionFactory,
    ThemeAliasFactory,
    ThemeFactory,
)
from tests.journeys.canaries import LIKE_ALL


@dataclass
class Shared:
    """What public and hidden interviews have in common."""

    leader: Leader = field(default_factory=LeaderFactory)
    trust: Organisation = field(default_factory=OrganisationFactory)
    successor: Organisation = field(default_factory=OrganisationFactory)
    # Went where the trust went: a fact of the successor's history, with no page of its own.
    sibling: Organisation = field(default_factory=OrganisationFactory)
    wider: Theme = field(default_factory=ThemeFactory)
    theme: Theme = field(init=False)
    role: Role = field(init=False)

    def __post_init__(self) -> None:
        self.role = RoleFactory(leader=self.leader, organisation=self.trust, start="2001")
        self.theme = ThemeFactory(parent=self.wider)
        for predecessor in (self.trust, self.sibling):
            SuccessionFactory(predecessor=predecessor, successor=self.successor)


def show(shared: Shared) -> None:
    """Interviews that readers may see."""
    for slug in ("moved-since", "here-now"):
        shared.trust.slug = slug
        shared.trust.save()
    # Facts of a life: nobody speaks in them.
    for place in (shared.trust, shared.sibling):
        RoleFactory(leader=shared.leader, organisation=place, title="Registrar")
    OrganisationNameFactory(organisation=shared.trust, kind="former", end="2009")
    interview = InterviewFactory(speaker__role=shared.role, statement__themes=[shared.theme])
    PassageFactory(interview=interview, speaker=interview.speakers.get(), start=1)
    StatementFactory(interview=interview, themes=[shared.theme, shared.wider])
    StatementFactory(interview=interview, themes=[shared.theme], text=f"Keep a {LIKE_ALL} for when the clock stops.")
    InterviewFactory(old=True, speaker__role__organisation=shared.trust)
    InterviewFactory(undated=True, statement__themes=[shared.theme])


def hide(shared: Shared, state: State) -> None:
    """One interview in a hidden state, and everything that only it would make public."""
    trust, heir = OrganisationFactory.create_batch(2)
    for kind in NameKind:
        OrganisationNameFactory(organisation=trust, kind=kind)
    OrganisationIdentifierFactory(organisation=trust)
    SuccessionFactory(predecessor=OrganisationFactory(), successor=trust)
    SuccessionFactory(predecessor=trust, successor=heir)
    theme = ThemeFactory(parent=ThemeFactory())
    narrower = ThemeFactory(parent=shared.wider)
    for one in (theme, narrower):
        ThemeAliasFactory(theme=one)
    leader = LeaderFactory()
    interview = InterviewFactory(state=state, speaker__role=shared.role, statement=None)
    for role in (
        RoleFactory(leader=leader, organisation=trust),
        RoleFactory(leader=leader, organisation=shared.trust),
        RoleFactory(leader=leader, organisation=shared.sibling),
        RoleFactory(leader=shared.leader, organisation=shared.trust),
        RoleFactory(leader=shared.leader, organisation=trust),
    ):
        speaker = SpeakerFactory(interview=interview, role=role)
        passage = PassageFactory(interview=interview, speaker=speaker, start=1)
        said = StatementFactory(
            interview=interview, speaker=speaker, passage=passage, themes=[theme, narrower, shared.theme]
        )
        said.contrasts.set(Statement.objects.published())
