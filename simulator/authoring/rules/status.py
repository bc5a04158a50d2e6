"""SCN821: the status that the author expects is the one that the rules give."""

from scoring.keyclient import assess
from scoring.keyscore import known_evidence
from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.engine import begin, talk_of
from simulator.messages import N_
from simulator.scenario.codes.rule import error
from simulator.scenario.findings import Report

WRONG_STATUS = error(
    "SCN821",
    N_("on all facts the rulebook gives `{right}` ({points} points), not `{value}`"),
    N_("Write `status: {right}`, or change the facts."),
)


def check(story: Story, report: Report) -> None:
    """Apply the rulebook to all facts of the client."""
    expected, rulebook = story.scenario.client.status, story.rulebook
    if expected is None or rulebook is None:
        return
    _, events = begin(story.scenario, 1)
    facts = talk_of(story.scenario, events).facts
    evidence, stops = known_evidence(facts, {fact.id for fact in facts}, rulebook)
    assessment = assess(rulebook, evidence, stops)
    if assessment.status != expected:
        report.add(
            WRONG_STATUS,
            spot(story.document, "client", "status"),
            right=assessment.status,
            points=assessment.points,
            value=expected,
        )
