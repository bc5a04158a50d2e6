"""What a workbook says as a whole: its first sheet, shared words, which are dates."""

import posixpath
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final
from xml.etree import ElementTree
from zipfile import ZipFile

from simulator.tables.listening import MAIN, Listener

_SHARED, _WORDS, _SPOKEN = (f"{MAIN} {name}" for name in ("si", "t", "rPh"))
_IN_MAIN: Final = {"m": MAIN}
_BUILT_IN: Final = frozenset([*range(14, 23), *range(27, 37), *range(45, 48)])
"""Formats by which a number is a date or a time, of those that have no text."""
_QUOTED: Final = re.compile(r'"[^"]*"|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]|[\\_].')
_OF_TIME: Final = re.compile(r"[dmyhs]", re.IGNORECASE)
_SINCE: Final = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}  # noqa: DTZ001
"""Day nought, by whether the workbook counts from 1904. A sheet knows no zones."""
_A_DAY: Final = 86_400_000
"""Milliseconds."""
_LEAP_DAY: Final = 60
"""29 February 1900, which spreadsheets know and the calendar does not: numbers below it
count from a day later."""


class Workbook:
    """The parts of an XLSX file that its cells refer to.

    Raises:
        KeyError: A part is missing.
        ValueError: There is no sheet with cells.
        ElementTree.ParseError: A part is no XML.
    """

    def __init__(self, archive: ZipFile) -> None:
        [(_, book)] = _related(archive, "", "officeDocument").items()
        root = _tree(archive, book)
        sheets = _related(archive, book, "worksheet")
        self.sheet = next(
            (
                sheets[found]
                for one in root.iterfind("m:sheets/m:sheet", _IN_MAIN)
                for found in one.attrib.values()
                if found in sheets
            ),
            "",
        )
        """The name of the first sheet's part."""
        if not self.sheet:
            raise ValueError(book)
        words = _related(archive, book, "sharedStrings").values()
        self.words = [word for part in words for word in _words(archive, part)]
        """What cells share, by number."""
        styles = _related(archive, book, "styles").values()
        self.dates = frozenset(n for part in styles for n in _dates(archive, part))
        """The styles by which a number is a date or a time."""
        about = root.find("m:workbookPr", _IN_MAIN)
        told = "" if about is None else about.get("date1904", "")
        self._since = _SINCE[told in ("1", "true")]

    def date(self, value: float) -> str:
        """Say a number as a date; one of less than a day as a time.

        Milliseconds are rounded within the day: over all days since the first, as
        many digits as a number holds would not be enough to tell which is nearer.

        Raises:
            OverflowError: There is no such date.
        """
        day, part = divmod(value, 1)
        within = timedelta(milliseconds=round(part * _A_DAY))
        if 0 <= value < 1 and not within.days:
            return str((self._since + within).time())
        if 0 < value < _LEAP_DAY and self._since == _SINCE[False]:
            day += 1
        return str(self._since + timedelta(days=day) + within)


def _tree(archive: ZipFile, part: str) -> ElementTree.Element:
    parser = ElementTree.XMLParser(target=_NoDoctype())
    with archive.open(part) as file:
        return ElementTree.parse(file, parser).getroot()


class _NoDoctype(ElementTree.TreeBuilder):
    def doctype(self, *_: object) -> None:
        """Refuse a document type: no part has one, and entities come in by it."""
        raise ValueError


def _related(archive: ZipFile, part: str, kind: str) -> dict[str, str]:
    """Return the parts of a kind to which a part refers, by their ids there."""
    folder, name = posixpath.split(part)
    root = _tree(archive, posixpath.join(folder, "_rels", f"{name}.rels"))
    return {
        one.get("Id", ""): posixpath.join("/", folder, one.get("Target", "")).lstrip(
            "/"
        )
        for one in root
        if one.get("Type", "").endswith(f"/{kind}")
    }


def _dates(archive: ZipFile, part: str) -> Iterator[int]:
    root = _tree(archive, part)
    formats = {
        int(one.get("numFmtId", 0)): one.get("formatCode", "")
        for one in root.iterfind("m:numFmts/m:numFmt", _IN_MAIN)
    }
    for style, one in enumerate(root.iterfind("m:cellXfs/m:xf", _IN_MAIN)):
        number = int(one.get("numFmtId", 0))
        if number in formats:
            code = formats[number].split(";")[0]
            if _OF_TIME.search(_QUOTED.sub("", code)):
                yield style
        elif number in _BUILT_IN:
            yield style


def _words(archive: ZipFile, part: str) -> Iterator[str]:
    with archive.open(part) as file:
        yield from _WordsListener().read(file)


class _WordsListener(Listener[str]):
    """Puts the words together that cells share; how they are read aloud is left out."""

    def __init__(self) -> None:
        super().__init__()
        self._spoken = False

    def begin(self, name: str, about: dict[str, str]) -> None:
        """Come to an element."""
        if name == _SHARED:
            self.text = ""
        elif name == _WORDS:
            self.listens = not self._spoken
        elif name == _SPOKEN:
            self._spoken = True

    def end(self, name: str) -> None:
        """Leave an element."""
        if name == _WORDS:
            self.listens = False
        elif name == _SPOKEN:
            self._spoken = False
        elif name == _SHARED:
            self.found.append(self.text)
