"""A document for Word (DOCX), by python-docx; imported only when one is written."""

from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING

from simulator.plaintext import plain
from simulator.reports.document import Block, Bullets, Heading, Paragraph, Table

if TYPE_CHECKING:
    from docx.document import Document


def to_docx(blocks: Iterable[Block], title: str) -> bytes:
    """Return a document as the bytes of a DOCX file.

    Args:
        blocks: Its parts, in order.
        title: What the file says of itself.
    """
    import docx

    document = docx.Document()
    document.core_properties.title = plain(title)
    document.core_properties.author = ""
    for block in blocks:
        _add(document, block)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


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
    for row in block.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = plain(text)
    document.add_paragraph()
