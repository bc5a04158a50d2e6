"""A scenario's rows → a workbook that a trainer can edit.

The text that was exported goes along in a hidden sheet: what comes back is held
against it. No cell can become a formula, and cells are formatted as text, so that a
spreadsheet makes neither a date of `1-2` nor a number of `5`.
"""

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from simulator.authoring.sheets.cells import Form
from simulator.authoring.sheets.columns import COLUMNS, PATH, TITLES, Column, Kind
from simulator.authoring.sheets.comments import comments
from simulator.authoring.sheets.hidden import (
    FIRST_CHOICE,
    HIDDEN,
    Source,
    choices_of,
    hide,
    letters_of,
)
from simulator.authoring.sheets.page import Page
from simulator.authoring.sheets.rows import IF, Row, Tables
from simulator.authoring.sheets.tree import Node, Path
from simulator.messages import N_
from simulator.plaintext import plain

_SPARE: Final = 200
"""Empty rows below the last that are formatted, too."""
_DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r", "'")
_NO_TIME: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""When workbooks say that they were made, so that equal ones are equal bytes."""
_LONGEST_NOTE: Final = 2_000
_TIPS: Final = {
    Form.LINES: N_("Several: one a line (Alt+Enter begins a line)."),
    Form.LIST: N_("Several: parted by commas."),
    Form.PAIRS: N_("As in `resistance: -1, trust: 1`."),
    Form.YES_NO: N_("`true`, or `false` or nothing."),
    Form.VALUE: N_("A number, `[low, high]`, or words."),
}
_GREY: Final = N_("Grey cells are not read back.")
_NEW: Final = N_("A new row: leave this cell empty.")


def workbook(
    source: Source,
    tables: Tables,
    root: Node,
    gettext: Callable[[str], str],
) -> bytes:
    """Return a workbook as bytes; the same for the same scenario.

    Args:
        source: The text, which goes along.
        tables: The rows of each sheet.
        root: The text as a tree: for its comments, and for what cells can choose.
        gettext: The language of headings and hints.
    """
    from xlsxwriter import Workbook

    data = io.BytesIO()
    book = Workbook(data, {"in_memory": True})
    notes = _Notes(comments(Page(source.text), root))
    choices = choices_of(tables, root)
    formats = _Formats(book)
    for kind, rows in tables.items():
        sheet = book.add_worksheet(gettext(TITLES[kind]))
        _Sheet(sheet, kind, formats, gettext).write(rows, notes, choices)
    hide(book.add_worksheet(HIDDEN), source, choices)
    book.set_properties({"title": source.scenario, "created": _NO_TIME})
    book.close()
    return data.getvalue()


class _Formats:
    """How cells look."""

    def __init__(self, book: Any) -> None:
        usual = {"text_wrap": True, "valign": "top", "num_format": "@"}
        grey = {**usual, "bg_color": "#E7E6E6", "font_color": "#595959"}
        self.head = book.add_format({**usual, "bold": True, "bottom": 1})
        self.usual = book.add_format(usual)
        self.grey = book.add_format(grey)
        self.quoted = book.add_format({**usual, "quote_prefix": True})
        self.quoted_grey = book.add_format({**grey, "quote_prefix": True})

    def of(self, words: str, *, grey: bool) -> Any:
        """Return the format of a cell: what could be a formula is marked as words."""
        if words.startswith(_DANGEROUS):
            return self.quoted_grey if grey else self.quoted
        return self.grey if grey else self.usual


class _Notes:
    """Comments, each handed out once: at the nearest cell."""

    def __init__(self, found: Mapping[Path, list[str]]) -> None:
        self._found = found

    def by_cell(
        self, kind: Kind, rows: Sequence[Row]
    ) -> dict[tuple[int, str], list[str]]:
        """Return the comments of a sheet by the number of the row, and the column."""
        places = {row.place: number for number, row in enumerate(rows)}
        keys = {column.key for column in COLUMNS[kind]}
        notes: dict[tuple[int, str], list[str]] = {}
        for place, words in self._found.items():
            for length in range(len(place), 0, -1):
                number = places.get(place[:length])
                if number is not None:
                    if not _belongs_elsewhere(kind, place[length:]):
                        key = _column(kind, place[length:], keys)
                        notes.setdefault((number, key), []).extend(words)
                    break
        return notes


def _belongs_elsewhere(kind: Kind, rest: Path) -> bool:
    """Tell whether a comment stands at something that has a row of its own."""
    inner = {"say", "replies", "reactions", "otherwise", "then", "offers", "expect"}
    return kind is not Kind.LINES and len(rest) > 1 and rest[0] in inner


def _column(kind: Kind, rest: Path, keys: set[str]) -> str:
    if kind in (Kind.OVERVIEW, Kind.FORMS):
        return "value"
    if kind is Kind.LINES:
        return "text" if rest and rest[0] != IF else "where"
    key = str(rest[0]) if rest else ""
    return key if key in keys else next(k for k in ("id", "when", PATH) if k in keys)


class _Sheet:
    """Writes one sheet."""

    def __init__(
        self, sheet: Any, kind: Kind, formats: _Formats, gettext: Callable[[str], str]
    ) -> None:
        self._sheet, self._kind, self._formats = sheet, kind, formats
        self._gettext = gettext
        self._columns = COLUMNS[kind]

    def write(
        self, rows: Sequence[Row], notes: _Notes, choices: Mapping[str, list[str]]
    ) -> None:
        """Write the heading and all rows."""
        self._head()
        found = notes.by_cell(self._kind, rows)
        for number, row in enumerate(rows):
            for place, column in enumerate(self._columns):
                self._cell(number + 1, place, row, column)
                why = row.locked.get(column.key, "")
                told = [self._gettext(why)] if why else []
                told += found.get((number, column.key), [])
                if told:
                    self._note(number + 1, place, "\n".join(told))
        self._choose(len(rows), choices)

    def _head(self) -> None:
        self._sheet.freeze_panes(1, 2)
        for place, column in enumerate(self._columns):
            base = self._formats.grey if column.locked else self._formats.usual
            self._sheet.set_column(place, place, column.width, base)
            heading = self._gettext(column.heading)
            self._sheet.write_string(0, place, heading, self._formats.head)
            tips = [_TIPS.get(column.form, ""), _GREY if column.locked else ""]
            if column.key == PATH:
                tips.append(_NEW)
            told = " ".join(self._gettext(tip) for tip in tips if tip)
            if told:
                self._note(0, place, told)

    def _cell(self, number: int, place: int, row: Row, column: Column) -> None:
        grey = column.locked or column.key in row.locked
        words = row.path if column.key == PATH else row.cells.get(column.key, "")
        if column.key == "what":
            words = self._gettext(words)
        words = plain(words)
        style = self._formats.of(words, grey=grey)
        if words:
            self._sheet.write_string(number, place, words, style)
        elif grey:
            self._sheet.write_blank(number, place, None, style)

    def _note(self, number: int, place: int, words: str) -> None:
        size = {"x_scale": 2, "y_scale": 1 + len(words) / 200}
        self._sheet.write_comment(number, place, plain(words[:_LONGEST_NOTE]), size)

    def _choose(self, rows: int, choices: Mapping[str, list[str]]) -> None:
        """Let cells choose from a list; what else is typed is looked at on import."""
        listed = list(choices)
        for place, column in enumerate(self._columns):
            name = f"{self._kind}.{column.key}"
            if choices.get(name):
                letter = letters_of(FIRST_CHOICE + listed.index(name))
                last = len(choices[name])
                source = f"='{HIDDEN}'!${letter}$1:${letter}${last}"
                rule = {"validate": "list", "source": source, "show_error": False}
                self._sheet.data_validation(1, place, rows + _SPARE, place, rule)
