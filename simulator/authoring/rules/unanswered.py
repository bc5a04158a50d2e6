"""SCN830: a reply without a target that nobody answers."""

from collections.abc import Iterator
from itertools import chain

from simulator.authoring.spots import reply_spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report
from simulator.scenario.model import STAY, Effects, Reply, Scene

UNANSWERED = warning(
    "SCN830",
    N_("after the reply `{value}` nobody says a word, and the talk stays here"),
    N_(
        "Lead on with `to:`, or let somebody answer under `say:`; `to: stay` tells "
        "that silence is meant."
    ),
)


def check(story: Story, report: Report) -> None:
    """Look for replies after which the same choice stands on the screen again.

    One that makes a fact known, or that somebody may react to, is answered; and
    `to: stay` says that silence is meant.
    """
    for scene, reply in story.replies():
        if reply.effects.to is not None:
            continue
        moves = (reply.effects, *_reactions(story, scene, reply))
        if not any(map(_is_felt, moves)):
            place = reply_spot(story.document, scene.id, reply.id)
            report.add(UNANSWERED, place, value=reply.id)


def _reactions(story: Story, scene: Scene, reply: Reply) -> Iterator[Effects]:
    """Yield what a reply without a target may set off; see `engine.moves`."""
    codes = {use.code for use in reply.does}
    for reaction in chain(scene.reactions, story.scenario.reactions):
        if reaction.on in codes:
            yield reaction.effects


def _is_felt(effects: Effects) -> bool:
    leads = effects.to not in (None, STAY)
    return leads or bool(effects.say or effects.learn or effects.tell)
