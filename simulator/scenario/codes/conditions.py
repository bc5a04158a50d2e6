"""SCN3xx: conditions."""

from simulator.messages import N_
from simulator.scenario.codes.rule import error

STRANGE_SIGN = error(
    "SCN301",
    N_("“{value}” has no meaning in a condition"),
    N_("Write `{nearest}`."),
    N_("Use names, whole numbers, < <= == != >= >, and, or, not, parentheses."),
)
ENDS_EARLY = error(
    "SCN302",
    N_("the condition ends where something is still to come"),
    N_("Write it to its end, such as `resistance <= 3 and knows(share)`."),
)
UNEXPECTED = error(
    "SCN303",
    N_("“{value}” can't stand here in a condition"),
    N_(
        "Put `and` or `or` between two questions; compare numbers with <= and the like."
    ),
)
UNKNOWN_NAME = error(
    "SCN304",
    N_("there is nothing called `{value}` to ask about"),
    N_("Did you mean `{nearest}`?"),
    N_(
        "Ask about a meter, visits, turns, fruitless, knows(fact), flag(name),"
        " said(code) or chose(reply)."
    ),
)
NUMBER_ALONE = error(
    "SCN305",
    N_("`{value}` is a number, but a yes-or-no question is needed here"),
    N_("Compare it: `{value} > 2`."),
)
NOT_COMPARABLE = error(
    "SCN306",
    N_("`{value}` is a yes-or-no question and can't be compared"),
    N_("Ask it alone, or with `not` before it."),
)
NEEDS_NAME = error(
    "SCN307",
    N_("`{value}` needs one name in parentheses"),
    N_("Write `{nearest}`."),
)
TAKES_NO_NAME = error(
    "SCN308",
    N_("`{value}` takes nothing in parentheses"),
    N_("Write `{value}` alone."),
)
UNCLOSED_PARENTHESIS = error(
    "SCN309",
    N_("the parenthesis that opens here is not closed"),
    N_("Close it with `)`."),
)
CHAINED = error(
    "SCN310",
    N_("two comparisons stand in a row"),
    N_("Join them with `and`: `1 < resistance and resistance < 4`."),
)
TOO_NESTED = error(
    "SCN311",
    N_("the condition is nested deeper than {most} levels"),
    N_("Use a flag for a part of it."),
)
TOO_BIG = error(
    "SCN312",
    N_("the number {value} is too large"),
    N_("Meters go from 0 to 10, and nobody gives a million answers."),
)
