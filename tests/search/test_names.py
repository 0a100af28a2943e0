"""Names as readers type them: as a whole, by how their words begin, by how they start and end."""

import pytest

from interviews.search import names
from tests.factories import (
    InterviewFactory,
    LeaderFactory,
    OrganisationFactory,
    OrganisationIdentifierFactory,
    OrganisationNameFactory,
    ThemeAliasFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def named() -> None:
    """A leader, an organisation with every kind of name, and a theme."""
    LeaderFactory(name="Zoë O'Brien-Quill")
    trust = OrganisationFactory(name="St Clock's & Ward NHS Trust")
    for kind, name in (("abbreviation", "SCW"), ("former", "Old Clock Hospitals"), ("misnomer", "St Clocks Wards")):
        OrganisationNameFactory(organisation=trust, name=name, kind=kind)
    OrganisationIdentifierFactory(organisation=trust, value="ZZ1")
    ThemeAliasFactory(theme=ThemeFactory(name="Mending clocks"), name="repair_work 100%")


def kinds(found: list[names.Named]) -> list[str]:
    return [one.kind for one in found]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Zoë O'Brien-Quill", "leader"),
        ("zoe obrien quill", "leader"),
        ("St Clock's & Ward NHS Trust", "organisation"),
        ("ST CLOCKS WARD NHS TRUST", "organisation"),
        ("scw", "organisation"),
        ("old clock hospitals", "organisation"),
        ("st clocks wards", "organisation"),
        ("zz1", "organisation"),
        ("Mending clocks", "theme"),
        ("repair work 100", "theme"),
    ],
)
def test_what_is_called_so(text: str, kind: str) -> None:
    assert kinds(names.called([names.plain(text)])) == [kind]


@pytest.mark.parametrize("text", ["", "clock", "zoe", "mending clock", "zz", "%", "old%"])
def test_part_of_a_name_is_not_what_it_is_called(text: str) -> None:
    assert names.called([text]) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("zo", ["leader"]),
        ("obr", ["leader"]),
        ("qui", ["leader"]),
        ("obrien q", ["leader"]),
        ("clock", ["organisation", "organisation", "organisation", "theme"]),
        ("mend", ["theme"]),
        ("zz", ["organisation"]),
        ("lock", []),  # only where a word begins
        ("%", []),  # signs that mean something to the database mean nothing here
        ("_", []),
        ("repair_work", []),
        ("\\", []),
    ],
)
def test_what_has_a_word_that_begins_so(text: str, found: list[str]) -> None:
    assert kinds(names.beginning(text, limit=9)) == found


def test_the_shortest_names_come_first_and_no_more_than_asked_for() -> None:
    ThemeFactory(name="Clocks")

    assert [one.name for one in names.beginning("clocks", limit=1)][-1] == "Clocks"


@pytest.mark.parametrize(
    ("ending", "starting", "found"),
    [
        ("quill", "", ["leader"]),
        ("uill", "", []),  # only a whole surname
        ("trust", "", []),  # only of leaders
        ("", "st clocks", ["organisation", "organisation"]),
        ("", "st clo", []),
        ("", "mending", []),  # only of organisations
        ("%", "_", []),
    ],
)
def test_a_surname_and_the_first_words_of_an_organisation_are_enough(
    ending: str, starting: str, found: list[str]
) -> None:
    assert kinds(names.called([], ending=ending, starting=starting)) == found


def test_codes_and_abbreviations_are_short_for_something() -> None:
    found = names.called(["scw", "zz1", "old clock hospitals", "mending clocks"])

    assert {one.name: one.is_short_for for one in found} == {
        "SCW": True,
        "ZZ1": True,
        "Old Clock Hospitals": False,
        "Mending clocks": False,
    }


def test_words_that_begin_so_are_published_ones_the_most_used_first() -> None:
    InterviewFactory(title="Avocet, avowal", statement__text="Avowal")
    InterviewFactory(title="Avowal again")
    InterviewFactory(draft=True, title="Avoidance")

    assert names.words_beginning("avo", limit=9) == ["avowal", "avocet"]
    assert names.words_beginning("avo", limit=1) == ["avowal"]
    assert names.words_beginning("avo%", limit=9) == []
