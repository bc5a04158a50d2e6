"""SCN837: a talk goes on from itself."""

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import error
from simulator.scenario.findings import Report

GOES_ON_FROM_ITSELF = error(
    "SCN837",
    N_("the scenario goes on from itself: {known}"),
    N_("Name the talk that comes before this one, or leave `continues:` out."),
)


def check(story: Story, report: Report) -> None:
    """Follow `continues:` back to where it begins."""
    way = [story.scenario.id]
    before = story.scenario.continues.scenario if story.scenario.continues else None
    while before is not None and before not in way:
        way.append(before)
        before = story.shelf.continued.get(before)
    if before == story.scenario.id:
        place = spot(story.document, "continues", "scenario")
        report.add(GOES_ON_FROM_ITSELF, place, known=" ← ".join([*way, before]))
