"""In which order a scenario is read ahead, so that nobody waits for it in class.

How a reply is told from its neighbours depends on its wordings and on what was said
just before. All of that is in the scenario, and reading it takes a while: a third of
a second where nobody has been yet. So moments are read ahead: where many come to
first, as talks tell that are drawn by lot, then all the rest.
"""

from collections import Counter
from collections.abc import Iterator
from random import Random  # noqa: TID251 - draws what is heard first, plays nothing
from typing import Final

from simulator.engine import (
    Choose,
    EngineError,
    Mode,
    Placed,
    Said,
    Say,
    State,
    Understood,
    begin,
    begin_at,
    offered,
    step,
)
from simulator.scenario.model import Scenario

_SEED = 1
"""The order of replies makes no difference to how they are heard."""
_TALKS: Final = 200
_TURNS: Final = 10
_PUZZLED: Final = 0.4
"""The share of words that come to no reply, in talks that are drawn."""


def in_order(scenario: Scenario) -> Iterator[State | None]:
    """Yield the moments of a scenario, those where many come to before the others.

    Whoever takes them can turn to something else each time, so None stands for a step
    of finding out which those are.
    """
    yield begin(scenario, _SEED, Mode.SPEAK)[0]
    times, found = Counter[tuple[str, ...]](), dict[tuple[str, ...], State]()
    for state in drawn(scenario):
        yield None
        said = [event.text for event in state.latest if isinstance(event, Said)]
        key = state.scene, *said[1:]
        times[key] += 1
        found.setdefault(key, state)
    for key, _ in times.most_common():
        yield found[key]
    yield from moments(scenario)


def drawn(scenario: Scenario) -> Iterator[State]:
    """Yield the moments of talks that are drawn by lot, the same ones each time.

    Some words come to a reply, with what it does or without, others to none.
    """
    draw = Random(_SEED)
    for _ in range(_TALKS):
        state, _ = begin(scenario, _SEED, Mode.SPEAK)
        for _ in range(_TURNS):
            replies = offered(state)
            if state.ending is not None or not replies:
                break
            reply, other = draw.choice(replies), draw.choice(replies)
            name = None if draw.random() < _PUZZLED else reply.id
            does = reply if name and draw.random() < draw.random() else other
            uses = tuple(does.does) if draw.random() < draw.random() else ()
            try:
                state, _ = step(state, Say("?", Understood(uses, name)))
            except EngineError:  # a form is to be filled in
                break
            if state.ending is None:
                yield state


def moments(scenario: Scenario) -> Iterator[State]:
    """Yield the moments at which something can be said, the beginning first.

    Each scene as one comes into it by itself, then as each reply leads into it.
    """
    yield begin(scenario, _SEED, Mode.SPEAK)[0]
    for scene in scenario.scenes:
        here, _ = begin_at(scenario, _SEED, Placed(scene), Mode.SPEAK)
        yield here
        for reply in offered(here):
            try:
                there, _ = step(here, Choose(reply.id))
            except EngineError:
                continue
            if there.ending is None:
                yield there
