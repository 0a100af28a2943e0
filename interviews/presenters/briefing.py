"""A briefing made ready to read, print and take away: its points, each attributed, and where they come from."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from interviews.briefing import Briefing, Grouping
from interviews.models import Interview, Speaker, Statement, Theme
from interviews.presenters import kinds
from interviews.presenters.since import age_sentence
from organisations.lineage import Lineage

UNTITLED = "Briefing"
_WITHOUT_THEME = "Other points"


@dataclass(frozen=True, slots=True)
class Source:
    """An interview that points are from, by its number in the list of sources."""

    number: int
    interview: Interview
    credits: str
    age: str
    url: str


@dataclass(frozen=True, slots=True)
class Step:
    """Something that can be done with a point, by the name of its parameter.

    `then` is where the reader is afterwards: at the same step of the same point while there is one.
    """

    name: str
    label: str
    then: str


@dataclass(frozen=True, slots=True)
class Point:
    """One statement with who said it, as they and their organisation were called then, its age and its address."""

    statement: Statement
    heading: str
    credits: str
    source: Source
    url: str
    steps: Sequence[Step]

    @property
    def words(self) -> str:
        """Its text, in quotation marks only where the words are the speaker's own."""
        return f"“{self.statement.text}”" if self.statement.is_verbatim else self.statement.text

    @property
    def whose_words(self) -> str:
        """Whether they are the speaker's words or an editor's."""
        return "The speaker’s own words" if self.statement.is_verbatim else "Paraphrase"  # noqa: RUF001


@dataclass(frozen=True, slots=True)
class Group:
    """Points that are shown together, under a heading; without one where they are all there are."""

    heading: str
    points: Sequence[Point]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole briefing."""

    briefing: Briefing
    url: str
    groups: Sequence[Group]
    sources: Sequence[Source]
    missing: int

    @property
    def title(self) -> str:
        """Its heading, or what it is."""
        return self.briefing.title or UNTITLED

    @property
    def count(self) -> int:
        """How many points there are."""
        return len(self.briefing.statements)

    @property
    def is_empty(self) -> bool:
        """Whether there is no point in it."""
        return not self.briefing.statements

    @property
    def notice(self) -> str:
        """What is no longer there, said; empty where all is."""
        if not self.missing:
            return ""
        what = "1 statement is" if self.missing == 1 else f"{self.missing} statements are"
        has = "has" if self.missing == 1 else "have"
        return f"{what} no longer available and {has} been left out."

    def moved(self, up: int | None, down: int | None) -> Briefing:
        """The briefing with a point put before the one shown before it, or after the one shown after it."""
        for group in self.groups:
            for before, after in pairwise(point.statement.pk for point in group.points):
                if up == after or down == before:
                    return self.briefing.with_before(after, before)
        return self.briefing


def sheet(briefing: Briefing, address: Callable[[str], str], base: str) -> Sheet:
    """The briefing with its published statements; `address` makes an address whole, `base` is the page's own.

    The number of queries is the same for one statement and for a hundred.
    """
    found = Statement.objects.published().for_cards().in_bulk(briefing.statements)
    here = briefing.holding(found)
    statements = [found[pk] for pk in here.statements]
    together = _together(statements, here.grouping)
    sources = _sources([statement for _, group in together for statement in group], address)
    groups = [Group(heading, list(_points(group, sources, address))) for heading, group in together]
    missing = len(briefing.statements) - len(statements)
    return Sheet(here, address(f"{base}?{here.query}" if here.query else base), groups, list(sources.values()), missing)


def _together(statements: Sequence[Statement], grouping: Grouping) -> list[tuple[str, list[Statement]]]:
    """All in their order; or by theme, each once, under the one of its themes that most of them share."""
    if grouping is Grouping.ORDER:
        return [("", list(statements))] if statements else []
    shared = Counter(theme for statement in statements for theme in statement.themes.all())
    groups: dict[Theme | None, list[Statement]] = {}
    for statement in statements:
        themes = sorted(statement.themes.all(), key=lambda theme: (-shared[theme], theme.name))
        groups.setdefault(themes[0] if themes else None, []).append(statement)
    rest = groups.pop(None, [])
    named = [(theme.name, group) for theme, group in groups.items() if theme]
    return [*named, (_WITHOUT_THEME, rest)] if rest else named


def _points(
    statements: Sequence[Statement], sources: dict[int, Source], address: Callable[[str], str]
) -> Iterator[Point]:
    for place, statement in enumerate(statements):
        yield Point(
            statement,
            kinds.title(statement),
            _credits(statement.speakers()),
            sources[statement.interview_id],
            address(statement.get_absolute_url()),
            list(_steps([statement.pk for statement in statements], place)),
        )


def _steps(shown: Sequence[int], place: int) -> Iterator[Step]:
    """What can be done with one of several points shown together."""
    pk, last = shown[place], len(shown) - 1
    if place > 0:
        yield Step("up", "Move up", f"up-{pk}" if place > 1 else f"down-{pk}")
    if place < last:
        yield Step("down", "Move down", f"down-{pk}" if place < last - 1 else f"up-{pk}")
    neighbour = shown[place + 1] if place < last else shown[place - 1]
    yield Step("remove", "Remove", f"remove-{neighbour}" if last else "points")


def _sources(statements: Iterable[Statement], address: Callable[[str], str]) -> dict[int, Source]:
    """The interviews, numbered as they are met."""
    lineage = Lineage.load()
    interviews = {statement.interview_id: statement.interview for statement in statements}
    return {
        pk: Source(
            number,
            interview,
            _credits(interview.speakers.all()),
            age_sentence(interview, lineage),
            address(interview.get_absolute_url()),
        )
        for number, (pk, interview) in enumerate(interviews.items(), start=1)
    }


def _credits(speakers: Iterable[Speaker]) -> str:
    """“Ada Quillfeather, Medical Director, Harbourtown NHS Trust; …”, each as it was then."""
    return "; ".join(
        f"{speaker.leader.name}, {speaker.role.title}, {speaker.organisation_then}" for speaker in speakers
    )
