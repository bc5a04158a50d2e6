"""Begin a talk, and take it one answer further. Pure and deterministic."""

from simulator.engine.answers import Answer, Mode
from simulator.engine.counts import Counts
from simulator.engine.draft import Draft
from simulator.engine.errors import TalkOverError
from simulator.engine.events import (
    YOU,
    Event,
    Finished,
    Moved,
    Read,
    Said,
    Started,
    Why,
)
from simulator.engine.moves import Move, is_fruitless, settle
from simulator.engine.state import State
from simulator.scenario.model import STAY, Scenario


def begin(
    scenario: Scenario, seed: int, mode: str = Mode.CHOOSE
) -> tuple[State, tuple[Event, ...]]:
    """Begin a talk.

    Args:
        scenario: A checked scenario.
        seed: Fixes the order of replies; any whole number.
        mode: How the trainee answers, one of `Mode`; kept in the events.

    Returns:
        The state before the first answer, and the events so far: `Started`,
        then what is said in the first scene.
    """
    draft = Draft(_blank(scenario, seed, Mode(mode)))
    draft.events.append(
        Started(scenario.id, scenario.digest, scenario.language, mode, seed)
    )
    draft.enter(scenario.start)
    return draft.frozen(), tuple(draft.events)


def step(state: State, answer: Answer) -> tuple[State, tuple[Event, ...]]:
    """Take a talk one answer further.

    Args:
        state: Where the talk stands; not altered.
        answer: What the trainee chose or said.

    Returns:
        The next state, and what happened, in order.

    Raises:
        TalkOverError: The talk has ended.
        NotOfferedError: The answer chooses a reply that is not on offer now.
    """
    if state.ending is not None:
        raise TalkOverError(state.ending)
    move = settle(state, answer)
    fruitless = is_fruitless(move, state)
    draft = Draft(state)
    _hear(draft, move, fruitless)
    reminds = fruitless and move.effects.to not in state.story.endings
    if not (reminds and _loses_patience(draft)):
        _go(draft, move, reminds)
    return draft.frozen(), tuple(draft.events)


def _blank(scenario: Scenario, seed: int, mode: Mode) -> State:
    """Return the state in which nothing has been said yet."""
    return State(
        story=scenario,
        seed=seed,
        turn=0,
        scene=scenario.start,
        meters={
            f"{person.id}.{meter}": value
            for person in scenario.cast.values()
            for meter, value in person.mood.items()
        },
        known={f.id: "" for f in scenario.client.facts.values() if f.known},
        flags=frozenset(),
        visits=Counts(),
        used=Counts(),
        codes=frozenset(),
        fruitless=0,
        ending=None,
        latest=(),
        mode=mode,
    )


def _hear(draft: Draft, move: Move, fruitless: bool) -> None:
    """Take in the trainee's words and what they change."""
    draft.turn += 1
    reply = move.reply
    name = reply.id if reply else None
    draft.events.append(Said(draft.turn, YOU, move.text, name))
    draft.events.append(
        Read(draft.turn, draft.scene, name, move.codes, fruitless, move.by)
    )
    if reply is not None or move.codes:
        draft.fruitless = draft.fruitless + 1 if fruitless else 0
    draft.remember(f"{draft.scene}.{name}" if name else None, move.codes)
    effects = move.effects
    if effects.learn:
        whom = reply.to_whom if reply else None
        draft.learn(effects.learn, whom or next(iter(draft.story.cast)))
    draft.learn(effects.tell, YOU)
    draft.shift(effects.shifts)
    if effects.flags:
        draft.flags = draft.flags.union(effects.flags)


def _loses_patience(draft: Draft) -> bool:
    """End the talk when the circle has gone on for too long."""
    patience = draft.story.patience
    if patience is None or draft.fruitless < patience.turns:
        return False
    draft.say(patience.say, 1)
    _end(draft, patience.to, Why.PATIENCE)
    return True


def _go(draft: Draft, move: Move, reminds: bool) -> None:
    """Answer the trainee and go where his words lead."""
    _answer(draft, move, reminds)
    target = move.effects.to or STAY
    if target in draft.story.endings:
        _end(draft, target, move.why)
    elif target == STAY:
        draft.events.append(Moved(draft.turn, draft.scene, draft.scene, move.why))
    else:
        draft.events.append(Moved(draft.turn, draft.scene, target, move.why))
        draft.enter(target)


def _answer(draft: Draft, move: Move, reminds: bool) -> None:
    """Say what answers these words at once, then that they are not new."""
    by_visit = move.why is Why.REPLY
    time = draft.visits[draft.scene] if by_visit else draft.turn
    draft.say(move.effects.say, time)
    if reminds and draft.story.patience:
        draft.say(draft.story.patience.reminders, draft.fruitless)


def _end(draft: Draft, ending_id: str, why: Why) -> None:
    ending = draft.story.endings[ending_id]
    draft.events.append(Moved(draft.turn, draft.scene, ending_id, why))
    draft.say(ending.say, 1)
    draft.ending = ending_id
    draft.events.append(Finished(draft.turn, ending_id, ending.outcome, ending.good))
