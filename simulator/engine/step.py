"""Take a talk one answer further. Pure and deterministic."""

from simulator.engine.answers import Answer, Fill
from simulator.engine.draft import Draft
from simulator.engine.errors import FormExpectedError, TalkOverError
from simulator.engine.events import (
    YOU,
    Event,
    Filled,
    Finished,
    Moved,
    Read,
    Said,
    Why,
)
from simulator.engine.fill import checked, handed
from simulator.engine.moves import LETS_SPEAK, Move, is_fruitless, settle
from simulator.engine.situation import holds
from simulator.engine.state import State
from simulator.scenario.known import INTERRUPTED
from simulator.scenario.model import NOTE, STAY, Effects


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
        FormExpectedError: Words, where a form is to be filled in.
        BadFormError: A form that is not that of the scene, or cannot be so.
    """
    if state.ending is not None:
        raise TalkOverError(state.ending)
    if isinstance(answer, Fill):
        return _fill(state, answer)
    if state.story.scenes[state.scene].form is not None:
        raise FormExpectedError(state.scene)
    move = settle(state, answer)
    fruitless = is_fruitless(move, state)
    draft = Draft(state)
    _hear(draft, move, fruitless)
    reminds = fruitless and move.effects.to not in state.story.endings
    if not (reminds and _loses_patience(draft)):
        _go(draft, move, reminds)
    following = draft.frozen()
    return following, following.latest


def _fill(state: State, answer: Fill) -> tuple[State, tuple[Event, ...]]:
    """Take in a form, and go where its author leads."""
    form, values = checked(state, answer)
    draft = Draft(state)
    draft.turn += 1
    draft.fruitless = 0
    draft.events.append(
        Filled(draft.turn, draft.scene, form.kind, values, answer.right)
    )
    others = {name: one for name, one in draft.forms.items() if name != draft.scene}
    draft.forms = {**others, draft.scene: handed(values, answer.right)}
    ways = enumerate(form.then)
    number, move = next((n, one) for n, one in ways if holds(one.when, draft))
    _change(draft, move.effects, None)
    source = f"{draft.scene}#{number}"
    _go(draft, Move("", None, (), move.effects, Why.FORM, source), reminds=False)
    following = draft.frozen()
    return following, following.latest


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
    _interrupt(draft, move)
    _change(draft, move.effects, reply.to_whom if reply else None)


def _interrupt(draft: Draft, move: Move) -> None:
    """Make a meeting less fair where its first speaker is not let finish."""
    meeting = draft.story.meeting
    if meeting is None or draft.scene not in meeting.floor:
        return
    if LETS_SPEAK.issuperset(use.code for use in move.codes):
        return
    draft.flags = draft.flags | {INTERRUPTED}
    if meeting.fairness is not None:
        draft.shift([meeting.fairness])


def _change(draft: Draft, effects: Effects, whom: str | None) -> None:
    """Let facts be learned, tempers change and flags be set."""
    if effects.learn:
        draft.learn(effects.learn, _teller(draft, effects, whom))
    draft.learn(effects.tell, YOU)
    draft.shift(effects.shifts)
    if effects.flags:
        draft.flags = draft.flags.union(effects.flags)


def _teller(draft: Draft, effects: Effects, whom: str | None) -> str:
    """Return who gives a fact away: who answers first, else who was addressed."""
    answering = (
        line.who
        for line in effects.say
        if line.who != NOTE and (line.when is None or holds(line.when, draft))
    )
    return next(answering, whom or next(iter(draft.story.cast)))


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
    draft.answer(move.effects.say, move.source)
    if reminds and draft.story.patience:
        draft.say(draft.story.patience.reminders, draft.fruitless)


def _end(draft: Draft, ending_id: str, why: Why) -> None:
    ending = draft.story.endings[ending_id]
    draft.events.append(Moved(draft.turn, draft.scene, ending_id, why))
    draft.say(ending.say, 1)
    draft.ending = ending_id
    draft.events.append(Finished(draft.turn, ending_id, ending.outcome, ending.good))
