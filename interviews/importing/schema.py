"""The tables a curator may import: a line for each column."""

from django.core.validators import MinValueValidator

from interviews.importing.columns import Column, Listed, Many, Reference, RoleTitle, Search
from interviews.importing.layout import Table
from interviews.models import Interview, Question, Speaker, State, Statement, SynonymGroup, Theme, ThemeAlias
from organisations.models import Leader, Organisation, OrganisationIdentifier, OrganisationName, Role, Succession

SLUG = Column("slug", fixed=True)

# In the order in which they are written: what is referred to comes before what refers to it.
TABLES = (
    Table(
        "themes.csv",
        Theme,
        key=("slug",),
        named_by=("slug",),
        above="parent",
        columns=(
            SLUG,
            Column("name"),
            Reference("parent", to=Theme),
            Column("definition"),
            Many("aliases", rows=ThemeAlias, owner="theme_id", value="name"),
            Column("synthesis"),
        ),
    ),
    Table(
        "organisations.csv",
        Organisation,
        key=("slug",),
        named_by=("slug",),
        columns=(
            SLUG,
            Column("name"),
            Column("sector"),
            Column("nation"),
            Column("region"),
            Column("website"),
            Column("opened"),
            Column("closed"),
        ),
    ),
    Table(
        "organisation_names.csv",
        OrganisationName,
        key=("organisation_id", "name", "kind"),
        within="organisation_id",
        columns=(
            Reference("organisation", to=Organisation),
            Column("name"),
            Column("kind"),
            Column("start"),
            Column("end"),
        ),
    ),
    Table(
        "organisation_identifiers.csv",
        OrganisationIdentifier,
        # A code that another organisation has is refused by the model, not taken away from it.
        key=("organisation_id", "scheme", "value"),
        within="organisation_id",
        columns=(
            Reference("organisation", to=Organisation),
            Column("scheme"),
            Column("value"),
        ),
    ),
    Table(
        "successions.csv",
        Succession,
        key=("predecessor_id", "successor_id", "kind"),
        within="predecessor_id",
        columns=(
            Reference("predecessor", to=Organisation),
            Reference("successor", to=Organisation),
            Column("kind"),
            Column("date"),
            Column("source_url"),
        ),
    ),
    Table(
        "leaders.csv",
        Leader,
        key=("slug",),
        named_by=("slug",),
        columns=(
            SLUG,
            Column("name"),
            Column("post_nominals"),
            Column("specialty"),
            Column("profile_url"),
        ),
    ),
    Table(
        "roles.csv",
        Role,
        key=("leader_id", "organisation_id", "title", "start"),
        # A start that has become known makes no second role.
        found_by=(("leader_id", "organisation_id", "title", "start"), ("leader_id", "organisation_id", "title")),
        within="leader_id",
        named_by=("leader", "organisation", "title"),
        columns=(
            Reference("leader", to=Leader),
            Reference("organisation", to=Organisation),
            Column("title"),
            Column("level"),
            Column("start"),
            Column("end"),
        ),
    ),
    Table(
        "interviews.csv",
        Interview,
        key=("slug",),
        named_by=("slug",),
        columns=(
            SLUG,
            Column("title"),
            Column("format"),
            Column("recorded"),
            Column("published"),
            Column("publisher"),
            Column("source_url"),
            Column("language"),
            Column("summary"),
            Column("media_url", optional=True),
            Column("timeless", optional=True),
            # Only what is new takes its state from the table: what was withdrawn stays withdrawn.
            Column("state", optional=True, fixed=True, default=State.PUBLISHED),
        ),
    ),
    Table(
        "speakers.csv",
        Speaker,
        key=("interview_id", "role_id"),
        within="interview_id",
        columns=(
            Reference("interview", to=Interview),
            Reference("leader", to=Leader, of=Role),
            Reference("organisation", to=Organisation, of=Role),
            Column("start", optional=True, of=Role),
            RoleTitle("title"),
            Column("credited_organisation"),
        ),
    ),
    Table(
        "statements.csv",
        Statement,
        key=("interview_id", "position"),
        # By its words first: a statement that moves keeps its id, because people cite its page.
        found_by=(("interview_id", "text"), ("interview_id", "position")),
        within="interview_id",
        columns=(
            Reference("interview", to=Interview),
            Column("position", validators=(MinValueValidator(1),)),
            Column("kind"),
            Column("provenance"),
            Column("text"),
            Many("themes", rows=Statement.themes.through, owner="statement_id", value="theme_id", to=Theme),
        ),
    ),
    Table("synonyms.csv", SynonymGroup, key=("terms",), columns=(Listed("terms"),)),
    Table(
        "questions.csv",
        Question,
        key=("text",),
        columns=(
            Column("position", validators=(MinValueValidator(1),)),
            Column("text"),
            Search("address"),
        ),
    ),
)
