"""Every kind of fault is told with its file, line and column, and with what to do."""

from collections.abc import Callable
from pathlib import Path

import pytest

from interviews.importing.importer import import_tables
from interviews.importing.problems import ImportRefusedError, Problem
from tests.factories import ThemeFactory
from tests.interviews.importing.conftest import TABLES

pytestmark = pytest.mark.django_db

type Write = Callable[..., Path]


def faults(directory: Path) -> list[Problem]:
    with pytest.raises(ImportRefusedError) as refused:
        import_tables(directory)
    return refused.value.problems


LONG = "x" * 201

# Table, a line added to it, the column at fault and how the advice begins.
FAULTS = [
    ("themes", "hats,,,About hats.,,", "name", "This cell is empty. It must be filled in."),
    ("themes", "Hats!,Hats,,About hats.,,", "slug", "“Hats!” cannot be an address. Write small letters, digits and"),
    ("themes", "hats,Hats,clokcs,About hats.,,", "parent", "There is no theme “clokcs”, neither in themes.csv nor"),
    ("themes", "hats,Hats,clocks,About hats.,,", "parent", "“clocks” is under another itself. There are two levels at"),
    ("themes", "hats,Hats,hats,About hats.,,", "parent", "“hats” is under another itself. There are two levels at"),
    ("themes", "hats,Hats,,About hats.,cap; Cap,", "aliases", "“cap” is there 2 times. Keep one."),
    ("themes", f"hats,Hats,,About hats.,{LONG},", "aliases", "This has 201 characters; there is room for 120."),
    ("themes", "hats,Time,,About hats.,,", "name", "Theme with this Name already exists."),
    ("themes", "time,Hats,,About hats.,,", "slug", "Line 2 is about the same already. Make one line of the two."),
    (
        "organisations",
        "a,A,acut,England,,,,",
        "sector",
        "“acut” is not one of the choices. Did you mean “acute”? Write",
    ),
    ("organisations", "a,A,acute,Mars,,,,", "nation", "“Mars” is not one of the choices. Write one of: England,"),
    (
        "organisations",
        f"a,{LONG},acute,England,,,,",
        "name",
        "This has 201 characters; there is room for 200. Shorten it.",
    ),
    (
        "organisations",
        "a,A,acute,England,,ftp://a.example,,",
        "website",
        "“ftp://a.example” is not a web address. Write",
    ),
    (
        "organisations",
        "a,A,acute,England,,javascript:alert(1),,",
        "website",
        "“javascript:alert(1)” is not a web address.",
    ),
    (
        "organisations",
        "a,A,acute,England,,,2014-13,",
        "opened",
        "There is no such date as 2014-13. Write 2014, 2014-08 or",
    ),
    ("organisations", "a,A,acute,England,,,last year,", "opened", "“last year” is not a date. Write 2014, 2014-08 or"),
    ("organisations", "a,A,acute,England,,,2014,2013", "closed", "An organisation cannot close before it opened."),
    ("organisation_names", "harbourtown,H,former,2014,2013", "end", "A name cannot end before it starts."),
    (
        "organisation_names",
        "habrourtown,H,former,,",
        "organisation",
        "There is no organisation “habrourtown”, neither in",
    ),
    ("organisation_names", ",H,former,,", "organisation", "This cell is empty. It must be filled in."),
    ("organisation_identifiers", "riverside,ods,ZZ1", "value", "Another organisation has this code already."),
    ("organisation_identifiers", "riverside,dos,ZZ2", "scheme", "“dos” is not one of the choices. Did you mean “ods”?"),
    ("successions", "riverside,riverside,merged,,", "successor", "An organisation cannot succeed itself."),
    ("successions", "riverside,harbourtown,acquired,,", "kind", "Line 2 is about the same already."),
    ("roles", "ada-quill,riverside,Director,boss,,", "level", "“boss” is not one of the choices. Write one of: board,"),
    ("roles", "ada-quill,riverside,,board,,", "title", "This cell is empty. It must be filled in."),
    ("roles", "ada-quill,riverside,Director,board,2014,2013", "end", "A role cannot end before it starts."),
    (
        "interviews",
        "a,A,film,,,G,https://g.example,en,S.",
        "format",
        "“film” is not one of the choices. Write one of: video,",
    ),
    (
        "interviews",
        "a,A,video,2014,2013,G,https://g.example,en,S.",
        "published",
        "An interview cannot be published before",
    ),
    ("interviews", "a,A,video,,,G,,en,S.", "source_url", "This cell is empty. It must be filled in."),
    (
        "speakers",
        "ward-clock,ada-quill,riverside,Director,",
        "title",
        "ada-quill has no role “Director” at riverside, neither",
    ),
    (
        "speakers",
        "ward-clock,ada-quil,riverside,Director,",
        "leader",
        "There is no leader “ada-quil”, neither in leaders.csv",
    ),
    (
        "speakers",
        "ward-clokc,ada-quill,harbourtown,Medical Director,",
        "interview",
        "There is no interview “ward-clokc”",
    ),
    ("statements", "ward-clock,0,advice,paraphrase,T,", "position", "“0” is not a whole number from 1 to 32767."),
    (
        "statements",
        "ward-clock,third,advice,paraphrase,T,",
        "position",
        "“third” is not a whole number from 1 to 32767.",
    ),
    (
        "statements",
        "ward-clock,40000,advice,paraphrase,T,",
        "position",
        "“40000” is not a whole number from 1 to 32767.",
    ),
    ("statements", "ward-clock,2,advice,paraphrase,T,", "position", "Line 3 is about the same already."),
    (
        "statements",
        "ward-clock,3,advise,paraphrase,T,",
        "kind",
        "“advise” is not one of the choices. Did you mean “advice”?",
    ),
    ("statements", "ward-clock,3,advice,spoken,T,", "provenance", "“spoken” is not one of the choices. Write one of:"),
    ("statements", "ward-clock,3,advice,paraphrase,T,clocks; hats", "themes", "There is no theme “hats”, neither in"),
    ("synonyms", ";", "terms", "This cell is empty. It must be filled in."),
    ("synonyms", "alone", "terms", "A group needs two terms at least."),
    ("synonyms", "one; two; One", "terms", "“one” is there 2 times. Keep one."),
    ("synonyms", f"one; {LONG}", "terms", "This has 201 characters; there is room for 80. Shorten it."),
    ("questions", ",Who?,kind=step", "position", "This cell is empty. It must be filled in."),
    ("questions", "1,Who winds the clock?,kind=step", "text", "Line 2 is about the same already. Make one line of the"),
    ("questions", "1,Who?,", "address", "This cell is empty. It must be filled in."),
    ("questions", "1,Who?,https://a.example/b/?q=c", "address", "This is not the address of a search here. Copy that"),
    ("questions", "1,Who?,kinds=step", "address", "A search has no “kinds”. Did you mean “kind”?"),
    ("questions", "1,Who?,kind=stop", "address", "Kind of statement: “stop” is not one of the choices."),
    ("questions", "1,Who?,theme=clokcs", "address", "There is no theme “clokcs”, neither in themes.csv nor in the"),
]


@pytest.mark.parametrize(("table", "line", "column", "advice"), FAULTS)
def test_a_fault_is_told_where_it_is(tables: Write, table: str, line: str, column: str, advice: str) -> None:
    content = (*TABLES[table], line)
    (problem,) = faults(tables(**{table: content}))
    assert (problem.file, problem.line, problem.column) == (f"{table}.csv", len(content), column)
    assert problem.message.startswith(advice)


def test_a_fault_reads_as_a_sentence_with_its_place(tables: Write) -> None:
    content = (*TABLES["organisations"], "a,A,acute,England,,,2014-13,")
    (problem,) = faults(tables(organisations=content))
    assert str(problem) == (
        'organisations.csv, line 4, column "opened": There is no such date as 2014-13. '
        "Write 2014, 2014-08 or 2014-08-07, with ? at the end if it is only probable."
    )


def test_every_faulty_cell_of_every_table_is_told_in_order(tables: Write) -> None:
    organisations = (*TABLES["organisations"], "a,,acut,England,,,,", "B b,B,acute,England,,,2014,2013")
    statements = (*TABLES["statements"], "ward-clock,0,advise,paraphrase,,hats")
    found = faults(tables(statements=statements, organisations=organisations))
    assert [(problem.file, problem.line, problem.column) for problem in found] == [
        ("organisations.csv", 4, "name"),
        ("organisations.csv", 4, "sector"),
        ("organisations.csv", 5, "slug"),
        ("statements.csv", 4, "kind"),
        ("statements.csv", 4, "position"),
        ("statements.csv", 4, "text"),
        ("statements.csv", 4, "themes"),
    ]


def test_rows_the_database_refuses_are_told_apart_from_the_many_it_takes(only: Write) -> None:
    rows = [f"trust-{n},Trust {n},acute,England,,,2014,{2013 if n in {3, 17} else 2015}" for n in range(30)]
    found = faults(only(organisations=tuple(rows)))
    assert [(problem.line, problem.column) for problem in found] == [(5, "closed"), (19, "closed")]


@pytest.mark.parametrize(
    ("table", "content"),
    [
        ("organisations", (TABLES["organisations"][0], "harbourtown,H,acut,England,,,,", TABLES["organisations"][2])),
        ("organisations", (TABLES["organisations"][0], "harbourtown,H", TABLES["organisations"][2])),
        ("roles", (TABLES["roles"][0], "ada-quill,harbourtown,Medical Director,boss,,")),
        ("themes", ("slug,name", "time,Time", "clocks,Clocks")),
        ("interviews", b"slug,title\n\xff,\xff\n"),
    ],
)
def test_rows_that_name_a_faulty_row_are_not_at_fault(tables: Write, table: str, content: tuple[str, ...]) -> None:
    assert {problem.file for problem in faults(tables(**{table: content}))} == {f"{table}.csv"}


def test_a_row_that_names_nothing_is_told_although_another_row_is_faulty(tables: Write) -> None:
    organisations = (*TABLES["organisations"], "a,A,acut,England,,,,")
    names = (*TABLES["organisation_names"], "nowhere,N,former,,")
    found = faults(tables(organisations=organisations, organisation_names=names))
    assert [problem.file for problem in found] == ["organisation_names.csv", "organisations.csv"]


def test_the_nearest_name_is_offered(tables: Write) -> None:
    (problem,) = faults(tables(organisation_names=(*TABLES["organisation_names"], "harbourtwon,N,former,,")))
    assert problem.message == (
        "There is no organisation “harbourtwon”, neither in organisations.csv nor in the database. "
        "Did you mean “harbourtown”? Add it to organisations.csv, or write another."
    )


def test_the_titles_somebody_has_are_offered(tables: Write) -> None:
    speaker = "ward-clock,ada-quill,harbourtown,Medical Directress,"
    (problem,) = faults(tables(speakers=(TABLES["speakers"][0], speaker)))
    assert problem.message == (
        "ada-quill has no role “Medical Directress” at harbourtown, neither in roles.csv nor in the database. "
        "Titles there: Medical Director. Add it to roles.csv, or write another."
    )


def test_levels_of_themes_are_counted_with_those_in_the_database(only: Write) -> None:
    ThemeFactory(slug="low", parent=ThemeFactory(slug="high"))
    found = faults(only(themes=("hats,Hats,low,About hats.,,", "high,High,hats,About.,,", "low,Low,,Low.,,")))
    assert [(problem.line, problem.column) for problem in found] == [(3, "parent")]
    found = faults(only(themes=("hats,Hats,low,About hats.,,",)))
    assert found[0].message.startswith("That theme is under another already.")


def test_the_line_of_a_row_is_where_it_starts(tables: Write) -> None:
    statements = (*TABLES["statements"], 'ward-clock,3,advice,paraphrase,"One\n\ntwo",', "ward-clock,x,step,,T,")
    (problem,) = faults(tables(statements=statements))
    assert (problem.line, problem.column) == (7, "position")
