"""One message of a talk: who says it, and what."""

from typing import Final

from textual.content import Content

from simulator.engine.events import YOU
from simulator.engine.view import Spoken
from simulator.scenario.model import NOTE
from simulator.tui.widgets.marks import marked
from simulator.tui.widgets.settled import Text

ENDING: Final = "ending"
"""Who "speaks" when a talk is over: the name is the title, the text the end."""
_KINDS: Final = {YOU: "-yours", NOTE: "-direction", ENDING: "-ending"}
_THEIRS: Final = "-theirs"
_NAMES: Final = {YOU: "bold $you", ENDING: "bold $primary"}


class Bubble(Text):
    """A message; out of sight until it has one, and used again for later ones."""

    def __init__(self) -> None:
        super().__init__()
        self.display = False
        self._kind = ""

    def show(
        self, spoken: Spoken, you: str, headed: bool, heard: Content | None = None
    ) -> None:
        """Show a message.

        Args:
            spoken: The line. It is data: never read as markup.
            you: What the trainee is called on the screen.
            headed: Show the name; left out when the same person goes on.
            heard: What was heard in own words, as a line; None: nothing is told of it.
        """
        kind = _KINDS.get(spoken.who, _THEIRS)
        if kind != self._kind:
            self._kind = kind
            self.set_classes(kind)
            self.app.stylesheet.update(self)  # now, not in a frame of its own
        if not self.display:
            self.display = True
        self.update(_content(spoken, you, headed, heard))

    def hide(self) -> None:
        """Go out of sight until there is another message."""
        if self.display:
            self.display = False


def _content(spoken: Spoken, you: str, headed: bool, heard: Content | None) -> Content:
    words = Content(spoken.text)
    if heard is not None:
        words = Content.assemble(marked(spoken.text, spoken.heard or ()), "\n", heard)
    if spoken.who == NOTE or not headed:
        return words
    name = you if spoken.who == YOU else spoken.name
    style = _NAMES.get(spoken.who, "bold $other")
    return Content.assemble((name, style), "\n", words)
