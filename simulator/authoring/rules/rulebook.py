"""SCN811..814: names of the rubric, the rulebook and what is in it."""

from scoring.codes import TAKES_CRITERIA
from simulator.authoring.spots import reply_spot, spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import error
from simulator.scenario.findings import Report
from simulator.scenario.spelling import nearest

NO_RUBRIC = error(
    "SCN811",
    N_("there is no rubric `{value}`, neither in the pack nor shipped"),
    N_("Put it into the pack's rubrics/, or leave `rubric:` out."),
)
NO_RULEBOOK = error(
    "SCN812",
    N_("there is no rulebook `{value}`, neither in the pack nor shipped"),
    N_("Put it into the pack's rulebooks/, or leave `rulebook:` out."),
)
NO_CRITERION = error(
    "SCN813",
    N_("the rulebook has no criterion `{value}`"),
    N_("Did you mean `{nearest}`? It has: {known}."),
    N_("It has: {known}."),
)
NO_STOP = error(
    "SCN814",
    N_("the rulebook has no stop-criterion `{value}`"),
    N_("Did you mean `{nearest}`? It has: {known}."),
    N_("It has: {known}."),
)


def check(story: Story, report: Report) -> None:
    """Look up every name that a scenario takes from rubric and rulebook."""
    scenario = story.scenario
    if "rubrics" in story.absent:
        place = spot(story.document, "rubric")
        report.add(NO_RUBRIC, place, value=scenario.rubric)
    if "rulebooks" in story.absent:
        place = spot(story.document, "rulebook")
        report.add(NO_RULEBOOK, place, value=scenario.rulebook)
    if story.rulebook is None:
        return
    criteria = [one.id for one in story.rulebook.criteria]
    _check_facts(story, criteria, [one.id for one in story.rulebook.stops], report)
    _check_replies(story, criteria, report)


def _check_facts(
    story: Story, criteria: list[str], stops: list[str], report: Report
) -> None:
    for fact in story.scenario.client.facts.values():
        path = ("client", "facts", fact.id)
        named = (
            (NO_CRITERION, "criterion", fact.criterion, criteria),
            (NO_STOP, "stop", fact.stop, stops),
        )
        for rule, key, value, known in named:
            if value is not None and value not in known:
                report.add(
                    rule,
                    spot(story.document, *path, key),
                    value=value,
                    nearest=nearest(value, known),
                    known=", ".join(known) or "-",
                )


def _check_replies(story: Story, criteria: list[str], report: Report) -> None:
    for scene, reply in story.replies():
        unknown = {
            name
            for use in reply.does
            if use.code in TAKES_CRITERIA
            for name in use.about
            if name not in criteria
        }
        for name in sorted(unknown):
            place = spot(reply_spot(story.document, scene.id, reply.id), "does")
            report.add(
                NO_CRITERION,
                place,
                value=name,
                nearest=nearest(name, criteria),
                known=", ".join(criteria),
            )
