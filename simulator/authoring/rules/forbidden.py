"""SCN823: a decision is expected that the rulebook never allows."""

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.authoring.verdict import possible
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report
from simulator.scenario.nodes import Scalar, Sequence

NEVER_RIGHT = warning(
    "SCN823",
    N_(
        "the option `{value}` is expected, but the rulebook never allows it; it "
        "allows: {known}"
    ),
    N_("Take it out of `expect: options:`, or change the facts."),
)


def check(story: Story, report: Report) -> None:
    """Hold the options that a form expects against what the rules allow."""
    fitting = possible(story) or frozenset[str]()
    for scene in story.scenario.scenes.values():
        if not fitting or scene.form is None:
            continue
        path = ("scenes", scene.id, "expect", "options")
        node = spot(story.document, *path)
        places = node.items if isinstance(node, Sequence) else [node]
        for place in places:
            if isinstance(place, Scalar) and place.value not in fitting:
                known = ", ".join(sorted(fitting))
                report.add(NEVER_RIGHT, place, value=place.value, known=known)
