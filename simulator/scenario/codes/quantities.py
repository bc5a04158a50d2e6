"""SCN512..526: quantities and formulas of a rulebook."""

from simulator.messages import N_
from simulator.scenario.codes.rule import error, warning

BAD_FORMULA = error(
    "SCN512",
    N_("“{value}” can't stand here in a formula"),
    N_(
        "Write numbers, names of quantities, + - * / with spaces around them, "
        "parentheses, and min, max, percent, part, cv, cagr."
    ),
)
FORMULA_ENDS = error(
    "SCN513",
    N_("the formula ends where something is still to come"),
    N_("Write it to its end, such as `percent(sales, purchases)`."),
)
UNKNOWN_QUANTITY = error(
    "SCN514",
    N_("there is no quantity `{value}`"),
    N_("Did you mean `{nearest}`?"),
    N_("Write the id of a quantity under `quantities:`."),
)
UNITS_DIFFER = error(
    "SCN515",
    N_("`{value}` puts together what is in {left} and what is in {right}"),
    N_(
        "Bring both to one measure; `percent(a, b)` makes per cent of a ratio, "
        "`part(p, a)` takes p per cent of a."
    ),
)
WRONG_MEASURE = error(
    "SCN516",
    N_("the formula comes to {value}, and the quantity is measured in {measure}"),
    N_("Correct the formula, or write `measure: {value}`."),
)
CIRCLE = error(
    "SCN517",
    N_("the quantity `{value}` stands on itself"),
    N_("Work it out from other quantities, or leave its formula out."),
)
STANDS_TWICE = warning(
    "SCN518",
    N_("`{value}` stands twice in the formula, once every quantity is written out"),
    N_("Rewrite it so that it stands once: else intervals come out too wide."),
)
BAD_MEASURE = error(
    "SCN519",
    N_("there is no measure `{value}`"),
    N_("Put one together with * and / from: {known}, 1."),
)
SERIES = error(
    "SCN520",
    N_("`{value}` is a list over time, and a single value is needed here"),
    N_("Use it inside `cv(…)`."),
)
NO_SERIES = error(
    "SCN521",
    N_("`{value}` is a single value, and `cv` needs a list over time"),
    N_("Add `list: true` to the quantity, or use another one."),
)
WRONG_COUNT = error(
    "SCN522",
    N_("`{value}` takes {count} values"),
    N_("Write as many, parted by commas."),
)
DIVIDES_BY_ZERO = error(
    "SCN523",
    N_("the formula divides by zero"),
    N_("Divide by something else."),
)
NOT_COMPARED = error(
    "SCN524",
    N_("a comparison is needed here"),
    N_("Write two formulas with `<`, `<=`, `>` or `>=` between them."),
)
ALL_OFF = error(
    "SCN525",
    N_("no criterion that is switched on has a weight"),
    N_("Leave `off: true` out of at least one criterion with a weight."),
)
BASE_AND_DEFAULT = error(
    "SCN526",
    N_("a quantity with a formula has no `default` and is no list"),
    N_("Keep the formula, or the other."),
)
