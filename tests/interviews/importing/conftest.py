"""Small tables about the clocks of Harbourtown, to spoil one at a time."""

from collections.abc import Callable
from pathlib import Path

import pytest

TABLES = {
    "themes": (
        "slug,name,parent,definition,aliases,synthesis",
        "time,Time,,About time.,,",
        "clocks,Clocks,time,About clocks.,dials; hands,",
    ),
    "organisations": (
        "slug,name,sector,nation,region,website,opened,closed",
        "harbourtown,Harbourtown NHS Trust,acute,England,London,,2001,",
        "riverside,Riverside NHS Trust,community,England,,https://riverside.example,,",
    ),
    "organisation_names": (
        "organisation,name,kind,start,end",
        "harbourtown,Harbour Infirmary,former,1990,2001-03-31",
    ),
    "organisation_identifiers": ("organisation,scheme,value", "harbourtown,ods,ZZ1"),
    "successions": (
        "predecessor,successor,kind,date,source_url",
        "riverside,harbourtown,acquired,2020-04,https://river.example",
    ),
    "leaders": ("slug,name,post_nominals,specialty,profile_url", "ada-quill,Ada Quill,,,"),
    "roles": (
        "leader,organisation,title,level,start,end",
        "ada-quill,harbourtown,Medical Director,medical_director,2010,",
    ),
    "interviews": (
        "slug,title,format,recorded,published,publisher,source_url,language,summary",
        "ward-clock,The ward clock,video,2014-08,,The Gazette,https://gazette.example/clock,en,How it was mended.",
    ),
    "speakers": (
        "interview,leader,organisation,title,credited_organisation",
        "ward-clock,ada-quill,harbourtown,Medical Director,",
    ),
    "statements": (
        "interview,position,kind,provenance,text,themes",
        "ward-clock,1,advice,paraphrase,Ask the porters.,clocks",
        "ward-clock,2,step,paraphrase,Wind it daily.,clocks; time",
    ),
    "synonyms": ("terms", "clock; timepiece"),
    "questions": ("position,text,address", "1,Who winds the clock?,theme=clocks&kind=step"),
}

type Write = Callable[..., Path]


@pytest.fixture
def tables(tmp_path: Path) -> Write:
    """Write all of the small tables, with those given in place of their own; `None` leaves a table out."""

    def write(**changed: tuple[str, ...] | bytes | None) -> Path:
        for name, content in {**TABLES, **changed}.items():
            path = tmp_path / f"{name}.csv"
            if content is None:
                path.unlink(missing_ok=True)
            elif isinstance(content, bytes):
                path.write_bytes(content)
            else:
                path.write_text("\n".join(content) + "\n")
        return tmp_path

    return write


@pytest.fixture
def only(tmp_path: Path) -> Write:
    """Write just these tables, each as its heading of the small tables and these lines."""

    def write(**rows: tuple[str, ...]) -> Path:
        for path in tmp_path.glob("*.csv"):
            path.unlink()
        for name, lines in rows.items():
            (tmp_path / f"{name}.csv").write_text("\n".join([TABLES[name][0], *lines]) + "\n")
        return tmp_path

    return write
