"""Hear in advance what can be said, so that nobody waits for it in class.

How a reply is told from its neighbours depends on its wordings and on what was said
just before. All of that is in the scenario, and hearing it takes a while: a quarter of
a second where nobody has been yet. So it is heard before people get there.
"""

from collections.abc import Iterator
from threading import Event, Thread

from simulator.engine import (
    Choose,
    EngineError,
    Mode,
    Placed,
    State,
    begin,
    begin_at,
    offered,
    step,
)
from simulator.scenario.model import Scenario
from simulator.sessions import Ears

_SEED = 1
"""The order of replies makes no difference to how they are heard."""


class Warming:
    """Hears a scenario in advance, in a thread that stops when it is told to."""

    def __init__(self, scenario: Scenario, ears: Ears) -> None:
        """Begin at once."""
        self._scenario, self._ears = scenario, ears
        self._over = Event()
        self._thread = Thread(target=self._warm, daemon=True, name="warming")
        self._thread.start()

    def stop(self) -> None:
        """Leave it; returns when what is being heard just now is done."""
        self._over.set()
        self._thread.join()

    def _warm(self) -> None:
        for state in moments(self._scenario):
            if self._over.is_set():
                return
            self._ears.warm(state)


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
