"""What the plays came across: replies on offer, and conditions with their outcomes.

Only what was not seen yet is looked at, so that the thousandth play pays nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from simulator.engine import Said, State
from simulator.engine.situation import holds
from simulator.scenario.model import Form, Line, Reply, Scenario


class Outcome(NamedTuple):
    """A condition, and whether it held."""

    place: str
    """Where it stands, as the keys of the file: `scenes.wall.replies.meet`."""
    held: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """What was come across; parts of it can be put together."""

    offered: frozenset[str] = frozenset()
    """Replies, as `scene.reply`."""
    outcomes: frozenset[Outcome] = frozenset()

    def with_more(self, other: "Seen") -> "Seen":
        """Return both together."""
        return Seen(self.offered | other.offered, self.outcomes | other.outcomes)


@dataclass(slots=True)
class Coverage:
    """Gathers what is come across."""

    scenario: Scenario
    offered: set[str] = field(default_factory=set[str])
    outcomes: set[Outcome] = field(default_factory=set[Outcome])
    _unseen: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    _guarded: dict[str, list[Reply]] = field(default_factory=dict[str, list[Reply]])
    _lines: dict[str, list[tuple[int, Line]]] = field(
        default_factory=dict[str, list[tuple[int, Line]]]
    )

    def __post_init__(self) -> None:
        for scene in self.scenario.scenes.values():
            self._unseen[scene.id] = {reply.id for reply in scene.replies}
            self._guarded[scene.id] = [r for r in scene.replies if r.when is not None]
        self._lines = _conditional(self.scenario)

    def seen(self) -> Seen:
        """Return what was come across so far."""
        return Seen(frozenset(self.offered), frozenset(self.outcomes))

    def note_offers(self, state: State, offers: Iterable[Reply]) -> None:
        """Note what is on offer, and what keeps the rest from it."""
        if state.ending is not None:
            return
        scene = state.scene
        if self._unseen[scene]:
            names = {reply.id for reply in offers}
            self.offered.update(f"{scene}.{n}" for n in names & self._unseen[scene])
            self._unseen[scene] -= names
        pending = self._guarded[scene]
        for reply in tuple(pending):
            place = _reply(scene, reply.id)
            self.outcomes.add(Outcome(place, holds(reply.when, state)))
            if self._settled(place):
                pending.remove(reply)

    def note_reply(self, before: State, reply: Reply, after: State) -> None:
        """Note which lines with a condition were said."""
        self._note_said(_reply(before.scene, reply.id), after)
        self._note_entered(before, after)

    def note_form(self, before: State, form: Form, after: State) -> None:
        """Note which moves that follow a form were asked about, up to the one made."""
        now = before._replace(turn=after.turn, fruitless=0, forms=after.forms)
        for number, move in enumerate(form.then, 1):
            place = _move(before.scene, number)
            held = holds(move.when, now)
            if move.when is not None:
                self.outcomes.add(Outcome(place, held))
            if held:
                self._note_said(place, after)
                break
        self._note_entered(before, after)

    def _note_entered(self, before: State, after: State) -> None:
        if after.ending is not None:
            self._note_said(f"endings.{after.ending}", after)
        elif after.scene != before.scene:
            self._note_said(f"scenes.{after.scene}", after)

    def _note_said(self, owner: str, state: State) -> None:
        pending = self._lines.get(owner)
        if not pending:
            return
        said = {(e.who, e.text) for e in state.latest if isinstance(e, Said)}
        for one in tuple(pending):
            number, line = one
            place = f"{owner}.say.{number}"
            held = any((line.who, text) in said for text in line.texts)
            self.outcomes.add(Outcome(place, held))
            if self._settled(place):
                pending.remove(one)

    def _settled(self, place: str) -> bool:
        return {Outcome(place, True), Outcome(place, False)} <= self.outcomes


def conditions(scenario: Scenario) -> Iterator[str]:
    """Yield the place of every condition whose outcomes are looked for."""
    for scene in scenario.scenes.values():
        for reply in scene.replies:
            if reply.when is not None:
                yield _reply(scene.id, reply.id)
        for number, move in enumerate(scene.form.then if scene.form else (), 1):
            if move.when is not None:
                yield _move(scene.id, number)
    for owner, lines in _conditional(scenario).items():
        yield from (f"{owner}.say.{number}" for number, _ in lines)


def _conditional(scenario: Scenario) -> dict[str, list[tuple[int, Line]]]:
    """Return the lines with a condition by whose they are, with their number."""
    found: dict[str, list[tuple[int, Line]]] = {}
    for owner, lines in _said(scenario):
        guarded = [
            (n, line) for n, line in enumerate(lines, 1) if line.when is not None
        ]
        if guarded:
            found[owner] = guarded
    return found


def _said(scenario: Scenario) -> Iterator[tuple[str, tuple[Line, ...]]]:
    for scene in scenario.scenes.values():
        yield f"scenes.{scene.id}", scene.say
        for reply in scene.replies:
            yield _reply(scene.id, reply.id), reply.effects.say
        for number, move in enumerate(scene.form.then if scene.form else (), 1):
            yield _move(scene.id, number), move.effects.say
    for ending in scenario.endings.values():
        yield f"endings.{ending.id}", ending.say


def _reply(scene: str, reply: str) -> str:
    return f"scenes.{scene}.replies.{reply}"


def _move(scene: str, number: int) -> str:
    return f"scenes.{scene}.then.{number}"
