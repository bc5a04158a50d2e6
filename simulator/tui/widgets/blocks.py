"""A document on the screen: its blocks as paragraphs."""

from collections.abc import Iterable, Iterator

from textual.content import Content

from simulator.reports.document import Block, Bullets, Heading, Paragraph
from simulator.tui.widgets.paper import Para, blank, heading

_STEP = 2


def paras_of(blocks: Iterable[Block]) -> list[Para]:
    """Return a document as the paragraphs of a page."""
    paras: list[Para] = []
    for block in blocks:
        if isinstance(block, Heading):
            paras += [blank(), heading(block.text)] if paras else [heading(block.text)]
        else:
            paras += _body(block)
    return paras


def _body(block: Block) -> Iterator[Para]:
    if isinstance(block, Paragraph):
        name = f"{block.name}: " if block.name else ""
        yield Para(Content.assemble((name, "$muted"), Content(block.text)))
    elif isinstance(block, Bullets):
        yield from (Para(Content(item), _STEP, Content("·")) for item in block.items)
    elif not isinstance(block, Heading):
        for row in block.rows:
            first, *rest = row
            told = " · ".join(cell for cell in rest if cell != "—")
            text = Content.assemble((first, "bold"), "  ", Content(told))
            yield Para(text, _STEP, Content("·"))
