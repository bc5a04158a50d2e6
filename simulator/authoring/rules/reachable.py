"""SCN801, SCN802: what no talk can ever come to."""

from collections.abc import Iterator

from simulator.authoring.spots import key_of
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report
from simulator.scenario.model import Scenario

LOST_SCENE = warning(
    "SCN801",
    N_("nothing leads to the scene `{value}`"),
    N_("Lead a reply there with `to: {value}`, or delete the scene."),
)
LOST_ENDING = warning(
    "SCN802",
    N_("nothing leads to the ending `{value}`"),
    N_("Lead a reply there with `to: {value}`, or delete the ending."),
)


def check(story: Story, report: Report) -> None:
    """Follow every `to:` from the start, as if every condition could hold."""
    scenario, reached = story.scenario, _reached(story.scenario)
    for scene in scenario.scenes:
        if scene not in reached:
            place = key_of(story.document, "scenes", scene)
            report.add(LOST_SCENE, place, value=scene)
    for ending in scenario.endings:
        if ending not in reached:
            place = key_of(story.document, "endings", ending)
            report.add(LOST_ENDING, place, value=ending)


def _reached(scenario: Scenario) -> set[str]:
    reached = {scenario.start}
    waiting = [scenario.start]
    while waiting:
        for target in _targets(scenario, waiting.pop()):
            if target not in reached:
                reached.add(target)
                if target in scenario.scenes:
                    waiting.append(target)
    return reached


def _targets(scenario: Scenario, scene_id: str) -> Iterator[str]:
    """Yield where a scene may lead; patience may end any of them."""
    scene = scenario.scenes[scene_id]
    effects = [reply.effects for reply in scene.replies]
    if scene.form is not None:
        effects += [move.effects for move in scene.form.then]
    else:
        effects += [one.effects for one in (*scene.reactions, *scenario.reactions)]
    yield from (one.to for one in effects if one.to)
    if scenario.patience is not None:
        yield scenario.patience.to
