"""Themes stand two levels deep, and are public once something published is about them."""

import pytest

from interviews.models import State, Theme
from tests.constraints import changed, refused_by, sentences
from tests.factories import InterviewFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def test_a_theme_goes_under_one_of_the_upper_level() -> None:
    theme = changed(ThemeFactory(), parent=ThemeFactory())
    assert sentences(theme) == []
    assert not refused_by(theme.save)


def test_a_third_level_below_is_refused() -> None:
    bad = changed(ThemeFactory(), parent=ThemeFactory(parent=ThemeFactory()))
    assert sentences(bad) == ["That theme is under another already. There are two levels at most."]
    assert refused_by(bad.save) == "theme_two_levels"


def test_a_third_level_above_is_refused() -> None:
    bad = ThemeFactory()
    ThemeFactory(parent=bad)
    changed(bad, parent=ThemeFactory())
    assert sentences(bad) == ["This theme has others under it, so it cannot go under one itself."]
    assert refused_by(bad.save) == "theme_two_levels"


def test_no_write_in_bulk_goes_round_that() -> None:
    wider, theme = ThemeFactory(), ThemeFactory()
    ThemeFactory(parent=theme)
    moved = Theme.objects.filter(pk=theme.pk)
    assert refused_by(lambda: moved.update(parent=wider)) == "theme_two_levels"
    new = Theme(name="Deep", slug="deep", definition="Too deep.", parent=theme.children.get())
    assert refused_by(lambda: Theme.objects.bulk_create([new])) == "theme_two_levels"


def test_a_theme_with_others_under_it_cannot_be_deleted() -> None:
    wider = ThemeFactory()
    ThemeFactory(parent=wider)
    with pytest.raises(Exception, match="protected foreign keys"):
        wider.delete()


def test_a_theme_is_public_with_a_published_statement_and_so_is_the_wider_one() -> None:
    wider = ThemeFactory()
    theme, unused = ThemeFactory.create_batch(2, parent=wider)
    InterviewFactory(statement__themes=[theme])
    assert set(Theme.objects.published()) == {theme, wider}
    assert not Theme.objects.published().contains(unused)


@pytest.mark.parametrize("state", set(State) - {State.PUBLISHED})
def test_a_theme_of_hidden_statements_is_hidden_and_so_is_the_wider_one(state: State) -> None:
    InterviewFactory(state=state, statement__themes=[ThemeFactory(parent=ThemeFactory())])
    ThemeFactory()
    assert not Theme.objects.published().exists()


def test_a_theme_of_several_statements_is_there_once() -> None:
    theme = ThemeFactory(parent=ThemeFactory())
    for _ in range(2):
        InterviewFactory(statement__themes=[theme, theme.parent])
    assert Theme.objects.published().count() == 2
