"""Everything in a scenario that has effects."""

from collections.abc import Iterator

from scoring.codes import Code
from simulator.scenario.model import Effects, Scenario

Path = tuple[str | int, ...]

Placed = tuple[Path, Effects, frozenset[Code]]
"""Where a move stands in the file, what it does besides, and what it is said with."""


def placed(scenario: Scenario) -> Iterator[Placed]:
    """Yield every move with its place and its codes; a form has none."""
    for scene in scenario.scenes.values():
        path = ("scenes", scene.id)
        for n, reply in enumerate(scene.replies):
            codes = frozenset(use.code for use in reply.does)
            yield (*path, "replies", n), reply.effects, codes
        for n, one in enumerate(scene.reactions):
            yield (*path, "reactions", n), one.effects, frozenset({one.on})
        if scene.form is not None:
            for n, move in enumerate(scene.form.then):
                yield (*path, "then", n), move.effects, frozenset()
    for n, one in enumerate(scenario.reactions):
        yield ("reactions", n), one.effects, frozenset({one.on})
