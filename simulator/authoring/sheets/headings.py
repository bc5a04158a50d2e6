"""Which row of a sheet has the headings, and which column is which."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from msgspec import Struct

from simulator.authoring.sheets.columns import COLUMNS, Kind

_HEADING_ROWS: Final = 10
"""The headings stand in one of the first rows."""
_WIDEST: Final = 200


class Heads(Struct, frozen=True):
    """Where the headings of a sheet stand, and what each is."""

    row: int
    columns: Mapping[int, str]
    """Number of a column → its key."""
    others: Mapping[int, str]
    """Number of a column → a heading that is none of ours."""
    twice: Sequence[int]


def find_headings(
    sheet: Any, kind: Kind, languages: Sequence[Callable[[str], str]]
) -> Heads:
    """Find the row of headings: of the first rows, the one with most of them."""
    keys = {
        folded(words): column.key
        for column in COLUMNS[kind]
        for words in (column.key, *(say(column.heading) for say in languages))
    }
    best = Heads(0, {}, {}, ())
    last = min(sheet.max_row, _HEADING_ROWS)
    for number, row in enumerate(sheet.iter_rows(1, last, 1, _widest(sheet)), 1):
        heads = _heads_of(number, row, keys)
        if len(heads.columns) > len(best.columns):
            best = heads
    return best


def _heads_of(number: int, row: Sequence[Any], keys: Mapping[str, str]) -> Heads:
    columns: dict[int, str] = {}
    others: dict[int, str] = {}
    twice: list[int] = []
    for at, cell in enumerate(row, 1):
        words = cell.value if isinstance(cell.value, str) else ""
        key = keys.get(folded(words))
        if key in columns.values():
            twice.append(at)
        elif key:
            columns[at] = key
        elif words.strip():
            others[at] = words.strip()
    return Heads(number, columns, others, twice)


def _widest(sheet: Any) -> int:
    widest: int = sheet.max_column
    return min(widest, _WIDEST)


def folded(words: str) -> str:
    """Return words without what does not matter in a heading."""
    return " ".join(words.split()).casefold()
