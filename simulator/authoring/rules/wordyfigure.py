"""SCN909: a figure that is taken for words, because of its unit or its dash."""

from simulator.authoring.figures import figure, is_figure
from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report
from simulator.scenario.nodes import PLAIN, Scalar

WORDY_FIGURE = warning(
    "SCN909",
    N_("`is: {value}` is taken for words, and no rule can count with words"),
    N_("Write `{nearest}`; what is meant as words should have more of them."),
    N_(
        "Write a number of at most 18 digits, in a larger unit if need be; put it in"
        " quotes if it is meant as words."
    ),
)


def check(story: Story, report: Report) -> None:
    """Look for facts whose words are a number with a unit, or a range.

    A number in quotes is meant as words, with a unit, too; a range is hardly ever.
    Where a level stands beside it, nothing is to be counted with the figure.
    """
    for fact in story.scenario.client.facts.values():
        place = spot(story.document, "client", "facts", fact.id, "is")
        if not isinstance(fact.value, str) or not isinstance(place, Scalar):
            continue
        if fact.level is not None:
            continue
        words = fact.value.strip()
        if is_figure(words, quoted=place.style != PLAIN):
            nearest = figure(words, fact.unit)
            report.add(WORDY_FIGURE, place, value=fact.value, nearest=nearest)
