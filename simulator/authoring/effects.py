"""Everything in a scenario that has effects."""

from collections.abc import Iterator

from simulator.scenario.model import Effects, Scenario


def all_effects(scenario: Scenario) -> Iterator[Effects]:
    """Yield the effects of every move that a scenario has, in the order of the file."""
    for scene in scenario.scenes.values():
        yield from (reply.effects for reply in scene.replies)
        yield from (reaction.effects for reaction in scene.reactions)
        if scene.form is not None:
            yield from (move.effects for move in scene.form.then)
    yield from (reaction.effects for reaction in scenario.reactions)
