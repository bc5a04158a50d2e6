"""Two talks side by side: a page to read, to send and to print."""

from simulator.engine import Mode
from simulator.reach.onward import Onward
from simulator.reports.comparison import Comparison
from simulator.reports.comparisontext import Teller
from simulator.reports.html.drawing import drawn, texts
from simulator.reports.trust import MEASURED, kappas


def comparison_page(now: Comparison, found: Onward, language: str, program: str) -> str:
    """Return a comparison as a page of HTML.

    Args:
        now: The two talks.
        found: What could be reached from where they part.
        language: Of the page's own words; what was said stays in the talks'.
        program: The version of this program.
    """
    teller = Teller(texts(language), language)
    first, *beginning = teller.beginning(now)
    return drawn(
        "comparison",
        language,
        {
            "now": now,
            "sides": list(teller.sides(now)),
            "same": first,
            "beginning": beginning,
            "parting": list(teller.parting(now)),
            "turns": list(teller.turns(now)),
            "outcomes": list(teller.outcomes(now)),
            "scores": list(teller.scores(now)),
            "levels": list(teller.levels(now)),
            "chance": list(teller.chance(now)),
            "reachable": list(teller.reachable(now, found)),
            "own_words": any(
                one.mode is not Mode.CHOOSE for one in (now.first, now.second)
            ),
            "trust": MEASURED,
            "kappa": kappas(language),
            "program": program,
        },
    )
