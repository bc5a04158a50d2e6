"""A document as a list of blocks, before it becomes Markdown, Word or a screen.

Every text is data: what a writer makes of it decides on escaping, nobody else.
"""

from msgspec import Struct


class Heading(Struct, frozen=True):
    """A heading; level 1 is the title."""

    text: str
    level: int = 2


class Paragraph(Struct, frozen=True):
    """A paragraph, with a name in front of it where there is one."""

    text: str
    name: str = ""


class Bullets(Struct, frozen=True):
    """A list without numbers."""

    items: tuple[str, ...]


class Table(Struct, frozen=True):
    """A table with a head; every row is as long as the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Bullets | Table
"""One part of a document."""
