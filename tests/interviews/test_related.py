"""What else was said on the themes of a statement."""

from collections.abc import Sequence

import pytest

from interviews.models import Kind, State, Statement, Theme
from interviews.related import Card, Related
from organisations.lineage import Lineage
from organisations.models import Level, Nation, Sector
from tests.factories import InterviewFactory, SpeakerFactory, StatementFactory, SuccessionFactory, ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def theme() -> Theme:
    return ThemeFactory(name="Clock repair")


@pytest.fixture
def here(theme: Theme) -> Statement:
    """Advice by a medical director at an acute trust in England."""
    return StatementFactory(themes=[theme])


def _said(*themes: Theme, role: dict[str, object] | None = None, **values: object) -> Statement:
    """A statement of an interview of its own."""
    speaker = {f"interview__speaker__role__{name}": value for name, value in (role or {}).items()}
    return StatementFactory(themes=themes, **speaker, **values)


def _related(statement: Statement) -> Related:
    return Related.to(Statement.objects.for_cards().get(pk=statement.pk), Lineage.bare())


def _whys(cards: Sequence[Card]) -> dict[Statement, str]:
    return {card.statement: card.why for card in cards}


def test_the_same_kind_on_the_same_theme_elsewhere_is_similar(here: Statement, theme: Theme) -> None:
    other = _said(theme, role={"organisation__sector": Sector.MENTAL_HEALTH})
    _said(theme, kind=Kind.CHALLENGE)
    _said(ThemeFactory())
    StatementFactory(interview=here.interview, themes=[theme])
    assert _whys(_related(here).similar) == {other: "Also on clock repair, from mental health care in England"}


def test_most_shared_themes_come_first_then_the_newest_and_four_at_most(theme: Theme) -> None:
    second, third = ThemeFactory.create_batch(2)
    here = _said(theme, second, third)
    old = _said(theme, interview__recorded="2010")
    new = _said(theme, interview__recorded="2020-05")
    undated = _said(theme, interview__undated=True)
    both = _said(theme, second, interview__recorded="2001")
    more = _said(theme, interview__recorded="2019")
    assert list(_whys(_related(here).similar)) == [both, new, more, old]
    old.delete()
    assert list(_whys(_related(here).similar)) == [both, new, more, undated]


def test_no_more_than_one_of_each_interview_is_similar(here: Statement, theme: Theme) -> None:
    first = _said(theme)
    StatementFactory(interview=first.interview, themes=[theme])
    assert list(_whys(_related(here).similar)) == [first]


def test_what_an_organisation_came_from_or_became_is_no_other_one(here: Statement, theme: Theme) -> None:
    place = here.speakers()[0].role.organisation
    before, after = SuccessionFactory(successor=place).predecessor, SuccessionFactory(predecessor=place).successor
    for organisation in (place, before, after):
        _said(theme, role={"organisation": organisation})
    sibling = _said(theme, role={"organisation": SuccessionFactory(successor=after).predecessor})
    assert list(_whys(_related(here).similar)) == [sibling]


def test_whose_statement_it_is_decides_from_where_it_comes(here: Statement, theme: Theme) -> None:
    place = here.speakers()[0].role.organisation
    interview = InterviewFactory(speaker__role__organisation=place, statement=None)
    guest = SpeakerFactory(interview=interview)
    StatementFactory(interview=interview, themes=[theme])
    guests = StatementFactory(interview=interview, themes=[theme], speaker=guest)
    assert list(_whys(_related(here).similar)) == [guests]


@pytest.mark.parametrize(
    ("role", "why"),
    [
        (
            {"organisation__sector": Sector.PRIMARY_CARE, "organisation__nation": Nation.WALES},
            "On clock repair, from primary care in Wales",
        ),
        ({"organisation__nation": Nation.UNITED_KINGDOM}, "On clock repair, from an acute trust in the United Kingdom"),
        ({"level": Level.RESIDENT_DOCTOR}, "On clock repair, from a resident doctor"),
        (
            {"organisation__sector": Sector.OTHER, "organisation__name": "The Clock Society"},
            "On clock repair, from The Clock Society",
        ),
    ],
)
def test_another_view_is_from_another_sector_nation_or_level(
    here: Statement, theme: Theme, role: dict[str, object], why: str
) -> None:
    _said(theme, kind=Kind.CHALLENGE)
    other = _said(theme, kind=Kind.CHALLENGE, role=role)
    assert _whys(_related(here).otherwise) == {other: why}


def test_an_interview_that_is_similar_already_gives_no_other_view(here: Statement, theme: Theme) -> None:
    similar = _said(theme, role={"level": Level.GP})
    StatementFactory(interview=similar.interview, themes=[theme], kind=Kind.STEP)
    assert _whys(_related(here).otherwise) == {}


def test_what_a_curator_marked_comes_first_whichever_side_it_was_marked_on(here: Statement, theme: Theme) -> None:
    _said(theme, kind=Kind.CHALLENGE, role={"level": Level.GP})
    marked = _said(kind=Kind.STEP)
    marked.contrasts.add(here)
    on_theme = _said(theme)
    here.contrasts.add(on_theme)
    whys = _whys(_related(here).otherwise)
    assert list(whys)[:2] == [marked, on_theme]
    assert list(whys.values()) == [
        "Marked by an editor as another view",
        "Marked by an editor as another view on clock repair",
        "On clock repair, from a GP",
    ]


def test_nothing_is_shown_twice_and_three_other_views_at_most(here: Statement, theme: Theme) -> None:
    here.contrasts.set([_said(theme) for _ in range(2)])
    for level in [Level.GP, Level.MANAGER, Level.CONSULTANT] * 3:
        _said(theme, role={"level": level})
    related = _related(here)
    shown = [*_whys(related.similar), *_whys(related.otherwise)]
    assert (len(related.similar), len(related.otherwise)) == (4, 3)
    assert len(set(shown)) == len(shown) == 7


@pytest.mark.parametrize("state", [state for state in State if state != State.PUBLISHED])
def test_what_is_hidden_is_neither_similar_nor_another_view(here: Statement, theme: Theme, state: State) -> None:
    hidden = [_said(theme, interview__state=state), _said(theme, interview__state=state, role={"level": Level.GP})]
    marked = _said(interview__state=state)
    here.contrasts.add(marked)
    assert _related(here) == Related(similar=[], otherwise=[])
    for other in (*hidden, marked):
        type(other.interview).objects.filter(pk=other.interview_id).update(state=State.PUBLISHED)
    related = _related(here)
    assert set(_whys([*related.similar, *related.otherwise])) == {*hidden, marked}


def test_without_themes_only_what_a_curator_marked_is_related() -> None:
    here, other = _said(), _said()
    assert _related(here) == Related(similar=[], otherwise=[])
    here.contrasts.add(other)
    assert list(_whys(_related(here).otherwise)) == [other]


def test_a_theme_keeps_the_capitals_that_are_its_own(here: Statement) -> None:
    nhs = ThemeFactory(name="NHS clocks")
    here.themes.add(nhs)
    _said(nhs)
    assert list(_whys(_related(here).similar).values()) == ["Also on NHS clocks, from an acute trust in England"]


@pytest.mark.parametrize("sector", Sector)
@pytest.mark.parametrize("level", Level)
def test_every_sector_and_level_has_its_words(here: Statement, theme: Theme, sector: Sector, level: Level) -> None:
    _said(theme, kind=Kind.STEP, role={"organisation__sector": sector, "level": level})
    assert all(card.why.startswith("On clock repair, from ") for card in _related(here).otherwise)
