"""SCN875: a wording belongs to two replies."""

from collections.abc import Mapping, Sequence

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.authoring.texts import apart, bare
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report
from simulator.scenario.model import Reply, Scene

LIKE_ANOTHER = warning(
    "SCN875",
    N_(
        "this wording of `{value}` belongs to `{other}` as well, so own words "
        "could mean either"
    ),
    N_("Leave it at the one that it fits better."),
)


def check(story: Story, report: Report) -> None:
    """Hold each wording under `like` against all wordings of the other replies."""
    for scene in story.scenario.scenes.values():
        owners: dict[str, list[Reply]] = {}
        for reply in scene.replies:
            for words in {bare(text) for text in (reply.text, *reply.like)}:
                owners.setdefault(words, []).append(reply)
        shared = {words: found for words, found in owners.items() if len(found) > 1}
        if shared:
            _check(scene, shared, story, report)


def _check(
    scene: Scene, shared: Mapping[str, Sequence[Reply]], story: Story, report: Report
) -> None:
    for number, reply in enumerate(scene.replies):
        for k, text in enumerate(reply.like):
            for other in shared.get(bare(text), ()):
                if other is not reply and not apart(reply, other):
                    path = ("scenes", scene.id, "replies", number, "like", k)
                    place = spot(story.document, *path)
                    report.add(LIKE_ANOTHER, place, value=reply.id, other=other.id)
                    break
