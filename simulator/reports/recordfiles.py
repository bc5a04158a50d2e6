"""The record of a meeting as a file: its ending says which kind."""

from collections.abc import Iterable
from datetime import date
from gettext import NullTranslations
from pathlib import PurePath

from simulator.reports.document import Block, Heading
from simulator.reports.markdown import to_markdown

WORD = ".docx"


def record_name(scenario: str, on: date, texts: NullTranslations) -> str:
    """Return what to call the file of a record, without its ending."""
    name = texts.gettext("record")
    return f"{name}-{scenario}-{on.isoformat()}"


def record_bytes(
    blocks: Iterable[Block], path: PurePath, language: str = "en"
) -> bytes:
    """Return a document as the bytes of a file: DOCX by that ending, else Markdown."""
    blocks = tuple(blocks)
    if path.suffix.lower() != WORD:
        return to_markdown(blocks).encode()
    from simulator.reports.word import to_docx

    title = next((b.text for b in blocks if isinstance(b, Heading)), "")
    return to_docx(blocks, title, language)
