"""Look at a talk with its author's eyes: everything that the trainee must not see."""

from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING

from scoring.rubric import rate
from simulator.engine import Mood, State, move_of, offered, on_offer
from simulator.engine.show import shuffled
from simulator.preview.conditions import condition_note, meter_names
from simulator.preview.firing import reaction_name, reaction_of, why
from simulator.preview.model import (
    AuthorView,
    ConditionNote,
    Gauge,
    MoveNote,
    ReplyNote,
    Standing,
)
from simulator.reports.debrief import debrief
from simulator.reports.model import TurnNote
from simulator.reports.turns import Teller
from simulator.scenario.model import STAY, Effects, Reply

if TYPE_CHECKING:
    from simulator.sessions.attempt import Attempt


def author_view(attempt: "Attempt", language: str) -> AuthorView:
    """Tell everything about the moment at which a talk stands.

    Args:
        attempt: The talk.
        language: Whose words of rubric and rulebook to use: `ru` or `en`.
    """
    state, card = attempt.state, attempt.scorecard()
    rubric, rulebook = attempt.rubric, attempt.rulebook
    told = debrief(
        attempt.scenario, attempt.events, card, rubric, rulebook, language
    ).turns
    teller = Teller(attempt.scenario, rubric, rulebook, language)
    before = attempt.states[-2] if attempt.turns else None
    key = card.key_client
    return AuthorView(
        standing=standing(state, before),
        move=_move(before, state, told[-1]) if before else None,
        replies=tuple(replies(state, teller)),
        ways=tuple(_ways(state)),
        business=card.business,
        key_client=None if key is None else Fraction(key.points),
    )


def standing(state: State, before: State | None) -> Standing:
    """Tell how a talk stands, and what the last answer changed.

    Args:
        state: Now.
        before: Before the last answer; None when there was none.
    """
    facts, patience = state.story.client.facts, state.story.patience
    old_flags = before.flags if before else state.flags
    old_facts = before.known if before else state.known
    return Standing(
        scene=state.scene,
        ending=state.ending,
        turn=state.turn,
        gauges=tuple(_gauges(state, before)),
        known=dict(state.known),
        unknown=tuple(name for name in facts if name not in state.known),
        new=frozenset({*state.flags} - {*old_flags} | {*state.known} - {*old_facts}),
        flags=tuple(sorted(state.flags)),
        visits=dict(state.visits),
        said=tuple(sorted(state.codes)),
        forms={scene: form.right for scene, form in state.forms.items()},
        fruitless=state.fruitless,
        patience=patience.turns if patience else None,
    )


def replies(state: State, teller: Teller) -> Iterable[ReplyNote]:
    """Tell of every reply of the scene: those on offer as numbered, then the others."""
    if state.ending is not None:
        return
    shown = shuffled(offered(state), state)
    scene = state.story.scenes[state.scene]
    hidden = (one for one in scene.replies if not on_offer(one, scene.id, state))
    for number, reply in enumerate(shown, 1):
        yield _reply(reply, number, state, teller)
    for reply in hidden:
        yield _reply(reply, 0, state, teller)


def written_effects(effects: Effects, state: State) -> tuple[str, ...]:
    """Write what a move does in the words of scenarios, where it leads left out."""
    name = meter_names(state.story)
    shifts = (f"{name(f'{s.person}.{s.meter}')} {s.by:+d}" for s in effects.shifts)
    return (
        *(f"learn {fact}" for fact in effects.learn),
        *(f"tell {fact}" for fact in effects.tell),
        *(one.replace("-", "−") for one in shifts),
        *(f"set {flag}" for flag in effects.flags),
    )


def _reply(reply: Reply, number: int, state: State, teller: Teller) -> ReplyNote:
    move = move_of(state, reply)
    scene = state.story.scenes[state.scene]
    reaction = None
    if reply.effects.to is None:
        reaction = reaction_of(reply.does, state)
    ratings = rate(teller.rubric, reply.does, reply.levels)
    return ReplyNote(
        id=reply.id,
        text=reply.text,
        number=number,
        spent=reply.once and f"{scene.id}.{reply.id}" in state.used,
        condition=condition_note(reply.when, state),
        codes=tuple(str(use) for use in reply.does),
        effects=written_effects(move.effects, state),
        to=move.effects.to or STAY,
        by=reaction_name(reaction, scene) if reaction else None,
        levels=teller.levels(ratings, scene.tests),
    )


def _move(before: State, state: State, turn: TurnNote) -> MoveNote:
    reason = why(before, state)
    return MoveNote(
        why=reason.why,
        condition=reason.condition,
        source=reason.source,
        target=reason.target,
        turn=turn,
        moods=tuple(one for one in state.latest if isinstance(one, Mood)),
        flags=tuple(sorted(state.flags - before.flags)),
    )


def _gauges(state: State, before: State | None) -> Iterable[Gauge]:
    name = meter_names(state.story)
    for meter, value in state.meters.items():
        was = before.meters[meter] if before else value
        yield Gauge(name(meter), value, value - was)


def _ways(state: State) -> Iterable[tuple[ConditionNote | None, str]]:
    """Yield where the form of the scene leads, up to the way that is always open."""
    form = state.story.scenes[state.scene].form
    if form is not None and state.ending is None:
        for way in form.then:
            yield condition_note(way.when, state), way.effects.to or STAY
            if way.when is None:
                break
