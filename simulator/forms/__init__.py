"""Forms while they are filled in: what stands on them, how they are changed, judged.

    page = sheet(state, rulebook, language)
    values = toggled(page, values, row)
    answer = handed_in(state, rulebook, values)

Pure. The rules of judging are `scoring.forms`; here a form is made from a state.
"""

from simulator.forms.expected import as_expected
from simulator.forms.filling import (
    LONGEST_WORDS,
    arranged,
    dated,
    empty,
    empty_parts,
    fitting,
    is_day,
    is_set,
    moved,
    toggled,
    turned,
    typed,
    with_words,
)
from simulator.forms.judging import (
    NEEDED,
    handed_in,
    in_hand,
    missing,
    running_total,
)
from simulator.forms.sheet import Choice, Item, Row, Sheet, SheetPart, Way, sheet
from simulator.scenario.formschema import MOST_DAYS

__all__ = [
    "LONGEST_WORDS",
    "MOST_DAYS",
    "NEEDED",
    "Choice",
    "Item",
    "Row",
    "Sheet",
    "SheetPart",
    "Way",
    "arranged",
    "as_expected",
    "dated",
    "empty",
    "empty_parts",
    "fitting",
    "handed_in",
    "in_hand",
    "is_day",
    "is_set",
    "missing",
    "moved",
    "running_total",
    "sheet",
    "toggled",
    "turned",
    "typed",
    "with_words",
]
