"""What a schema says to people in one language; handed in, never looked up here."""

from collections.abc import Mapping

from msgspec import Struct


class Hover(Struct, frozen=True):
    """What an editor shows of a key."""

    doc: str
    """What it is for, as Markdown."""
    example: str
    """Its value as YAML; of several lines where it is a block."""


class Words(Struct, frozen=True):
    """All that a schema says, in one language."""

    keys: Mapping[str, Hover]
    """`record.key` → what is said of it."""
    values: Mapping[str, Mapping[str, str]]
    """Closed set → value → what it means."""
    phrases: Mapping[str, Mapping[str, str]]
    """Group → name → template."""

    def phrase(self, group: str, name: str, **params: object) -> str:
        """Return a phrase, filled in."""
        return self.phrases[group][name].format(**params)
