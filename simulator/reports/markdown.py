"""A document as Markdown. Words are escaped: nobody's text becomes markup or HTML."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from simulator.plaintext import plain
from simulator.reports.document import Block, Bullets, Heading, Paragraph

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>|~&])")
_AT_START: Final = re.compile(r"^([#+-]|[0-9]+[.)])(?=\s|$)")
"""What would begin a heading or a list where a block begins."""


def to_markdown(blocks: Iterable[Block]) -> str:
    """Return a document as Markdown, with a line break at its end."""
    return "\n\n".join("\n".join(_lines(block)) for block in blocks) + "\n"


def escaped(text: str) -> str:
    """Return words as Markdown shows them literally, on one line."""
    line = " ".join(plain(text).split())
    return _AT_START.sub(_escape_start, _SPECIAL.sub(r"\\\1", line))


def _escape_start(found: re.Match[str]) -> str:
    """Escape what would begin a list or a heading."""
    return f"{found[1][:-1]}\\{found[1][-1]}"


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {escaped(block.text)}"
    elif isinstance(block, Paragraph):
        name = f"**{escaped(block.name)}:** " if block.name else ""
        yield name + escaped(block.text)
    elif isinstance(block, Bullets):
        yield from (f"- {escaped(item)}" for item in block.items)
    else:
        yield _row(block.head)
        yield _row(["---"] * len(block.head), as_is=True)
        yield from (_row(row) for row in block.rows)


def _row(cells: Sequence[str], *, as_is: bool = False) -> str:
    return f"| {' | '.join(cell if as_is else escaped(cell) for cell in cells)} |"
