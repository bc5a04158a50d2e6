"""Scenarios that show at a glance that no talk gets stuck in them."""

from collections import defaultdict

from simulator.scenario.model import STAY, Reply, Scenario, Scene


def is_safe(story: Scenario) -> bool:
    """Tell whether unconditional replies alone lead from every scene to an ending.

    Then nobody can get stuck, whatever was said before, and the states need not be
    gone through for that. The contrary proves nothing.
    """
    asking: dict[str, list[str]] = defaultdict(list)
    needed: dict[str, int] = {}
    for scene in story.scenes.values():
        targets = _targets(scene)
        needed[scene.id] = len(targets) if scene.form else 1
        for target in targets:
            asking[target].append(scene.id)
    safe, waiting = set(story.endings), list(story.endings)
    while waiting:
        for scene_id in asking[waiting.pop()]:
            needed[scene_id] -= 1
            if needed[scene_id] <= 0 and scene_id not in safe:
                safe.add(scene_id)
                waiting.append(scene_id)
    return safe.issuperset(story.scenes)


def _targets(scene: Scene) -> set[str]:
    """Return where a scene surely leads: by any of these replies, or by a form."""
    if scene.form is not None:
        return {move.effects.to or STAY for move in scene.form.then}
    return {r.effects.to for r in scene.replies if r.effects.to and _always(r)} - {STAY}


def _always(reply: Reply) -> bool:
    return reply.when is None and not reply.once
