"""Laid out once: widgets whose new size does not ask for a second layout.

Textual lays a screen out again when the size of anything in it has changed, and
paints twice what a person should see once. A size is itself the outcome of a
layout here, so that one is enough: one answer, one frame.
"""

from textual.containers import Vertical, VerticalScroll
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Static


def settled() -> Reactive[Size]:
    """Return a `virtual_size` for a widget that is laid out once."""
    return Reactive(Size(0, 0), layout=False, repaint=False)


class Text(Static):
    """Text that is laid out once."""

    virtual_size = settled()


class Column(Vertical):
    """A column that is laid out once."""

    virtual_size = settled()


class Scroll(VerticalScroll, can_focus=False, inherit_bindings=False):
    """A column that scrolls, laid out once.

    It takes no keys: Page Up over long replies must still turn back the talk, and
    which part a key scrolls is for the screen to say.
    """

    virtual_size = settled()
