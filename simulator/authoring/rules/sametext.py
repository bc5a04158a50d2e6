"""SCN874: two replies of a scene have the same words."""

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.authoring.texts import apart, bare
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report
from simulator.scenario.model import Reply

SAME_TEXT = warning(
    "SCN874",
    N_("`{value}` and `{other}` say the same and can be on offer together"),
    N_("Say one of them otherwise, or give them conditions that exclude each other."),
)


def check(story: Story, report: Report) -> None:
    """Compare the texts of the replies of each scene; only words count."""
    for scene in story.scenario.scenes.values():
        texts: dict[str, list[Reply]] = {}
        for number, reply in enumerate(scene.replies):
            same = texts.setdefault(bare(reply.text), [])
            for other in same:
                if bare(reply.text) and not apart(reply, other):
                    path = ("scenes", scene.id, "replies", number, "text")
                    place = spot(story.document, *path)
                    report.add(SAME_TEXT, place, value=reply.id, other=other.id)
                    break
            same.append(reply)
