"""A document for Word (DOCX), by python-docx; imported only when one is written."""

from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from simulator.plaintext import plain
from simulator.reports.document import Block, Bullets, Heading, Paragraph, Table

if TYPE_CHECKING:
    from docx.document import Document


def to_docx(blocks: Iterable[Block], title: str, language: str = "en") -> bytes:
    """Return a document as the bytes of a DOCX file: A4, in the reader's language.

    Args:
        blocks: Its parts, in order.
        title: What the file says of itself.
        language: `ru` or `en`, for the spelling checker.
    """
    import docx

    document = docx.Document()
    document.core_properties.title = plain(title)
    document.core_properties.author = ""
    document.core_properties.language = language
    _set_up(document, language)
    for block in blocks:
        _add(document, block)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def _set_up(document: "Document", language: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    spelling = OxmlElement("w:lang")
    spelling.set(qn("w:val"), _SPELLING.get(language, language))
    document.styles["Normal"].element.get_or_add_rPr().append(spelling)


_SPELLING: Final = {"ru": "ru-RU", "en": "en-GB"}


def _add(document: "Document", block: Block) -> None:
    if isinstance(block, Heading):
        document.add_heading(plain(block.text), level=block.level - 1)
    elif isinstance(block, Paragraph):
        paragraph = document.add_paragraph()
        if block.name:
            paragraph.add_run(f"{plain(block.name)}: ").bold = True
        paragraph.add_run(plain(block.text))
    elif isinstance(block, Bullets):
        for item in block.items:
            document.add_paragraph(plain(item), style="List Bullet")
    else:
        _add_table(document, block)


def _add_table(document: "Document", block: Table) -> None:
    table = document.add_table(rows=1, cols=len(block.head), style="Table Grid")
    for cell, text in zip(table.rows[0].cells, block.head, strict=True):
        cell.paragraphs[0].add_run(plain(text)).bold = True
    _repeat_on_every_page(table.rows[0])
    for row in block.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = plain(text)
    document.add_paragraph()


def _repeat_on_every_page(row: Any) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
