"""SCN813: a criterion that the rulebook does not have."""

from collections.abc import Iterator

from scoring.codes import TAKES_CRITERIA
from simulator.authoring.spots import reply_spot, spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import error
from simulator.scenario.findings import Place, Report
from simulator.scenario.model import Reply
from simulator.scenario.spelling import nearest

NO_CRITERION = error(
    "SCN813",
    N_("the rulebook has no criterion `{value}`"),
    N_("Did you mean `{nearest}`? It has: {known}."),
    N_("It has: {known}."),
)


def check(story: Story, report: Report) -> None:
    """Look up the criteria that facts prove and replies apply."""
    if story.rulebook is None:
        return
    known = [one.id for one in story.rulebook.criteria]
    for name, place in _named(story):
        if name not in known:
            near, told = nearest(name, known), ", ".join(known) or "-"
            report.add(NO_CRITERION, place, value=name, nearest=near, known=told)


def _named(story: Story) -> Iterator[tuple[str, Place | None]]:
    for fact in story.scenario.client.facts.values():
        if fact.criterion is not None:
            path = ("client", "facts", fact.id, "criterion")
            yield fact.criterion, spot(story.document, *path)
    for scene, reply in story.replies():
        for name in sorted(_applied(reply)):
            yield name, spot(reply_spot(story.document, scene.id, reply.id), "does")


def _applied(reply: Reply) -> set[str]:
    return {
        name for use in reply.does if use.code in TAKES_CRITERIA for name in use.about
    }
