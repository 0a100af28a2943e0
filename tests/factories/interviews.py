"""Fictional interviews: published, with one speaker and one statement, unless said otherwise."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.text import slugify
from factory.declarations import (
    LazyAttribute,
    LazyFunction,
    PostGeneration,
    RelatedFactory,
    Sequence,
    SubFactory,
    Trait,
)

from interviews.models import (
    Format,
    Interview,
    Kind,
    Passage,
    Provenance,
    Question,
    Speaker,
    State,
    Statement,
    SynonymGroup,
    Theme,
    ThemeAlias,
)
from organisations.partial_dates import PartialDate
from tests.factories.base import ModelFactory
from tests.factories.organisations import RoleFactory


class ThemeFactory(ModelFactory[Theme]):
    """A theme of the upper level. Public once a public statement has it."""

    class Meta:
        model = Theme

    name = Sequence(lambda n: f"Kindly bureaucracy {n}")
    slug = LazyAttribute(lambda made: slugify(made.name))
    definition = "Forms that fill themselves in."


class ThemeAliasFactory(ModelFactory[ThemeAlias]):
    """Another word for a theme."""

    class Meta:
        model = ThemeAlias

    theme = SubFactory(ThemeFactory)
    name = Sequence(lambda n: f"gentle paperwork {n}")


class InterviewFactory(ModelFactory[Interview]):
    """Published, recorded last year, with one speaker and one statement on one theme.

    Reach through to them (`speaker__role__organisation=trust`, `statement__text="…"`, `statement__themes=[theme]`)
    or leave them out (`statement=None`).
    """

    class Meta:
        model = Interview

    class Params:
        draft = Trait(state=State.DRAFT)
        in_review = Trait(state=State.IN_REVIEW)
        withdrawn = Trait(state=State.WITHDRAWN)
        undated = Trait(recorded=None)
        old = Trait(recorded="2014-08")

    title = Sequence(lambda n: f"How the ward clock was mended, part {n}")
    slug = LazyAttribute(lambda made: slugify(made.title))
    format = Format.VIDEO
    recorded = LazyFunction(lambda: PartialDate(timezone.localdate().year - 1))
    publisher = "The Harbourtown Gazette"
    source_url = LazyAttribute(lambda made: f"https://gazette.example/{made.slug}")
    summary = "A medical director tells how the doctors mended the ward clock together."
    state = State.PUBLISHED

    speaker = RelatedFactory("tests.factories.interviews.SpeakerFactory", "interview")
    statement = RelatedFactory("tests.factories.interviews.StatementFactory", "interview")


class SpeakerFactory(ModelFactory[Speaker]):
    """One more who speaks in the interview given, or the only one of an interview of their own."""

    class Meta:
        model = Speaker

    interview = SubFactory(InterviewFactory, speaker=None)
    role = SubFactory(RoleFactory)
    position = LazyAttribute(lambda made: made.interview.speakers.count() + 1)


class PassageFactory(ModelFactory[Passage]):
    """The next turn of the transcript, nobody's in particular."""

    class Meta:
        model = Passage

    interview = SubFactory(InterviewFactory)
    position = LazyAttribute(lambda made: made.interview.passages.count() + 1)
    text = Sequence(lambda n: f"It was {n} minutes slow, and nobody owned it.")


def _set_themes(statement: Statement, create: bool, themes: Iterable[Theme] | None, **values: object) -> None:
    """Give it the themes named, or one of its own."""
    if create:
        statement.themes.set([ThemeFactory(**values)] if themes is None else themes)


class StatementFactory(ModelFactory[Statement]):
    """The next piece of advice of the interview given, or the only one of an interview of its own; on one theme.

    `themes=[one, other]` gives it those, `themes=[]` none, `themes__name="…"` shapes its own.
    """

    class Meta:
        model = Statement

    interview = SubFactory(InterviewFactory, statement=None)
    position = LazyAttribute(lambda made: made.interview.statements.count() + 1)
    kind = Kind.ADVICE
    provenance = Provenance.PARAPHRASE
    text = Sequence(lambda n: f"Ask {n} porters before buying a clock.")
    themes = PostGeneration(_set_themes)


class QuestionFactory(ModelFactory[Question]):
    """A question that any search answers."""

    class Meta:
        model = Question

    position = 1
    text = Sequence(lambda n: f"Who winds clock number {n}?")
    address = "kind=advice"


class SynonymGroupFactory(ModelFactory[SynonymGroup]):
    """Two terms for one thing."""

    class Meta:
        model = SynonymGroup

    terms = Sequence(lambda n: [f"clock {n}", f"timepiece {n}"])
