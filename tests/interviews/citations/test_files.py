"""The files that other programs read, read back by such programs."""

import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import Entry, parse_string

from interviews.citations import bibtex, csl, ris
from interviews.citations.citation import Citation
from interviews.citations.people import Person
from interviews.models import Format
from organisations.partial_dates import PartialDate

CITED = Citation(
    key="perspectives-statement-12",
    format=Format.VIDEO,
    people=[Person("Quillfeather", "Ada Mary"), Person("van der Beek", "Dora", "Jr"), Person("Fen")],
    title="Mending the ward clock",
    recorded=PartialDate.parse("2014-08-07"),
    published=None,
    publisher="The Harbourtown Gazette",
    source_url="https://gazette.example/a_b?c=%20d&e=1#f",
    language="en",
    done="Paraphrased",
    words="Ask the porters.",
    address="https://perspectives.example/statements/12/",
    accessed=dt.date(2026, 11, 24),
    files=[],
)
NASTY = r"50% of R&D_costs: $5 {or #6} ~ ^ \ „and“ é 漢 } @article{x, “y” = 1" + "\r\nTY  - JOUR\nER  - "
ONE_LINE = " ".join(NASTY.split())
# What a LaTeX file shows for what is written, so that tests can read it back.
SHOWN = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    **{f"\\{sign}": sign for sign in "&%$#_"},
}
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)


def _dated(date: str | None) -> Citation:
    return replace(CITED, recorded=PartialDate.parse(date) if date else None)


def _ris(cited: Citation) -> Mapping[str, object]:
    (record,) = rispy.loads(ris.write(cited))
    assert isinstance(record, dict)
    return record


def _bibtex(cited: Citation) -> Entry:
    ((key, entry),) = parse_string(bibtex.write(cited), "bibtex").entries.items()
    assert key == cited.key
    return entry


def _shown(latex: str) -> str:
    for written, sign in SHOWN.items():
        latex = latex.replace(written, f"\0{ord(sign)}\0")
    for sign in SHOWN.values():
        latex = latex.replace(f"\0{ord(sign)}\0", sign)
    return latex


def _csl(cited: Citation) -> Mapping[str, object]:
    (item,) = json.loads(csl.write(cited))
    assert isinstance(item, dict)
    return item


def test_ris_is_read_back() -> None:
    assert _ris(CITED) == {
        "type_of_reference": "VIDEO",
        "id": "perspectives-statement-12",
        "authors": ["Quillfeather, Ada Mary", "van der Beek, Dora, Jr", "Fen"],
        "title": "Mending the ward clock",
        "year": "2014",
        "date": "2014/08/07/",
        "publisher": "The Harbourtown Gazette",
        "type_of_work": "Video",
        "language": "en",
        "urls": [CITED.source_url, CITED.address],
        "access_date": "2026/11/24/",
        "name_of_database": "Perspectives",
        "notes": [CITED.note],
    }


def test_bibtex_is_read_back() -> None:
    entry = _bibtex(CITED)
    assert entry.type == "misc"
    names = [(person.first_names, person.prelast_names, person.last_names) for person in entry.persons["author"]]
    assert names == [(["Ada"], [], ["Quillfeather"]), (["Dora"], ["van", "der"], ["Beek"]), ([], [], ["{Fen}"])]
    assert entry.persons["author"][0].middle_names == ["Mary"]
    assert entry.persons["author"][1].lineage_names == ["Jr"]
    assert {name: _shown(value) for name, value in entry.fields.items()} == {
        "title": "{Mending the ward clock}",
        "year": "2014",
        "month": "August",
        "howpublished": "Video, The Harbourtown Gazette",
        "url": CITED.source_url,
        "urldate": "2026-11-24",
        "note": CITED.note,
    }


def test_csl_is_read_back() -> None:
    assert _csl(CITED) == {
        "id": "perspectives-statement-12",
        "type": "motion_picture",
        "author": [
            {"family": "Quillfeather", "given": "Ada Mary"},
            {"family": "van der Beek", "given": "Dora", "suffix": "Jr"},
            {"literal": "Fen"},
        ],
        "title": "Mending the ward clock",
        "issued": {"date-parts": [[2014, 8, 7]]},
        "event-date": {"date-parts": [[2014, 8, 7]]},
        "publisher": "The Harbourtown Gazette",
        "medium": "Video",
        "language": "en",
        "URL": CITED.source_url,
        "accessed": {"date-parts": [[2026, 11, 24]]},
        "source": "Perspectives",
        "note": CITED.note,
    }


@pytest.mark.parametrize(
    ("date", "in_ris", "in_bibtex", "in_csl"),
    [
        ("2014", "2014///", ("2014", None), {"date-parts": [[2014]]}),
        ("2014-08", "2014/08//", ("2014", "August"), {"date-parts": [[2014, 8]]}),
        ("2014?", "2014///probably", ("2014", None), {"date-parts": [[2014]], "circa": True}),
        ("2014-08-07?", "2014/08/07/probably", ("2014", "August"), {"date-parts": [[2014, 8, 7]], "circa": True}),
        (None, None, (None, None), None),
    ],
)
def test_no_part_of_a_date_is_made_up(
    date: str | None, in_ris: str | None, in_bibtex: tuple[str | None, str | None], in_csl: object
) -> None:
    cited = _dated(date)
    assert _ris(cited).get("date") == in_ris
    fields = _bibtex(cited).fields
    assert (fields.get("year"), fields.get("month")) == in_bibtex
    assert _csl(cited).get("issued") == in_csl
    assert ("The year is only probable." in cited.note) is bool(date and "?" in date)


@pytest.mark.parametrize("form", Format)
def test_every_format_has_a_type(form: Format) -> None:
    cited = replace(CITED, format=form)
    assert _ris(cited)["type_of_reference"]
    assert _csl(cited)["type"]
    assert _bibtex(cited).fields["howpublished"].startswith(form.label)


@pytest.mark.parametrize("field", ["title", "publisher", "words"])
@pytest.mark.parametrize("text", [NASTY, "{", "}", "\\", "a{", 'a"b', "%", "x\u2028y", "@comment{"])
def test_any_words_survive(field: str, text: str) -> None:
    filled = {
        "title": replace(CITED, title=text),
        "publisher": replace(CITED, publisher=text),
        "words": replace(CITED, words=text),
    }
    _survives(filled[field])


@given(title=TEXTS, name=TEXTS, publisher=TEXTS)
def test_whatever_is_written_is_one_valid_record(title: str, name: str, publisher: str) -> None:
    _survives(replace(CITED, title=title, publisher=publisher, people=[Person.named(name), Person("Fen")]))


def _survives(cited: Citation) -> None:
    title = " ".join(cited.title.split())
    assert _ris(cited)["title"] == title
    assert _ris(cited)["notes"] == [" ".join(cited.note.split())]
    assert len(ris.write(cited).splitlines()) == ris.write(cited).count("\r\n")
    entry = _bibtex(cited)
    assert _shown(entry.fields["title"]) == f"{{{title}}}"
    assert len(entry.persons["author"]) == len(cited.people)
    assert _csl(cited)["title"] == cited.title


@pytest.mark.parametrize("write", [ris.write, bibtex.write, csl.write])
def test_letters_of_every_script_stay(write: Callable[[Citation], str]) -> None:
    assert "Siân 漢" in write(replace(CITED, title="Siân 漢"))
