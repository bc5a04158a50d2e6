"""SCN831, SCN832: translations of a scenario have the same structure.

Whoever plays in another language must meet the same moments, the same replies
and the same consequences, or scores could not be compared. Only words differ.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from simulator.authoring.spots import reply_spot, spot
from simulator.authoring.story import Story
from simulator.authoring.structure import of_replies, of_scenarios
from simulator.messages import N_
from simulator.scenario.codes.rule import error
from simulator.scenario.findings import Report
from simulator.scenario.nodes import Node

MISSING_HERE = error(
    "SCN831",
    N_("`{value}` is in {other}, but not here"),
    N_("Add it here, or delete it there: translations have the same ids."),
)
DIFFERS = error(
    "SCN832",
    N_("`{value}` is not the same as in {other}"),
    N_("Make both the same; only the words may differ."),
)


def check(story: Story, report: Report) -> None:
    """Hold a scenario against each of its translations."""
    for sibling in story.siblings:
        _check_names(story, sibling, report)
        _check_replies(story, sibling, report)
        for path, here, there in of_scenarios(story.scenario, sibling.scenario):
            if here != there:
                place = spot(story.document, *path, *_first_unlike(here, there))
                differs(place, path, sibling, report)


def _check_names(story: Story, sibling: Story, report: Report) -> None:
    ours, theirs = story.scenario, sibling.scenario
    kinds: tuple[tuple[str, Mapping[str, object], Mapping[str, object]], ...] = (
        ("scenes", ours.scenes, theirs.scenes),
        ("endings", ours.endings, theirs.endings),
        ("cast", ours.cast, theirs.cast),
        ("meters", ours.meters, theirs.meters),
        ("client.facts", ours.client.facts, theirs.client.facts),
    )
    for key, here, there in kinds:
        place = spot(story.document, *key.split("."))
        for name in there:
            if name not in here:
                _missing(place, (*key.split("."), name), sibling, report)


def _check_replies(story: Story, sibling: Story, report: Report) -> None:
    for scene, theirs in sibling.replies():
        found = story.scenario.scenes.get(scene.id)
        if found is None:
            continue
        place = reply_spot(story.document, scene.id, theirs.id)
        path = ("scenes", scene.id, theirs.id)
        ours = next((one for one in found.replies if one.id == theirs.id), None)
        if ours is None:
            _missing(place, path, sibling, report)
            continue
        for key, one, other in of_replies(ours, theirs):
            if one != other:
                at = spot(place, *key, *_first_unlike(one, other))
                differs(at, (*path, *key), sibling, report)


def _missing(
    place: Node | None, path: tuple[str, ...], sibling: Story, report: Report
) -> None:
    other = Path(sibling.file).name
    report.add(MISSING_HERE, place, value=sibling.named(path), other=other)


def differs(
    place: Node | None, path: tuple[str, ...], sibling: Story, report: Report
) -> None:
    """Report what is not the same in a sibling."""
    other = Path(sibling.file).name
    report.add(DIFFERS, place, value=sibling.named(path), other=other)


def _first_unlike(here: object, there: object) -> Iterator[int]:
    """Yield which item of two lists is the first that is not the same."""
    if isinstance(here, list) and isinstance(there, list):
        pairs = enumerate(zip(here, there, strict=False))
        shorter = min(len(here), len(there))
        yield next((at for at, (one, other) in pairs if one != other), shorter)
