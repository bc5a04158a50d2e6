"""Take a talk that was held on one version, and hold it again on another."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from msgspec import Struct

from scoring.scorecard import score
from simulator import forms
from simulator.engine import (
    YOU,
    Answer,
    Choose,
    EngineError,
    Event,
    Fill,
    Filled,
    Read,
    Said,
    Say,
    Source,
    Started,
    State,
    Understood,
    begin,
    effective,
    step,
    talk_of,
)
from simulator.graph import Names
from simulator.packs import Loaded


class Came(Struct, frozen=True):
    """What a talk came to."""

    ending: str | None
    business: Fraction | None
    key_client: Fraction | None


def again(events: Sequence[Event], on: Loaded, names: Names) -> Came | None:
    """Hold a talk again, answer by answer, each in the scene where it was given.

    Own words are taken as they were understood then; forms are judged anew.

    Args:
        events: The talk as it was held, on whatever version.
        on: The version it is held on now.
        names: What is called otherwise there.

    Returns:
        What it comes to; None when an answer cannot be given there any longer.
    """
    started = next((one for one in events if isinstance(one, Started)), None)
    if started is None:
        return None
    carried = _carried(started, names)
    state, told = begin(on.scenario, started.seed, started.mode, carried)
    happened = list(told)
    for scene, answer in answers(events, names):
        following = _given(state, scene, answer, on)
        if following is None:
            return None
        state = following
        happened += state.latest
    return _came(state, happened, on)


def _carried(started: Started, names: Names) -> tuple[str, ...] | None:
    if started.carried is None:
        return None
    return tuple(names.facts.get(fact, fact) for fact in started.carried)


def answers(events: Sequence[Event], names: Names) -> Iterator[tuple[str, Answer]]:
    """Yield the answers that count, each with the scene that it belongs to.

    Args:
        events: The talk as it was held.
        names: What is called otherwise now.
    """
    for event, following in pairwise((*effective(events), None)):
        if isinstance(event, Filled):
            yield names.scene(event.scene), Fill(event.values)
        elif (
            isinstance(event, Said) and event.who == YOU and isinstance(following, Read)
        ):
            yield names.scene(following.scene), _answer(event, following, names)


def _answer(said: Said, read: Read, names: Names) -> Answer:
    reply = None
    if read.reply is not None:
        at, reply = names.reply(read.scene, read.reply)
        if at != names.scene(read.scene):
            reply = read.reply
    if read.by is not Source.AUTHOR:
        return Say(said.text, Understood(read.codes, reply, read.by))
    return Say(said.text) if reply is None else Choose(reply)


def _given(state: State, scene: str, answer: Answer, on: Loaded) -> State | None:
    """Return the state after an answer; None when it cannot be given there."""
    if state.ending is not None or state.scene != scene:
        return None
    try:
        following, _ = step(state, answer)
        if isinstance(answer, Fill):
            judged = forms.handed_in(state, on.rulebook, answer.values)
            following, _ = step(state, judged)
    except EngineError:
        return None
    return following


def _came(state: State, events: Sequence[Event], on: Loaded) -> Came:
    card = score(talk_of(on.scenario, events), on.rubric, on.rulebook)
    key_client = card.key_client.points if card.key_client else None
    return Came(state.ending, card.business, key_client)
