"""What a class says in its own words: each time something else.

Half of it is said to the point: a wording of a reply on offer, with something of the
speaker's own after it. The other half is a reply of the bank as it stands, whatever
the talk has come to.
"""

import html
import random  # noqa: TID251 - draws what people say; nothing is played by it
from collections.abc import Iterator

from scoring.reading.text import words
from simulator.packs import Library
from simulator.scenario.model import Scenario
from tools.bank import load

_MOST_WORDS = 60


class Speech:
    """Words for a class that plays one scenario; none are said twice."""

    def __init__(self, scenario: str, language: str) -> None:
        """Gather what can be said."""
        self._scenes = _scenes(Library.shipped().load(scenario, language).scenario)
        self._draw = random.Random(1)
        self._own = self._bank(language)
        self._said: set[str] = set()

    def next(self, page: bytes) -> str:
        """Return words for the moment that a page shows; nobody has said them yet."""
        said = ""
        while not said or said in self._said:
            own = next(self._own)
            said = own if self._draw.random() < 0.5 else f"{self._meant(page)} {own}"
        self._said.add(said)
        return said

    def _meant(self, page: bytes) -> str:
        """Return a wording of the scene whose lines stand last on the page."""
        shown = html.unescape(page.decode())
        told = max(self._scenes, key=lambda one: max(map(shown.rfind, one[0])))
        return self._draw.choice(told[1])

    def _bank(self, language: str) -> Iterator[str]:
        """Yield the bank's replies in disorder: whole, and then their ends."""
        bank = [one.reply for one in load() if one.lang == language]
        bank = [one for one in bank if len(words(one)) <= _MOST_WORDS]
        self._draw.shuffle(bank)
        yield from bank
        while True:
            one, two = self._draw.sample(bank, 2)
            yield f"{one} {two}"


def _scenes(scenario: Scenario) -> list[tuple[list[str], list[str]]]:
    """Return for each scene its lines, and all wordings of its replies."""
    return [
        (
            [text for line in scene.say for text in line.texts] or ["\0"],
            [text for one in scene.replies for text in (one.text, *one.like)],
        )
        for scene in scenario.scenes.values()
        if scene.replies
    ]
