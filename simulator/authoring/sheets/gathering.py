"""Problems of a workbook from several looks at it → one list, in its order."""

import re
from typing import Final

from simulator.authoring.sheets.given import Workbook
from simulator.authoring.sheets.problems import Problem

_PLACE: Final = re.compile("([A-Z]+)([0-9]+)")


def together(read: list[Problem], others: list[Problem]) -> list[Problem]:
    """Join problems; a cell that could not be read has no other."""
    told = [(one.sheet, one.cell) for one in read if one.cell]
    more = [
        one
        for one in others
        if not any(s == one.sheet and _covers(cells, one.cell) for s, cells in told)
    ]
    return [*read, *more]


def in_order(problems: list[Problem], book: Workbook) -> list[Problem]:
    """Put problems into the order of the sheets, and of the rows and columns there.

    What is about the whole workbook, or about a sheet that is none of ours, is last.
    """
    names = dict.fromkeys(given.sheet for rows in book.rows.values() for given in rows)
    sheets = {name: number for number, name in enumerate(names)}

    def place(one: Problem) -> tuple[int, int, int, str]:
        found = _PLACE.match(one.cell)
        number = sheets.get(one.sheet, len(sheets))
        if found is None:
            return number, 0, 0, ""
        return number, int(found[2]), len(found[1]), found[1]

    return sorted(problems, key=place)


def _covers(cells: str, cell: str) -> bool:
    """Tell whether a cell is one of a range as `D14:E16`, or the cell itself."""
    first, _, last = cells.partition(":")
    places = [_PLACE.fullmatch(one) for one in (first, cell, last or first)]
    if not all(places):
        return False
    (left, top), (column, row), (right, bottom) = (
        ((len(found[1]), found[1]), int(found[2])) for found in places if found
    )
    return left <= column <= right and top <= row <= bottom
