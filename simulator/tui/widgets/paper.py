"""A page of text: headings, paragraphs and hanging indents, wrapped to fit."""

from collections.abc import Iterable
from typing import Final

from msgspec import Struct
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from simulator.tui.widgets.settled import settled

NARROWEST: Final = 16
"""Text is never squeezed into less than this, whatever the indent."""


class Para(Struct, frozen=True):
    """One paragraph."""

    text: Content
    indent: int = 0
    """Cells that every line stands in."""
    head: Content | None = None
    """What stands in the indent of the first line, such as a name."""
    kept: bool = False
    """True for drawings: lines that are cut rather than wrapped."""


def heading(text: str) -> Para:
    """Return a heading."""
    return Para(Content.styled(text, "bold $primary"))


def blank() -> Para:
    """Return an empty line."""
    return Para(Content(""))


class Paper(Widget):
    """The page. Texts are data: shown as they are, never as markup."""

    DEFAULT_CSS = """
    Paper { height: auto; width: 1fr; }
    """

    virtual_size = settled()

    def __init__(self, paras: Iterable[Para] = ()) -> None:
        super().__init__()
        self._paras = tuple(paras)

    @property
    def plain(self) -> str:
        """The text of the page, one paragraph a line."""
        return "\n".join(f"{p.head or ''}{p.text}" for p in self._paras)

    def show(self, paras: Iterable[Para]) -> None:
        """Show another page."""
        self._paras = tuple(paras)
        self.clear_cached_dimensions()
        self.refresh(layout=True)

    def render(self) -> Content:
        """Draw the page."""
        return Content("\n").join(self._lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of lines at this width."""
        return max(1, len(self._lines(width)))

    def _lines(self, width: int) -> list[Content]:
        return [line for para in self._paras for line in _wrapped(para, width)]


def _wrapped(para: Para, width: int) -> list[Content]:
    room = max(NARROWEST, width - para.indent)
    lines = para.text.split() if para.kept else para.text.wrap(room)
    head = para.head or Content("")
    first = head.pad_right(max(0, para.indent - head.cell_length))
    rest = Content(" " * para.indent)
    return [
        Content.assemble(rest if number else first, line)
        for number, line in enumerate(lines or [Content("")])
    ]
