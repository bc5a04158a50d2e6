"""What can be done on a screen: one list for the key bar, help and the palette."""

from msgspec import Struct


class Act(Struct, frozen=True):
    """One thing that a person can do here."""

    action: str
    """A Textual action, such as `screen.leave`; empty when only keys do it."""
    keys: str
    """The keys as a reader would call them: `Enter`, `й/q`."""
    title: str
    """One or two words, for the key bar and the palette."""
    about: str = ""
    """One sentence, for help; the title says enough when empty."""
    on_bar: bool = True
    """False for what help and the palette offer but the key bar does not."""
