"""In which column a wrongly indented line was meant to start."""

import re
from typing import Final

from simulator.scenario.source import Source

_DASHES: Final = re.compile(r" *(?P<dashes>(?:- +)*)")
_FARTHEST: Final = 500
"""Lines above that are looked at."""


def indentation(source: Source, number: int) -> int:
    """Return the indentation nearest to that of a line which would fit it.

    Fitting are the columns in which the keys above start that are still open; for
    a list item, those of the dashes. The deeper one wins a tie.
    """
    own = source.indent(number)
    item = source.line(number)[own:].startswith("- ")
    fitting = _open_columns(source, number, item) or {0}
    return min(fitting, key=lambda column: (abs(column - own), -column))


def _open_columns(source: Source, number: int, item: bool) -> set[int]:
    """Collect where lines above start, going up and outwards."""
    columns: set[int] = set()
    outermost = 10_000
    for other in range(number - 1, max(0, number - _FARTHEST), -1):
        if source.blank(other) or source.indent(other) > outermost:
            continue
        outermost = source.indent(other)
        columns |= _starts(source.line(other), item)
        if outermost == 0:
            break
    return columns


def _starts(line: str, item: bool) -> set[int]:
    """Return where the dashes of a line stand, or else where its key does."""
    found = _DASHES.match(line)
    if found is None:
        return set()
    if not item:
        return {found.end()}
    begin = found.start("dashes")
    return {begin + at for at, sign in enumerate(found["dashes"]) if sign == "-"}
