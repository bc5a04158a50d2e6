"""The hidden sheet: what a workbook was made from, and what its cells choose from.

The exported text goes along, so that whatever comes back is held against it.
"""

import base64
import hashlib
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from msgspec import Struct

from scoring.codes import Code
from simulator.authoring.sheets.columns import Kind
from simulator.authoring.sheets.problems import NotOursError
from simulator.authoring.sheets.rows import Tables, line_groups
from simulator.authoring.sheets.tree import Node

HIDDEN: Final = "whose-client"
"""The sheet with the text that was exported."""
_MARK: Final = "whose-client sheet 1"
_CHUNK: Final = 32_000
"""Characters of it in one cell."""
FIRST_CHOICE: Final = 3
"""The column of the hidden sheet where the choices begin, counted from 0."""
_LONGEST_TEXT: Final = 3 * 1024 * 1024


class Source(Struct, frozen=True):
    """What a workbook is made from."""

    kind: str
    """`scenario`, or the language of a translation."""
    scenario: str
    """Its id."""
    text: str
    original: str = ""


def choices_of(tables: Tables, root: Node) -> dict[str, list[str]]:
    """Return what cells can choose from, by sheet and column."""
    names = {
        kind: [row.cells["id"] for row in tables.get(kind, [])]
        for kind in (Kind.PEOPLE, Kind.SCENES, Kind.ENDINGS)
    }
    targets = ["stay", *names[Kind.SCENES], *names[Kind.ENDINGS]]
    people = names[Kind.PEOPLE]
    yes_no = ["true", "false"]
    return {
        "lines.where": list(line_groups(root)) if Kind.LINES in tables else [],
        "lines.who": [*people, "note"],
        "replies.scene": names[Kind.SCENES],
        "replies.to": targets,
        "replies.to_whom": people,
        "replies.once": yes_no,
        "replies.does": [str(code) for code in Code],
        "reactions.scene": names[Kind.SCENES],
        "reactions.when": [str(code) for code in Code],
        "reactions.to": targets,
        "facts.known": yes_no,
        "facts.needed": yes_no,
        "endings.good": yes_no,
    }


def letters_of(number: int) -> str:
    """Return the letters of a column, counted from 0."""
    from xlsxwriter.utility import xl_col_to_name

    letters: str = xl_col_to_name(number)
    return letters


def hide(sheet: Any, source: Source, choices: Mapping[str, list[str]]) -> None:
    """Put the exported text, and what cells choose from, where nobody changes it."""
    digest = hashlib.sha256(source.text.encode()).hexdigest()
    cells = [_MARK, source.kind, source.scenario, digest]
    for number, words in enumerate(cells):
        sheet.write_string(number, 0, words)
    for column, text in enumerate((source.text, source.original), 1):
        for number, part in enumerate(_packed(text)):
            sheet.write_string(number, column, part)
    for column, listed in enumerate(choices.values(), FIRST_CHOICE):
        for number, words in enumerate(listed):
            sheet.write_string(number, column, words)
    sheet.very_hidden()


def _packed(text: str) -> Iterable[str]:
    """Yield a text in parts that cells can hold."""
    words = base64.b64encode(zlib.compress(text.encode(), 9)).decode()
    return (words[at : at + _CHUNK] for at in range(0, len(words), _CHUNK))


def _unpacked(parts: Iterable[str], most: int) -> str:
    """Return a text that was packed.

    Raises:
        ValueError: It is not whole, or longer than a scenario can be.
    """
    opener = zlib.decompressobj()
    try:
        data = opener.decompress(base64.b64decode("".join(parts), validate=True), most)
    except zlib.error as error:
        raise ValueError from error
    if not opener.eof:
        raise ValueError
    return data.decode()


def exported(book: Any, name: str) -> tuple[str, str, str, str]:
    """Return the kind, the scenario's id and both texts of the hidden sheet."""
    if HIDDEN not in book.sheetnames:
        raise NotOursError(name)
    sheet = book[HIDDEN]
    cells = [sheet.cell(row, 1).value for row in range(1, 5)]
    if cells[0] != _MARK or not all(isinstance(cell, str) for cell in cells):
        raise NotOursError(name)
    try:
        texts = [_unpacked(_parts(sheet, column), _LONGEST_TEXT) for column in (2, 3)]
    except ValueError as error:
        raise NotOursError(name) from error
    return cells[1], cells[2], texts[0], texts[1]


def _parts(sheet: Any, column: int) -> Iterator[str]:
    for row in range(1, sheet.max_row + 1):
        part = sheet.cell(row, column).value
        if not isinstance(part, str):
            return
        yield part
