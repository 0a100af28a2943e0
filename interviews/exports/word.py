"""A briefing as a Word document: real styles, real links, the properties that a document has."""

import io
import re

from django.utils import timezone
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from interviews.presenters.briefing import Point, Sheet, Source

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LANGUAGE = "en-GB"

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INK, _QUIET, _ACCENT = RGBColor(0x1C, 0x25, 0x29), RGBColor(0x4B, 0x56, 0x5B), RGBColor(0x0E, 0x4F, 0x4D)
_SIZES = {"Title": 26, "Heading 1": 16, "Heading 2": 12}
_ATTRIBUTION = "Attribution"
_LINK = "Hyperlink"


def document(sheet: Sheet) -> bytes:
    """The whole of it."""
    made = Document()
    _set_up(made, sheet)
    made.add_paragraph(plain(sheet.title), "Title")
    for line in filter(str.strip, sheet.briefing.note.splitlines()):
        made.add_paragraph(plain(line), "Body Text")
    if sheet.notice:
        made.add_paragraph(sheet.notice, "Body Text")
    for group in sheet.groups:
        made.add_paragraph(plain(group.heading) or "Statements", "Heading 1")
        for point in group.points:
            _point(made, point)
    made.add_paragraph("Sources", "Heading 1")
    for source in sheet.sources:
        _source(made, source)
    _link(made.add_paragraph("This briefing is at ", _ATTRIBUTION), sheet.url)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def plain(text: str) -> str:
    """The text without the signs that no XML can hold."""
    return _NOT_XML.sub("", text)


def _point(made: WordDocument, point: Point) -> None:
    """A statement and who said it, kept on one page."""
    made.add_paragraph(plain(point.heading), "Heading 2")
    words = made.add_paragraph(plain(point.words), "Quote" if point.statement.is_verbatim else "Body Text")
    words.paragraph_format.keep_with_next = True
    words.paragraph_format.keep_together = True
    told = f"{point.credits}. {point.source.age} {point.whose_words}. Source {point.source.number}. "
    told_in = made.add_paragraph(plain(told), _ATTRIBUTION)
    told_in.paragraph_format.keep_together = True
    _link(told_in, point.url)


def _source(made: WordDocument, source: Source) -> None:
    interview = source.interview
    told = f"{source.credits}: {interview.title}. {interview.publisher}. {source.age} "
    paragraph = made.add_paragraph(plain(told), "List Number")
    paragraph.paragraph_format.keep_together = True
    _link(paragraph, source.url)
    paragraph.add_run(" from ")
    _link(paragraph, interview.source_url)


def _link(paragraph: Paragraph, url: str) -> None:
    """Put an address at the end of a paragraph, as a link that shows where it leads."""
    address = plain(url)
    key = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), key)
    link.append(paragraph.add_run(address, _LINK)._r)  # noqa: SLF001  # the library offers no link
    paragraph._p.append(link)  # noqa: SLF001


def _set_up(made: WordDocument, sheet: Sheet) -> None:
    """A4, our styles, British English, and the properties that libraries and readers of screens go by."""
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(22)
    _number_pages(section.footer.paragraphs[0])
    now = timezone.now()
    properties = made.core_properties
    properties.title, properties.language, properties.author = plain(sheet.title), LANGUAGE, "Perspectives"
    properties.subject, properties.comments = "Statements of medical leaders, each with its source", ""
    properties.created = properties.modified = now.replace(tzinfo=None)
    _set_styles(made)


def _set_styles(made: WordDocument) -> None:
    for language in made.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    for name, size in _SIZES.items():
        style = _style(made, name)
        style.font.size, style.font.color.rgb = Pt(size), _ACCENT
        style.paragraph_format.keep_with_next = True
    _style(made, "Normal").font.color.rgb = _INK
    made.styles.add_style(_ATTRIBUTION, WD_STYLE_TYPE.PARAGRAPH)
    attribution = _style(made, _ATTRIBUTION)
    attribution.base_style = made.styles["Normal"]
    attribution.font.size, attribution.font.color.rgb = Pt(9), _QUIET
    made.styles.add_style(_LINK, WD_STYLE_TYPE.CHARACTER, builtin=True)
    link = made.styles[_LINK]
    link.font.underline, link.font.color.rgb = True, _ACCENT


def _style(made: WordDocument, name: str) -> ParagraphStyle:
    style = made.styles[name]
    if not isinstance(style, ParagraphStyle):
        raise TypeError(f"{name} is no style of paragraphs.")
    return style


def _number_pages(footer: Paragraph) -> None:
    """The number of the page, which Word works out."""
    footer.add_run("Perspectives, page ")
    for kind in ("begin", "", "end"):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = "PAGE"
        footer.add_run()._r.append(part)  # noqa: SLF001  # the library offers no field
