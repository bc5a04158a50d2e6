"""Find somebody of a class by any letters of his name, or of what he said."""

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from simulator.plaintext import plain
from simulator.tui.screens.finder import Finder
from simulator.tui.widgets.choices import Choice

if TYPE_CHECKING:
    from simulator.tui.game import Game

MOST: Final = 50
"""People that are listed; more letters bring up the others."""


class Found(Struct, frozen=True):
    """Somebody who can be taken."""

    person: str
    name: str
    text: str = ""
    """What he said."""


class FindPerson(Finder):
    """Gives back a person."""

    def __init__(self, game: "Game", title: str, people: Sequence[Found]) -> None:
        super().__init__(game)
        self._title, self._people = title, people

    def title_text(self) -> str:
        """Return the title."""
        return self._title

    def hint(self) -> str:
        """Return what stands in the empty line."""
        return self.game.texts.gettext("any letters of the name")

    def found(self, words: str) -> Sequence[Choice]:
        """Return whom the letters fit."""
        wanted = words.casefold().split()
        fitting = (one for one in self._people if _fits(one, wanted))
        return [
            Choice(one.person, plain(one.name), plain(one.text))
            for one in islice(fitting, MOST)
        ]


def _fits(one: Found, wanted: Sequence[str]) -> bool:
    there = f"{one.name} {one.text}".casefold()
    return all(word in there for word in wanted)
