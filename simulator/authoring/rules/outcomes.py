"""SCN806, SCN807: conditions that can come out one way only."""

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

ALWAYS = warning(
    "SCN806",
    N_("the condition `{value}` always holds here"),
    N_("Leave the `if` out, or ask about something that can be otherwise here."),
)
NEVER = warning(
    "SCN807",
    N_("the condition `{value}` never holds here"),
    N_("Ask about something that can be so here, or delete what it stands at."),
)


def check(story: Story, report: Report) -> None:
    """Report them but for replies that are never on offer: those are SCN803."""
    course = story.course()
    never = (one for one in course.never if not one.reply)
    for rule, guards in ((ALWAYS, course.always), (NEVER, never)):
        for guard in guards:
            place = spot(story.document, *guard.path)
            report.add(rule, place, value=story.written(*guard.path))
