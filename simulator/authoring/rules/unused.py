"""SCN816: a fact that is learned and then used by nothing."""

from scoring.codes import Code
from simulator.authoring.spots import key_of
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.conditions import TestName
from simulator.scenario.findings import Report
from simulator.scenario.model import ClientFact

LEARNED_FOR_NOTHING = warning(
    "SCN816",
    N_("the fact `{value}` can be learned, but nothing depends on it"),
    N_(
        "Say what it is for: `needed: true`, a `criterion` or `stop` that it proves, a "
        "condition with `knows({value})`, or a reply that cites it; or leave it out."
    ),
)


def check(story: Story, report: Report) -> None:
    """Look for facts that change neither a score nor the talk.

    A fact is used when the decision needs it, when it is evidence of a criterion or a
    stop-criterion, when a condition asks for it, when a reply brings it up or cites it
    (`cite_fact` with its name as a topic), or when a form offers it.
    """
    scenario = story.scenario
    learned = {fact for effects in story.effects() for fact in effects.learn}
    used = _used(story)
    for fact in scenario.client.facts.values():
        if fact.id in learned and fact.id not in used and not _counts(fact):
            place = key_of(story.document, "client", "facts", fact.id)
            report.add(LEARNED_FOR_NOTHING, place, value=fact.id)


def _counts(fact: ClientFact) -> bool:
    """Tell whether a fact counts in the key-client score."""
    return fact.needed or fact.criterion is not None or fact.stop is not None


def _used(story: Story) -> set[str]:
    """Return the facts that the talk itself makes use of."""
    used = {one.about for one in story.questions() if one.name is TestName.KNOWS}
    used |= {fact for effects in story.effects() for fact in effects.tell}
    for scene in story.scenario.scenes.values():
        for reply in scene.replies:
            cited = (use for use in reply.does if use.code is Code.CITE_FACT)
            used |= {topic for use in cited for topic in use.about}
        if scene.form is not None:
            used |= {name for offered in scene.form.offers.values() for name in offered}
    return used
