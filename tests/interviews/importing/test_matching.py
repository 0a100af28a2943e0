"""Which thing a row is about: ids stay, because people cite them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from interviews.importing.importer import import_tables
from interviews.importing.problems import ImportRefusedError
from interviews.models import Statement, SynonymGroup, Theme
from organisations.models import Organisation, Role
from organisations.partial_dates import PartialDate
from tests.factories import OrganisationFactory, OrganisationIdentifierFactory, RoleFactory, SynonymGroupFactory

pytestmark = pytest.mark.django_db

type Write = Callable[..., Path]


def statements() -> dict[str, tuple[int, int]]:
    return {each.text: (each.pk, each.position) for each in Statement.objects.all()}


def test_a_statement_that_moves_keeps_its_id(tables: Write, only: Write) -> None:
    import_tables(tables())
    before = statements()
    import_tables(
        only(
            statements=(
                "ward-clock,1,before,paraphrase,It was slow.,clocks",
                "ward-clock,2,step,paraphrase,Wind it daily.,clocks; time",
                "ward-clock,3,advice,paraphrase,Ask the porters.,clocks",
            )
        )
    )
    after = statements()
    assert after["Ask the porters."] == (before["Ask the porters."][0], 3)
    assert after["Wind it daily."] == before["Wind it daily."]
    assert after["It was slow."][0] not in {pk for pk, _ in before.values()}


def test_a_statement_that_is_reworded_keeps_its_id(tables: Write, only: Write) -> None:
    import_tables(tables())
    before = statements()
    import_tables(only(statements=("ward-clock,2,step,paraphrase,Wind it each day.,clocks",)))
    assert statements()["Wind it each day."] == before["Wind it daily."]


def test_a_statement_does_not_take_the_place_of_one_that_is_not_in_the_table(tables: Write, only: Write) -> None:
    import_tables(tables())
    with pytest.raises(ImportRefusedError) as refused:
        import_tables(only(statements=("ward-clock,2,advice,paraphrase,Ask the porters.,clocks",)))
    (problem,) = refused.value.problems
    assert (problem.line, problem.column) == (2, "position")
    assert "has this place already" in problem.message


def test_themes_of_a_statement_become_those_named(tables: Write, only: Write) -> None:
    import_tables(tables())
    import_tables(only(statements=("ward-clock,2,step,paraphrase,Wind it daily.,clocks",)))
    assert [theme.slug for theme in Statement.objects.get(position=2).themes.all()] == ["clocks"]


def test_aliases_of_a_theme_become_those_named(tables: Write, only: Write) -> None:
    import_tables(tables())
    kept = Theme.objects.get(slug="clocks").aliases.get(name="hands")
    import_tables(only(themes=("clocks,Clocks,time,About clocks.,hands; faces,",)))
    aliases = {alias.name: alias.pk for alias in Theme.objects.get(slug="clocks").aliases.all()}
    assert aliases.keys() == {"hands", "faces"}
    assert aliases["hands"] == kept.pk


def test_a_start_that_becomes_known_makes_no_second_role(tables: Write) -> None:
    role = RoleFactory(leader__slug="ada-quill", organisation__slug="harbourtown", title="Medical Director")
    import_tables(tables())
    assert (Role.objects.get().pk, Role.objects.get().start) == (role.pk, PartialDate(2010))


def test_the_same_title_again_later_is_a_second_role(tables: Write) -> None:
    heading = "leader,organisation,title,level,start,end"
    row = "ada-quill,harbourtown,Medical Director,medical_director,{}"
    speaker = "interview,leader,organisation,title,start,credited_organisation"
    directory = tables(
        roles=(heading, row.format("2001,2005"), row.format("2010,")),
        speakers=(speaker, "ward-clock,ada-quill,harbourtown,Medical Director,2010,"),
    )
    import_tables(directory)
    assert Role.objects.get(start=PartialDate(2010)).speakers.count() == 1
    assert Role.objects.count() == 2
    with pytest.raises(ImportRefusedError) as refused:
        import_tables(tables(roles=(heading, row.format("2001,2005"), row.format("2010,"))))
    (problem,) = refused.value.problems
    assert (problem.file, problem.column) == ("speakers.csv", "title")
    assert "more than once, since 2001 and 2010. Add a column “start” that says which." in problem.message


def test_of_two_rows_that_may_be_the_same_thing_the_first_is(tables: Write, only: Write) -> None:
    import_tables(tables())
    role, before = Role.objects.get(), statements()
    row = "ada-quill,harbourtown,Medical Director,medical_director,{},"
    twice = "ward-clock,{},advice,paraphrase,Ask the porters.,clocks"
    import_tables(only(roles=(row.format(2011), row.format(2016)), statements=(twice.format(1), twice.format(3))))
    assert {each.pk == role.pk: each.start for each in Role.objects.all()} == {
        True: PartialDate(2011),
        False: PartialDate(2016),
    }
    assert Statement.objects.get(position=1).pk == before["Ask the porters."][0]
    assert Statement.objects.count() == 3


def test_terms_in_another_order_are_the_same_group(only: Write) -> None:
    group = SynonymGroupFactory(terms=["timepiece", "clock"])
    import_tables(only(synonyms=("clock; timepiece",)))
    assert SynonymGroup.objects.get().pk == group.pk


def test_a_code_is_not_taken_away_from_another_organisation(only: Write) -> None:
    OrganisationIdentifierFactory(value="ZZ1")
    OrganisationFactory(slug="hillside")
    with pytest.raises(ImportRefusedError) as refused:
        import_tables(only(organisation_identifiers=("hillside,ods,ZZ1",)))
    (problem,) = refused.value.problems
    assert str(problem) == (
        'organisation_identifiers.csv, line 2, column "value": Another organisation has this code already.'
    )


def test_a_theme_may_move_under_another(tables: Write, only: Write) -> None:
    import_tables(tables())
    import_tables(only(themes=("clocks,Clocks,,About clocks.,,", "time,Time,clocks,About time.,,")))
    assert Theme.objects.get(slug="time").parent == Theme.objects.get(slug="clocks")


def test_only_what_the_rows_are_about_is_touched(tables: Write) -> None:
    other = OrganisationFactory(slug="elsewhere", name="Elsewhere NHS Trust")
    import_tables(tables())
    assert Organisation.objects.get(pk=other.pk).name == "Elsewhere NHS Trust"
