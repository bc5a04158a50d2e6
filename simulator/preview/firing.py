"""Which move was made, and why that one: told after the event, from both states."""

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from scoring.codes import CodeUse
from simulator.engine import Moved, Read, State, Why, reaction_to
from simulator.engine.situation import holds
from simulator.messages import N_, NN_
from simulator.preview.conditions import condition_note
from simulator.preview.model import ConditionNote
from simulator.reports.phrases import Phrase, counted, phrase
from simulator.scenario.model import Reaction, Scene

_PATIENCE: Final = NN_(
    "patience: {n} turn that brought nothing new",
    "patience: {n} turns that brought nothing new",
)


class Reason(Struct, frozen=True):
    """Why the talk went where it went."""

    why: Phrase
    condition: ConditionNote | None
    """The condition of the move, as it was when it was chosen."""
    source: str
    target: str


def why(before: State, after: State) -> Reason:
    """Tell which move led from one state to the next.

    Args:
        before: Where the answer was given.
        after: Where it led; its latest events are those of the answer.
    """
    moved = next(one for one in after.latest if isinstance(one, Moved))
    read = next((one for one in after.latest if isinstance(one, Read)), None)
    told, condition = _told(moved.why, read, before, after)
    return Reason(told, condition, moved.source, moved.target)


def reaction_of(codes: tuple[CodeUse, ...], state: State) -> Reaction | None:
    """Return the reaction that these acts meet now, if any."""
    return reaction_to(codes, state, state.story.scenes[state.scene], state.story)


def reaction_name(reaction: Reaction, scene: Scene) -> Phrase:
    """Say whose reaction it is, and to what."""
    if reaction in scene.reactions:
        return phrase(N_("the scene's reaction to {code}"), code=reaction.on)
    return phrase(N_("the scenario's reaction to {code}"), code=reaction.on)


def _told(
    reason: Why, read: Read | None, before: State, after: State
) -> tuple[Phrase, ConditionNote | None]:
    scene = before.story.scenes[before.scene]
    match reason:
        case Why.REPLY:
            reply = next(r for r in scene.replies if read and r.id == read.reply)
            found = phrase(N_("the reply `{reply}`"), reply=reply.id)
            return found, condition_note(reply.when, before)
        case Why.REACTION:
            reaction = reaction_of(read.codes if read else (), before)
            if reaction is not None:
                name = _completing(reaction_name(reaction, scene), read)
                return name, condition_note(reaction.when, before)
        case Why.PATIENCE:
            return counted(_PATIENCE, after.fruitless), None
        case Why.FORM:
            return _way(before, after)
        case Why.OTHERWISE:
            pass
    mine = N_("otherwise, as the scene has it: nothing fits")
    theirs = N_("otherwise, as the scenario has it: nothing fits")
    return phrase(mine if scene.otherwise else theirs), None


def _completing(reaction: Phrase, read: Read | None) -> Phrase:
    if read is None or read.reply is None:
        return reaction
    template = N_("the reply `{reply}`, led on by {reaction}")
    return phrase(template, reply=read.reply, reaction=reaction)


def _way(before: State, after: State) -> tuple[Phrase, ConditionNote | None]:
    """Find the first of the form's ways that held with the form just handed in."""
    now = replace(before, turn=after.turn, fruitless=0, forms=after.forms)
    form = before.story.scenes[before.scene].form
    ways = form.then if form else ()
    for number, way in enumerate(ways, 1):
        if holds(way.when, now):
            return phrase(N_("way {n} of the form"), n=number), condition_note(
                way.when, now
            )
    return phrase(N_("the form")), None
