"""SCN827: a step of a plan that is due after the plan was looked at last."""

from scoring.forms.model import HandoverWanted
from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

AFTER_THE_LAST = warning(
    "SCN827",
    N_(
        "the step `{value}` may take {by} days, but the plan is looked at last on "
        "day {last}"
    ),
    N_("Write fewer days after `by:`, or expect a later check."),
)


def check(story: Story, report: Report) -> None:
    """Hold the days of each step against the last check of its plan."""
    for scene in story.scenario.scenes.values():
        wanted = scene.form.wanted if scene.form else None
        if not isinstance(wanted, HandoverWanted) or not wanted.checks:
            continue
        last = max(int(name.rpartition("-")[2]) for name in wanted.checks)
        for name, step in wanted.steps.items():
            if step.by is not None and step.by > last:
                path = ("scenes", scene.id, "expect", "steps", name, "by")
                place = spot(story.document, *path)
                report.add(AFTER_THE_LAST, place, value=name, by=step.by, last=last)
