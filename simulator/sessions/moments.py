"""What matters of a moment of a talk for hearing own words at it."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from scoring.reading.text import MOST_WORDS, cleaned, words
from simulator.engine import YOU, Mode, Said, State, offered
from simulator.plaintext import plain
from simulator.scenario.model import NOTE, Reply, Scenario
from simulator.sessions.errors import (
    EmptyWordsError,
    NumberAloneError,
    TooManyWordsError,
)

_PLACE: Final = re.compile(r"\d\W?")
"""A number as one would choose by it: `3`, `3.`, `3)`."""


class Moment(Struct, frozen=True):
    """A moment at which something can be said; small enough to be sent elsewhere."""

    scene: str
    line: str
    """What the others have just said, as one line."""
    offers: tuple[str, ...]
    """The replies on offer, in the author's order."""
    exam: bool
    """True where nobody is asked what he meant."""

    def replies(self, story: Scenario) -> Mapping[str, Reply]:
        """Return the replies on offer, by their ids."""
        replies = story.scenes[self.scene].replies
        return {one.id: one for one in replies if one.id in self.offers}


def moment_of(state: State) -> Moment:
    """Return the moment at which a talk stands."""
    lines = (event for event in state.latest if isinstance(event, Said))
    line = " ".join([e.text for e in lines if e.who not in (YOU, NOTE)])
    offers = tuple([reply.id for reply in offered(state)])
    return Moment(state.scene, line, offers, state.mode is Mode.EXAM)


def printed(story: Scenario) -> Sequence[str]:
    """Return what the story itself says, so that nobody is paid for copying it."""
    lines = (line for scene in story.scenes.values() for line in scene.say)
    return [story.brief, *(text for line in lines for text in line.texts)]


def to_hear(text: str) -> str:
    """Return what was typed as words that can be heard: blanks round them go.

    Raises:
        EmptyWordsError: There is not a word in them.
        NumberAloneError: They are a number, as of a reply on a list.
        TooManyWordsError: Nobody says so much at once.
    """
    text = plain(text).strip()
    clean = cleaned(text).text
    if not clean.strip():
        raise EmptyWordsError
    if _PLACE.fullmatch(clean.strip()):
        raise NumberAloneError
    length = len(words(clean))
    if length > MOST_WORDS:
        raise TooManyWordsError(length, MOST_WORDS)
    return text
