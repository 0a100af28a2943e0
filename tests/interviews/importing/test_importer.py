"""Importing a directory: again, in part, by former address, all or nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db.models import Model

from interviews.importing.importer import import_tables
from interviews.importing.problems import ImportRefusedError
from interviews.models import Interview, State, Statement, SynonymGroup, Theme
from organisations.models import Addressed, Leader, Organisation, Role
from organisations.partial_dates import PartialDate
from tests.factories import InterviewFactory, LeaderFactory, OrganisationFactory, RoleFactory, ThemeFactory

pytestmark = pytest.mark.django_db

type Write = Callable[..., Path]
EVERYTHING: tuple[type[Model], ...] = (Theme, Organisation, Leader, Role, Interview, Statement, SynonymGroup)


def counts(directory: Path, *, dry_run: bool = False) -> dict[str, tuple[int, int, int]]:
    """New, changed and unchanged rows of each table that has any."""
    outcomes = import_tables(directory, dry_run=dry_run)
    return {each.file.removesuffix(".csv"): (each.new, each.changed, each.unchanged) for each in outcomes}


def test_every_table_is_optional(only: Write) -> None:
    assert counts(only(synonyms=("clock; timepiece",))) == {"synonyms": (1, 0, 0)}


def test_a_table_with_only_a_header_is_fine(only: Write) -> None:
    assert counts(only(leaders=())) == {"leaders": (0, 0, 0)}


def test_rows_refer_to_what_is_in_the_database(only: Write) -> None:
    role = RoleFactory(title="Medical Director", leader__slug="bea-hive", organisation__slug="hillside")
    interview = InterviewFactory(slug="bees", speaker=None)
    import_tables(only(speakers=("bees,bea-hive,hillside,Medical Director,",)))
    assert interview.speakers.get().role == role


def test_changed_cells_change_rows_that_keep_their_ids(tables: Write, only: Write) -> None:
    import_tables(tables())
    before = Organisation.objects.get(slug="riverside")
    changed = "riverside,Riverside NHS Trust,ambulance,Wales,,,1999-01,"
    assert counts(only(organisations=(changed,))) == {"organisations": (0, 1, 0)}
    after = Organisation.objects.get(pk=before.pk)
    assert (after.sector, after.nation, after.website, after.opened) == ("ambulance", "Wales", "", PartialDate(1999, 1))


def test_an_outcome_names_the_columns_that_changed(tables: Write, only: Write) -> None:
    import_tables(tables())
    changed = ("time,Time,,About time.,,", "clocks,Clocks,,About all clocks.,dials; hands,")
    (outcome,) = import_tables(only(themes=changed))
    assert outcome.changes == {3: ["parent", "definition"]}


def test_what_is_in_no_table_is_left_alone(tables: Write, only: Write) -> None:
    import_tables(tables())
    import_tables(only(statements=("ward-clock,1,advice,paraphrase,Ask two porters.,clocks",)))
    texts = Statement.objects.order_by("position").values_list("text", flat=True)
    assert list(texts) == ["Ask two porters.", "Wind it daily."]


@pytest.mark.parametrize(
    ("model", "factory", "slug"),
    [
        (Organisation, OrganisationFactory, "harbourtown"),
        (Leader, LeaderFactory, "ada-quill"),
        (Theme, ThemeFactory, "time"),
        (Interview, InterviewFactory, "ward-clock"),
    ],
)
def test_a_former_address_leads_to_the_thing_and_does_not_rename_it_back(
    tables: Write, model: type[Addressed], factory: Callable[..., Addressed], slug: str
) -> None:
    moved = factory(slug=slug)
    moved.slug = "moved"
    moved.save()
    import_tables(tables())
    assert model._default_manager.get(slug="moved").pk == moved.pk
    assert not model._default_manager.filter(slug=slug).exists()


def test_present_and_former_address_in_one_table_are_one_thing_twice(only: Write) -> None:
    moved = LeaderFactory(slug="old")
    moved.slug = "new"
    moved.save()
    with pytest.raises(ImportRefusedError) as refused:
        import_tables(only(leaders=("new,Ada,,,", "old,Ada,,,")))
    (problem,) = refused.value.problems
    assert (problem.line, problem.column, problem.message[:6]) == (3, "slug", "Line 2")


def test_the_address_of_something_deleted_stays_taken(only: Write) -> None:
    LeaderFactory(slug="gone").delete()
    with pytest.raises(ImportRefusedError) as refused:
        import_tables(only(leaders=("gone,Ada,,,",)))
    (problem,) = refused.value.problems
    assert problem.column == "slug"
    assert problem.message.startswith("This used to be the address of something else")


def test_new_interviews_are_published_unless_the_table_holds_them_back(tables: Write) -> None:
    heading = "slug,title,format,recorded,published,publisher,source_url,language,summary,state"
    row = "{},Clocks,video,,,The Gazette,https://gazette.example,en,Clocks.,{}"
    held = (heading, row.format("held", "draft"), row.format("ward-clock", ""))
    import_tables(tables(interviews=held))
    assert dict(Interview.objects.values_list("slug", "state")) == {
        "held": State.DRAFT,
        "ward-clock": State.PUBLISHED,
    }


@pytest.mark.parametrize("state", [State.DRAFT, State.IN_REVIEW, State.WITHDRAWN])
def test_an_interview_that_is_there_keeps_its_state(tables: Write, state: State) -> None:
    InterviewFactory(slug="ward-clock", state=state, speaker=None, statement=None)
    import_tables(tables())
    assert Interview.objects.get().state == state
    heading = "slug,title,format,recorded,published,publisher,source_url,language,summary,state"
    row = "ward-clock,New title,video,,,The Gazette,https://gazette.example,en,Clocks.,published"
    import_tables(tables(interviews=(heading, row)))
    assert (Interview.objects.get().title, Interview.objects.get().state) == ("New title", state)


def test_an_optional_column_that_is_absent_changes_nothing(tables: Write) -> None:
    InterviewFactory(slug="ward-clock", timeless=True, media_url="https://media.example")
    import_tables(tables())
    interview = Interview.objects.get()
    assert (interview.timeless, interview.media_url) == (True, "https://media.example")


def test_an_optional_column_that_is_there_counts(tables: Write) -> None:
    heading = "slug,title,format,recorded,published,publisher,source_url,language,summary,timeless"
    import_tables(tables(interviews=(heading, "ward-clock,C,video,,,G,https://gazette.example,en,Clocks.,TRUE")))
    assert Interview.objects.get().timeless


def test_a_dry_run_counts_and_writes_nothing(tables: Write) -> None:
    assert counts(tables(), dry_run=True)["statements"] == (2, 0, 0)
    assert [model._default_manager.count() for model in EVERYTHING] == [0] * len(EVERYTHING)


def test_one_bad_cell_keeps_everything_out(tables: Write) -> None:
    with pytest.raises(ImportRefusedError):
        import_tables(tables(synonyms=("terms", "alone")))
    assert [model._default_manager.count() for model in EVERYTHING] == [0] * len(EVERYTHING)


def test_a_dry_run_finds_the_same_faults(tables: Write) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        import_tables(tables(synonyms=("terms", "alone")), dry_run=True)
    assert [str(problem) for problem in refused.value.problems] == [
        'synonyms.csv, line 2, column "terms": A group needs two terms at least.'
    ]


def test_a_file_of_another_name_is_refused(only: Write) -> None:
    directory = only(leaders=())
    (directory / "Leader.CSV").write_text("slug\n")
    (directory / ".leaders.csv").write_text("what an editor leaves behind")
    (directory / "notes.txt").write_text("for ourselves")
    with pytest.raises(ImportRefusedError) as refused:
        import_tables(directory)
    (problem,) = refused.value.problems
    assert str(problem).startswith(
        "Leader.CSV: No table has this name. Did you mean leaders.csv? There are: themes.csv,"
    )


def test_a_directory_without_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        import_tables(tmp_path)
    assert "There is no table here. There may be: themes.csv," in str(refused.value.problems[0])
