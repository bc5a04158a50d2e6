"""What the rules of a company let one decide of the client of a scenario."""

from collections.abc import Iterable

from scoring.keyclient import assess
from scoring.keyscore import allowed, known_evidence
from scoring.talk import Fact
from simulator.authoring.story import Story
from simulator.engine import begin, talk_of


def decisions(story: Story) -> frozenset[str]:
    """Return the outcomes that the rulebook knows; none where there is no rulebook."""
    if story.rulebook is None:
        return frozenset()
    return frozenset().union(*story.rulebook.decisions.values())


def possible(story: Story) -> frozenset[str] | None:
    """Return the outcomes that the rules allow at some moment of the talk.

    The more is known, the narrower the points: until the status is settled it is
    open, and then it stays. So it is enough to look at what is known at first, at
    what is known at last, and at each stop-criterion that may have come up.

    Returns:
        None where nothing of the client bears on the rules, or there are none.
    """
    rulebook = story.rulebook
    if rulebook is None:
        return None
    _, events = begin(story.scenario, 1)
    facts = talk_of(story.scenario, events).facts
    if not any(fact.criterion or fact.stop for fact in facts):
        return None
    found: set[str] = set()
    for known in _moments(facts):
        evidence, stops = known_evidence(facts, known, rulebook)
        found |= allowed(rulebook, assess(rulebook, evidence, stops))
    return frozenset(found)


def _moments(facts: Iterable[Fact]) -> list[set[str]]:
    every = {fact.id for fact in facts}
    stopping = {fact.id for fact in facts if fact.stop is not None}
    return [set(), every, every - stopping, *({one} for one in sorted(stopping))]
