"""A little story with rules of its own: what the tests of front ends play."""

from functools import cache
from pathlib import Path
from typing import Final

from scoring.scorecard import score
from simulator.engine import Choose, Event, Say, begin, step, talk_of
from simulator.packs import Library, Loaded
from simulator.reports.debrief import debrief
from simulator.reports.model import Debrief

FOLDER: Final = Path(__file__).parents[1] / "data" / "little"


@cache
def loaded(language: str = "en") -> Loaded:
    """Load the story with its rubric and rulebook."""
    return Library((FOLDER,)).load("talk", language)


def played(*replies: str | Say, language: str = "en") -> tuple[Event, ...]:
    """Give replies one after the other; return what happened."""
    state, events = begin(loaded(language).scenario, 1)
    for reply in replies:
        answer = Choose(reply) if isinstance(reply, str) else reply
        state, told = step(state, answer)
        events += told
    return events


def told(*replies: str | Say, language: str = "en") -> Debrief:
    """Return the debrief of a talk."""
    story = loaded(language)
    events = played(*replies, language=language)
    talk = talk_of(story.scenario, events)
    card = score(talk, story.rubric, story.rulebook)
    return debrief(story.scenario, events, card, story.rubric, story.rulebook, language)
