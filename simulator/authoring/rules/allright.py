"""SCN859: everything that a form offers belongs there."""

from scoring.forms.model import DecisionWanted, HandoverWanted, Wanted
from simulator.authoring.spots import key_of
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

ALL_RIGHT = warning(
    "SCN859",
    N_("everything under `{part}` belongs on the form, so ticking all of it is right"),
    N_("Offer something that sounds good and does not belong there."),
)


def check(story: Story, report: Report) -> None:
    """Compare what forms offer to tick with what is expected there."""
    for scene in story.scenario.scenes.values():
        if scene.form is None:
            continue
        for part, right in _wanted(scene.form.wanted):
            offered = scene.form.offers.get(part, {})
            if len(offered) > 1 and right >= offered.keys():
                path = ("scenes", scene.id, "offers", part)
                report.add(ALL_RIGHT, key_of(story.document, *path), part=part)


def _wanted(wanted: Wanted) -> list[tuple[str, frozenset[str]]]:
    match wanted:
        case DecisionWanted():
            ticked = {"reasons": wanted.reasons, "objections": wanted.objections}
        case HandoverWanted():
            ticked = {"terms": wanted.terms}
        case _:
            ticked = dict[str, frozenset[str]]()
    return list(ticked.items())
