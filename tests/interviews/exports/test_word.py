"""A briefing as a Word document, read back as another program would."""

import io
import zipfile
from urllib.parse import urlencode

import pytest
from django.test import Client
from docx import Document
from docx.document import Document as WordDocument

from interviews.models import Provenance, Statement
from tests.factories import InterviewFactory, StatementFactory
from tests.journeys.nasty import LONG, TEXTS

pytestmark = pytest.mark.django_db


def document(client: Client, **asked: object) -> WordDocument:
    answer = client.get(f"/briefing/briefing.docx?{urlencode(asked)}")
    assert answer.headers["Content-Type"].endswith("wordprocessingml.document")
    return Document(io.BytesIO(answer.content))


def styled(read: WordDocument, style: str) -> list[str]:
    return [part.text for part in read.paragraphs if part.style is not None and part.style.name == style]


def dotted(*statements: Statement) -> str:
    return ".".join(str(statement.pk) for statement in statements)


def test_every_statement_and_source_can_be_read_back(client: Client) -> None:
    interviews = [InterviewFactory(old=True, speaker__role__leader__name=name) for name in ("Bea Hive", "Cliff Hanger")]
    first, third = (interview.statements.get() for interview in interviews)
    second = StatementFactory(interview=interviews[0])
    read = document(client, s=dotted(first, second, third), title="Night rotas", note="One.\n\nTwo.")
    assert styled(read, "Title") == ["Night rotas"]
    assert styled(read, "Body Text") == ["One.", "Two.", first.text, second.text, third.text]
    assert styled(read, "Heading 1") == ["Statements", "Sources"]
    assert styled(read, "Heading 2") == ["Advice from Bea Hive", "Advice from Bea Hive", "Advice from Cliff Hanger"]
    told = styled(read, "Attribution")
    for statement, name, source, line in zip(
        (first, second, third), ("Bea", "Bea", "Cliff"), (1, 1, 2), told, strict=False
    ):
        assert line.startswith(name)
        assert "Medical Director, Harbourtown" in line
        assert "Recorded August 2014 (" in line
        assert f"Paraphrase. Source {source}. http://testserver/statements/{statement.pk}/" in line
    sources = styled(read, "List Number")
    assert len(sources) == 2
    for interview, line in zip(interviews, sources, strict=True):
        for words in (interview.title, interview.publisher, interview.source_url, interview.get_absolute_url()):
            assert words in line


def test_addresses_are_links(client: Client) -> None:
    interview = InterviewFactory()
    statement = interview.statements.get()
    read = document(client, s=statement.pk)
    links = {link.address for part in read.paragraphs for link in part.hyperlinks}
    assert links == {
        f"http://testserver/statements/{statement.pk}/",
        f"http://testserver{interview.get_absolute_url()}",
        interview.source_url,
        f"http://testserver/briefing/?s={statement.pk}",
    }


def test_themes_are_headings_where_points_are_put_together_by_them(client: Client) -> None:
    one, other = (StatementFactory(themes__name=name) for name in ("Clocks", "Rotas"))
    read = document(client, s=dotted(one, other), group="theme")
    assert styled(read, "Heading 1") == ["Clocks", "Rotas", "Sources"]


def test_only_the_speakers_own_words_are_a_quotation(client: Client) -> None:
    verbatim = StatementFactory(provenance=Provenance.VERBATIM, text="Mend it.")
    paraphrase = StatementFactory(text="Wind it.")
    read = document(client, s=dotted(verbatim, paraphrase))
    assert styled(read, "Quote") == ["“Mend it.”"]
    assert styled(read, "Body Text") == ["Wind it."]


def test_it_is_in_british_english_on_a4_and_has_a_title(client: Client) -> None:
    read = document(client, s=StatementFactory().pk, title="Night rotas")
    assert (read.core_properties.title, read.core_properties.language) == ("Night rotas", "en-GB")
    assert read.core_properties.created is not None
    assert read.core_properties.created.year > 2020
    width, height = read.sections[0].page_width, read.sections[0].page_height
    assert width is not None
    assert height is not None
    assert (round(width.mm), round(height.mm)) == (210, 297)
    assert 'w:lang w:val="en-GB"' in read.styles.element.xml


@pytest.mark.parametrize("text", [*TEXTS.values(), *LONG.values()], ids=[*TEXTS, *LONG])
def test_any_words_make_a_document_that_opens(client: Client, text: str) -> None:
    interview = InterviewFactory(
        slug="nasty", title=text[:200], publisher=text[:120], speaker__role__title=text[:200], statement__text=text
    )
    read = document(client, s=interview.statements.get().pk, title=text[:120], note=text[:400])
    assert len(styled(read, "Heading 2")) == 1
    assert len(styled(read, "List Number")) == 1


def test_every_part_of_the_file_is_whole(client: Client) -> None:
    answer = client.get("/briefing/briefing.docx", {"s": StatementFactory().pk})
    with zipfile.ZipFile(io.BytesIO(answer.content)) as parts:
        assert parts.testzip() is None
        assert "word/document.xml" in parts.namelist()


def test_what_is_no_longer_there_is_said(client: Client) -> None:
    hidden = InterviewFactory(withdrawn=True).statements.get()
    read = document(client, s=dotted(StatementFactory(), hidden))
    assert "1 statement is no longer available and has been left out." in styled(read, "Body Text")
