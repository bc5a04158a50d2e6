"""Changes to a text, gathered first and made all at once.

Because each is a stretch of the text that was read, what no edit touches stays
byte for byte as its writer left it.
"""

from typing import Final, NamedTuple

OUTSIDE: Final = -1
"""The level of what belongs to nothing that ends where it is put in."""
_DEEPEST: Final = 1_000_000


class Edit(NamedTuple):
    """A stretch of the old text, and what comes in its place."""

    start: int
    end: int
    """Equal to the start where something is put in."""
    words: str
    level: int = OUTSIDE
    """The column of what is put in; tells whose it is at the end of a stretch."""


class Edits:
    """Edits of one text; none may overlap another."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._edits: list[Edit] = []

    def __len__(self) -> int:
        return len(self._edits)

    def replace(self, start: int, end: int, words: str) -> None:
        """Put words in the place of a stretch."""
        if self.text[start:end] != words:
            self._edits.append(Edit(start, end, words))

    def insert(self, place: int, words: str, level: int = OUTSIDE) -> None:
        """Put words in; of two at one place the first comes first."""
        self._edits.append(Edit(place, place, words, level))

    def rendered(self, start: int, end: int, level: int = _DEEPEST) -> str:
        """Return a stretch as it will be.

        What is put in at its very start is not part of it. What is put in at its
        very end is, where it stands deeper than a level: a key that is put in behind
        a list belongs to the mapping around it, one put in behind the last key of
        an item belongs to the item.
        """
        return _applied(self.text, start, end, self._within(start, end, level))

    def swallow(self, start: int, end: int, words: str, level: int = _DEEPEST) -> None:
        """Replace a stretch together with all that was to be changed in it."""
        inside = set(map(id, self._within(start, end, level)))
        self._edits = [one for one in self._edits if id(one) not in inside]
        self.replace(start, end, words)

    def result(self) -> str:
        """Return the whole text as it will be."""
        return _applied(self.text, 0, len(self.text), self._edits)

    def _within(self, start: int, end: int, level: int) -> list[Edit]:
        return [one for one in self._edits if _inside(one, start, end, level)]


def _inside(one: Edit, start: int, end: int, level: int) -> bool:
    if one.start == one.end:
        at_end = one.start == end and one.level > level
        return start < one.start < end or at_end
    return start <= one.start and one.end <= end


def _applied(text: str, start: int, end: int, edits: list[Edit]) -> str:
    parts: list[str] = []
    for one in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        parts += (text[start : one.start], one.words)
        start = one.end
    return "".join([*parts, text[start:end]])
