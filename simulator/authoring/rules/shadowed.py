"""SCN810: a reaction, or a move of a form, that an earlier one always forestalls."""

from collections.abc import Sequence

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.conditions import Condition
from simulator.scenario.findings import Report
from simulator.scenario.model import Reaction
from simulator.scenario.possible import implies, possible

SHADOWED = warning(
    "SCN810",
    N_("this is never made: the one at line {line} is for the same and comes first"),
    N_(
        "Give the earlier one an `if`, make one of the two, or put the special "
        "case first."
    ),
)


def check(story: Story, report: Report) -> None:
    """Look at each list of which only the first that fits is made."""
    scenario = story.scenario
    _check(_reactions(scenario.reactions), ("reactions",), story, report)
    for scene in scenario.scenes.values():
        path = ("scenes", scene.id)
        _check(_reactions(scene.reactions), (*path, "reactions"), story, report)
        if scene.form is not None:
            moves = [("", move.when) for move in scene.form.then]
            if spot(story.document, *path, "to") is not spot(story.document, *path):
                moves.pop()  # the plain `to:` of the scene, which is no item
            _check(moves, (*path, "then"), story, report)


Move = tuple[str, Condition | None]
"""What it is for, and when."""


def _reactions(reactions: Sequence[Reaction]) -> Sequence[Move]:
    return [(one.on, one.when) for one in reactions]


def _check(
    moves: Sequence[Move], path: tuple[str, ...], story: Story, report: Report
) -> None:
    for number, (on, when) in enumerate(moves):
        if when is not None and not possible(when):
            continue  # it is told that this never holds
        earlier = next(
            (n for n, one in enumerate(moves[:number]) if _forestalls(one, (on, when))),
            None,
        )
        if earlier is None:
            continue
        line = spot(story.document, *path, earlier)
        report.add(
            SHADOWED,
            spot(story.document, *path, number),
            line=line.line if line else "-",
        )


def _forestalls(earlier: Move, later: Move) -> bool:
    """Tell whether one fits wherever the other does."""
    return earlier[0] == later[0] and implies(later[1], earlier[1])
