"""The rows of one sheet of a workbook, from its XML, one after another.

openpyxl reads them too, at three times the cost: it builds a tree of every cell. That
was two of the five seconds in which ten thousand clients have to be told.
"""

from collections.abc import Iterator
from typing import IO, Final

from simulator.tables.listening import MAIN, Listener
from simulator.tables.workbookxml import Workbook

FORMULA: Final = "\x1f="
"""Stands for a formula whose value is not in the file."""
MOST_ROWS: Final = 1_048_576
MOST_COLUMNS: Final = 16_384
"""What the format has room for."""
_ROW, _CELL, _VALUE, _WORDS, _FORMULA, _SPOKEN = (
    f"{MAIN} {name}" for name in ("row", "c", "v", "t", "f", "rPh")
)
_A: Final = ord("A") - 1

Plain = str | int | float | None
Plains = tuple[Plain, ...]


def rows_in(source: IO[bytes], book: Workbook) -> Iterator[Plains]:
    """Yield every row in its place: a number, words, or None for nothing.

    A row that the file passes over is an empty one. Truth values are 1 and 0.

    Raises:
        ValueError: It is no such sheet.
        expat.ExpatError: It is no XML.
    """
    return _Rows(book).read(source)


class _Rows(Listener[Plains]):
    """Puts the rows together."""

    def __init__(self, book: Workbook) -> None:
        super().__init__()
        self._book = book
        self._done = 0
        """How many rows came before the one at hand."""
        self._row: list[Plain] = []
        self._columns: dict[str, int] = {}
        self._kind, self._style, self._place = "n", 0, 0
        self._formula = self._spoken = False

    def begin(self, name: str, about: dict[str, str]) -> None:
        """Come to an element."""
        if name == _CELL:
            self._begin_cell(about)
        elif name == _VALUE:
            self.listens = self._kind != "inlineStr"
        elif name == _WORDS:
            self.listens = self._kind == "inlineStr" and not self._spoken
        elif name == _ROW:
            self._begin_row(about)
        elif name == _FORMULA:
            self._formula = True
        elif name == _SPOKEN:
            self._spoken = True

    def end(self, name: str) -> None:
        """Leave an element."""
        if name in (_VALUE, _WORDS):
            self.listens = False
        elif name == _CELL:
            self._put(self._value())
        elif name == _ROW:
            self.found.append(tuple(self._row))
            self._done += 1
        elif name == _SPOKEN:
            self._spoken = False

    def _begin_row(self, about: dict[str, str]) -> None:
        """Come to a row; those that were passed over are empty."""
        number = int(float(about.get("r", self._done + 1)))
        if not self._done < number <= MOST_ROWS:
            raise ValueError(number)
        self.found.extend(() for _ in range(number - self._done - 1))
        self._done = number - 1
        self._row = []

    def _begin_cell(self, about: dict[str, str]) -> None:
        self._kind = about.get("t", "n")
        self._style = int(about.get("s", 0))
        self.text, self._formula = "", False
        reference = about.get("r")
        if reference is None:
            self._place = len(self._row)
            return
        letters = reference.rstrip("0123456789")
        if letters not in self._columns:
            self._columns[letters] = _column(letters)
        self._place = self._columns[letters]

    def _put(self, value: Plain) -> None:
        missing = self._place - len(self._row)
        if missing:
            self._row.extend([None] * (missing + 1))
            self._row[self._place] = value
        else:
            self._row.append(value)

    def _value(self) -> Plain:
        text = self.text
        if not text:
            return FORMULA if self._formula else None
        match self._kind:
            case "n":
                return self._number(text)
            case "s":
                return self._book.words[int(text)]
            case "b":
                return int(text)
            case _:
                return text

    def _number(self, text: str) -> Plain:
        value = int(text) if text.isdecimal() else _number(text)
        return self._book.date(value) if self._style in self._book.dates else value


def _number(text: str) -> int | float:
    """Read a number as the format writes it."""
    is_whole = "." not in text and "e" not in text.lower()
    return int(text) if is_whole else float(text)


def _column(letters: str) -> int:
    """Return which column is meant: A is nought, AA comes after Z."""
    number = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z":
            raise ValueError(letters)
        number = number * 26 + ord(letter) - _A
    if not 0 < number <= MOST_COLUMNS:
        raise ValueError(letters)
    return number - 1
