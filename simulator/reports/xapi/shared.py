"""The statements of one person of a room that had one talk for all."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scoring.scorecard import Scorecard
from simulator.reports.xapi import vocabulary as words
from simulator.reports.xapi.model import Actor, Statement
from simulator.reports.xapi.statements import statements
from simulator.sessions.dated import DatedTalk


class OwnAnswer(NamedTuple):
    """What one person answered to a line of the room."""

    talk: DatedTalk
    """The talk as it would have gone on with his answer."""
    start: int
    """How many events led to the line: those behind are his."""


def shared_statements(
    room: DatedTalk, own: Sequence[OwnAnswer], card: Scorecard, actor: Actor
) -> Iterator[Statement]:
    """Yield what happened to one person, in the order of the room's talk.

    The talk is the room's, the answers are his own, whatever the room went on with, and
    so are the levels and the score.

    Args:
        room: The talk of the room, under his id.
        own: What he answered, on the way that the room went.
        card: What that came to.
        actor: Who he is.

    Raises:
        BadEventsError: The events are not a talk of this scenario.
    """
    told = [one for one in statements(room, actor, card) if not _is_answer(one)]
    for talk, start in own:
        his = (one for one in statements(talk, actor) if one.place >= start)
        told += [one for one in his if _is_answer(one)]
    yield from sorted(told, key=lambda one: one.place)


def _is_answer(one: Statement) -> bool:
    verb = one.body["verb"]
    return isinstance(verb, dict) and verb["id"] == words.ANSWERED.id
