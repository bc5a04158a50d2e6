"""SCN531..539: the facts of a company's own client."""

from simulator.messages import N_
from simulator.scenario.codes.rule import error

UNKNOWN_FACT = error(
    "SCN531",
    N_("the rulebook has neither a quantity nor a criterion `{value}`"),
    N_("Did you mean `{nearest}`?"),
    N_("It has: {known}."),
)
TOO_LOW = error(
    "SCN532",
    N_("`{value}` is {given}, and cannot be below {least}"),
    N_("Correct the figure, or write `no-data`."),
)
TOO_HIGH = error(
    "SCN533",
    N_("`{value}` is {given}, and cannot be above {most}"),
    N_("Correct the figure, or write `no-data`."),
)
NEEDS_LEVEL = error(
    "SCN534",
    N_("the criterion `{value}` is judged and not measured"),
    N_("Give a level: `{value}: {{level: 3}}`."),
)
NOT_JUDGED = error(
    "SCN535",
    N_("`{value}` is a quantity, and has no level"),
    N_("Give its value, or the level of its criterion."),
)
NEEDS_SERIES = error(
    "SCN536",
    N_("`{value}` is a list over time, and needs two values or more"),
    N_("Write them in brackets: `[900000, 1100000, …]`."),
)
NEEDS_VALUE = error(
    "SCN537",
    N_("`{value}` needs one value, or a lower and a higher one"),
    N_("Write `{value}: 5`, `{value}: [4, 6]` or `{value}: no-data`."),
)
UNKNOWN_STOP = error(
    "SCN538",
    N_("the rulebook has no stop-criterion `{value}`"),
    N_("Did you mean `{nearest}`?"),
    N_("It has: {known}."),
)
BAD_DATE = error(
    "SCN539",
    N_("“{value}” is no date"),
    N_("Write year, month and day: `2026-03-01`."),
)
