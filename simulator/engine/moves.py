"""Which move an answer makes: the rules of the game, each in one place.

The first of: a reply that fits; a reaction of the scene; a reaction of the
scenario; `otherwise`. (docs/scenario-format.md, "Which move is made".)
"""

import unicodedata
from functools import lru_cache
from itertools import chain
from typing import Final

from msgspec import Struct

from scoring.codes import REASONS, Code, CodeUse
from simulator.engine.answers import Choose, Say, Source
from simulator.engine.errors import NotOfferedError
from simulator.engine.events import Why
from simulator.engine.situation import Situation, holds
from simulator.engine.state import State
from simulator.scenario.model import STAY, Effects, Reaction, Reply, Scenario, Scene

LETS_SPEAK: Final = frozenset(
    {
        Code.NONE,
        Code.ACKNOWLEDGE,
        Code.ASK_INTEREST,
        Code.SAME_RULES,
        Code.STATE_STANCE,
    }
)
"""What one can do while somebody has the floor without taking it from him."""


class Move(Struct, frozen=True):
    """An answer as the game takes it."""

    text: str
    """The trainee's words."""
    reply: Reply | None
    codes: tuple[CodeUse, ...]
    effects: Effects
    """With `to` settled: None, too, now means to stay."""
    why: Why
    source: str
    """Whose lines answer it, in a name: those of a reply, of a reaction, of nobody in
    particular."""
    by: Source = Source.AUTHOR


def on_offer(reply: Reply, scene: str, now: Situation) -> bool:
    """Tell whether a reply of a scene may be given now."""
    if reply.once and f"{scene}.{reply.id}" in now.used:
        return False
    return reply.when is None or holds(reply.when, now)


def offered(state: State) -> tuple[Reply, ...]:
    """Return the replies on offer now, in the author's order; none after the end."""
    if state.ending is not None:
        return ()
    scene = state.story.scenes[state.scene]
    return tuple(
        [
            reply
            for reply in scene.replies
            if (reply.when is None and not reply.once)
            or on_offer(reply, scene.id, state)
        ]
    )


def settle(state: State, answer: Choose | Say) -> Move:
    """Find the move that an answer makes.

    Raises:
        NotOfferedError: A reply was chosen that is not on offer now.
    """
    scene = state.story.scenes[state.scene]
    if isinstance(answer, Choose):
        reply = _chosen(state, scene, answer.reply)
        return _authored(reply, reply.text, state, scene)
    worded = _in_the_authors_words(state, answer.text)
    if worded is not None:
        return _authored(worded, answer.text, state, scene)
    return _understood(answer, state, scene)


def move_of(state: State, reply: Reply) -> Move:
    """Return the move that a reply of this scene makes now, on offer or not."""
    return _authored(reply, reply.text, state, state.story.scenes[state.scene])


def is_fruitless(move: Move, state: State) -> bool:
    """Tell whether an answer brings nothing new (docs/scoring.md, "Circling").

    It does bring something when it makes a fact known, sets a flag, gives a
    reason that was not given before, or does something for the first time. Words
    that fit nothing are neither: nobody can say that they were heard before.
    """
    if move.reply is None and not move.codes:
        return False
    if _brings_news(move, state):
        return False
    said = move.reply is not None and f"{state.scene}.{move.reply.id}" in state.used
    return said or REASONS.isdisjoint([use.code for use in move.codes])


def _brings_news(move: Move, state: State) -> bool:
    for use in move.codes:
        if use.code not in state.codes:
            return True
    for fact in chain(move.effects.learn, move.effects.tell):
        if fact not in state.known:
            return True
    return not state.flags.issuperset(move.effects.flags)


def _chosen(state: State, scene: Scene, name: str) -> Reply:
    for reply in scene.replies:
        if reply.id == name and on_offer(reply, scene.id, state):
            return reply
    offers = tuple(reply.id for reply in offered(state))
    raise NotOfferedError(scene.id, name, offers)


def _in_the_authors_words(state: State, text: str) -> Reply | None:
    words = _folded(text)
    for reply in offered(state):
        if any(_folded(way) == words for way in (reply.text, *reply.like)):
            return reply
    return None


def _authored(reply: Reply, text: str, state: State, scene: Scene) -> Move:
    """Take a reply as its author wrote it."""
    effects, why, source = _completed(reply, state, scene)
    return Move(text, reply, reply.does, effects, why, source)


def _understood(answer: Say, state: State, scene: Scene) -> Move:
    """Take own words for the reply they come to, or for the acts they do."""
    told = answer.understood
    if told is None:
        return _puzzling(answer.text, (), state, scene)
    if told.reply is not None:
        reply = _chosen(state, scene, told.reply)
        effects, why, source = _completed(reply, state, scene)
        return Move(answer.text, reply, told.codes, effects, why, source, told.source)
    found = _reacting(told.codes, state, scene, state.story)
    if found is None:
        return _puzzling(answer.text, told.codes, state, scene, told.source)
    source, reaction = found
    return Move(
        answer.text,
        None,
        told.codes,
        reaction.effects,
        Why.REACTION,
        source,
        told.source,
    )


def _puzzling(
    text: str,
    codes: tuple[CodeUse, ...],
    state: State,
    scene: Scene,
    by: Source = Source.AUTHOR,
) -> Move:
    """Take words to which nothing fits."""
    home = scene.id if scene.otherwise else ""
    lines = _otherwise(state, scene)
    return Move(text, None, codes, lines, Why.OTHERWISE, f"{home}?", by)


def _otherwise(state: State, scene: Scene) -> Effects:
    """Return what happens when nothing fits: a puzzled line, and no more."""
    return Effects(say=scene.otherwise or state.story.otherwise, to=STAY)


@lru_cache(maxsize=4_096)
def _folded(text: str) -> str:
    """Drop what does not change the words: case, ё, punctuation, spacing."""
    folded = unicodedata.normalize("NFC", text).casefold().replace("ё", "е")
    return " ".join("".join(c if c.isalnum() else " " for c in folded).split())


def _completed(reply: Reply, now: State, scene: Scene) -> tuple[Effects, Why, str]:
    """Let a reaction supply what a reply without a target leaves out.

    Returns:
        What happens, which move it is, and whose lines answer it.
    """
    own, name = reply.effects, f"{scene.id}.{reply.id}"
    if own.to is not None:
        return own, Why.REPLY, name
    found = _reacting(reply.does, now, scene, now.story)
    if found is None:
        return own, Why.REPLY, name
    source, reaction = found
    given = reaction.effects
    effects = Effects(
        say=own.say or given.say,
        learn=own.learn + given.learn,
        tell=own.tell + given.tell,
        shifts=own.shifts or given.shifts,
        flags=own.flags + given.flags,
        to=given.to or STAY,
    )
    return effects, Why.REACTION, name if own.say else source


def reaction_to(
    codes: tuple[CodeUse, ...], now: Situation, scene: Scene, story: Scenario
) -> Reaction | None:
    """Return the reaction that answers what was done: the scene's before the story's.

    None when nobody reacts to it as things stand.
    """
    found = _reacting(codes, now, scene, story)
    return None if found is None else found[1]


def _reacting(
    codes: tuple[CodeUse, ...], now: Situation, scene: Scene, story: Scenario
) -> tuple[str, Reaction] | None:
    """Return the reaction that answers, with a name that no other has."""
    said = {use.code for use in codes}
    for home, reactions in ((scene.id, scene.reactions), ("", story.reactions)):
        for number, reaction in enumerate(reactions):
            if reaction.on in said and holds(reaction.when, now):
                return f"{home}!{number}", reaction
    return None
