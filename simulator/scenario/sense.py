"""What can be read in a scenario, but makes no sense."""

from typing import Final

from simulator.scenario.codes import sense as codes
from simulator.scenario.codes.names import UNKNOWN_METER
from simulator.scenario.codes.shape import RESERVED_ID
from simulator.scenario.findings import Report
from simulator.scenario.formsense import check_form
from simulator.scenario.known import Known, child, items, mapping
from simulator.scenario.meetings import check_meeting
from simulator.scenario.nodes import Mapping, Node, Scalar, Sequence
from simulator.scenario.references import listed
from simulator.scenario.spelling import nearest
from simulator.scenario.tokens import CONDITION_WORDS

MOST_SCENES: Final = 20_000


def check_sense(root: Mapping, known: Known, report: Report) -> None:
    """Report what makes no sense."""
    for person in mapping(root, "cast").values():
        _check_meters(child(person, "mood"), report)
    _check_names(child(root, "meters"), known, report)
    for name, fact in mapping(child(root, "client"), "facts").items():
        if child(fact, "level") and not child(fact, "criterion"):
            report.add(codes.LEVEL_WITHOUT_CRITERION, child(fact, "level"), value=name)
    check_meeting(child(root, "meeting"), known, report)
    scenes = child(root, "scenes")
    if isinstance(scenes, Mapping):
        _check_scenes(scenes, known, report)


def _check_scenes(scenes: Mapping, known: Known, report: Report) -> None:
    if len(scenes.keys) > MOST_SCENES:
        report.add(codes.TOO_MANY_SCENES, scenes, most=MOST_SCENES)
    for ending, key in known.endings.items():
        scene = scenes.keys.get(ending)
        if scene is not None:
            first = {"value": ending, "line": scene.line}
            report.add(codes.SCENE_AND_ENDING, key, **first)
    for name, key in scenes.keys.items():
        _check_scene(name, key, scenes.values[name], known, report)


def _check_meters(mood: Node | None, report: Report) -> None:
    """Refuse meters that a condition would take for something else."""
    for meter, key in mood.keys.items() if isinstance(mood, Mapping) else ():
        if meter in CONDITION_WORDS:
            better = f"{meter}-1"
            report.add(RESERVED_ID, key, value=meter, nearest=better)


def _check_names(meters: Node | None, known: Known, report: Report) -> None:
    """Refuse a name for a meter that nobody has."""
    for meter, key in meters.keys.items() if isinstance(meters, Mapping) else ():
        if meter not in known.owners:
            told = {"nearest": nearest(meter, known.owners)}
            told["known"] = listed(known.owners)
            report.add(UNKNOWN_METER, key, value=meter, **told)


def _check_scene(
    name: str, key: Scalar, scene: Node, known: Known, report: Report
) -> None:
    if not isinstance(scene, Mapping):
        return
    check_form(scene, known, report)
    if "form" in scene.values:
        return
    replies = items(scene, "replies")
    if not replies:
        given = scene.values.get("replies")
        if given is None or isinstance(given, Sequence):
            report.add(codes.NO_REPLIES, key, value=name)
        return
    if all(map(_may_be_absent, replies)):
        report.add(codes.MAY_FALL_SILENT, key, value=name)
    first = known.replies[name]
    if len(first) < len(replies):
        _report_duplicates(replies, first, report)


def _may_be_absent(reply: Node) -> bool:
    if not isinstance(reply, Mapping):
        return False
    once = reply.values.get("once")
    return "if" in reply.values or (isinstance(once, Scalar) and once.value == "true")


def _report_duplicates(
    replies: list[Node], first: dict[str, Scalar], report: Report
) -> None:
    for reply in replies:
        name = child(reply, "id")
        if isinstance(name, Scalar) and first[name.value] is not name:
            line = first[name.value].line
            report.add(codes.DUPLICATE_REPLY, name, value=name.value, line=line)
