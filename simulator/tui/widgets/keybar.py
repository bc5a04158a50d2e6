"""The last line of a screen: which keys do what here. Entries can be clicked."""

from collections.abc import Sequence

from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from simulator.tui.acts import Act

MOST: int = 7
"""More entries than this are a list nobody reads."""


class KeyBar(Widget):
    """A line of keys and words; what does not fit is left to help."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; padding: 0 1; background: $surface; }
    """

    def __init__(self, acts: Sequence[Act]) -> None:
        super().__init__()
        self.auto_links = False
        self._acts = tuple(acts)

    def show(self, acts: Sequence[Act]) -> None:
        """Show other keys; nothing is redrawn when they are the same."""
        if self._acts != tuple(acts):
            self._acts = tuple(acts)
            self.refresh()

    def render(self) -> Content:
        """Draw as many entries as fit, the first ones first, help always."""
        acts = [act for act in self._acts if act.on_bar][:MOST]
        room = self.content_size.width
        gap = next((gap for gap in (3, 2) if _width(acts, gap) <= room), 1)
        while len(acts) > 1 and _width(acts, gap) > room:
            acts.remove(next(act for act in reversed(acts) if act.keys != "?"))
        return Content(" " * gap).join(self._entry(act) for act in acts)

    def _entry(self, act: Act) -> Content:
        entry = Content.assemble(
            (act.keys, "bold $primary"), " ", (act.title, "$muted")
        )
        if not act.action:
            return entry
        return entry.stylize(Style.from_meta({"@click": act.action}))


def _width(acts: Sequence[Act], gap: int) -> int:
    """Return the cells that entries take with so many blanks between them."""
    words = sum(len(act.keys) + 1 + len(act.title) for act in acts)
    return words + gap * (len(acts) - 1)
