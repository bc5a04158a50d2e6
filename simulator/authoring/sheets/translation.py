"""A translation as a sheet of two columns: the words, and the words over there.

A translation is a sibling file of the same structure, so nothing but words is ever
changed in it: rows neither come nor go.
"""

from collections.abc import Iterator

from msgspec import Struct

from simulator.authoring.sheets.cells import Form
from simulator.authoring.sheets.columns import COLUMNS, PATH, Kind
from simulator.authoring.sheets.edits import Edits
from simulator.authoring.sheets.file import ScenarioFile, open_scenario
from simulator.authoring.sheets.given import Workbook
from simulator.authoring.sheets.importing import Imported, carry_out
from simulator.authoring.sheets.overview import METERS, OVERVIEW
from simulator.authoring.sheets.problems import OtherScenarioError, Problem
from simulator.authoring.sheets.rows import (
    Row,
    Tables,
    in_cells,
    named,
    speaker,
    tables,
)
from simulator.authoring.sheets.tree import Leaf, Node, Path, at, read_tree
from simulator.authoring.sheets.values import is_bare
from simulator.messages import N_

_NOT_THERE = N_("The translation has no such place. It is added in its YAML file.")
_ORIGINAL_CHANGED = N_("the original of this has been changed since the export")


class _Words(Struct, frozen=True):
    """Words that a person reads, and where."""

    path: str
    place: Path
    form: Form


def translation(original: Node, sibling: Node | None) -> Tables:
    """Return the rows of a translation's sheet, in the order of the original.

    Args:
        original: What is translated.
        sibling: The translation as far as there is one.
    """
    there = {one.path: one for one in _all_words(sibling)} if sibling else {}
    words = sorted(_all_words(original), key=lambda one: _start(original, one))
    rows = [_row(one, there.get(one.path), original, sibling) for one in words]
    return {Kind.TRANSLATION: rows}


def _row(one: _Words, mine: _Words | None, original: Node, sibling: Node | None) -> Row:
    """Make the row of some words; `mine` are those of the translation."""
    theirs = at(sibling, mine.place) if mine else None
    form = mine.form if mine else one.form
    cells, locked = in_cells(
        {"original": (at(original, one.place), one.form), "value": (theirs, form)}
    )
    if sibling is not None and mine is None:
        locked.setdefault("value", _NOT_THERE)
    if "original" in locked:
        locked.setdefault("value", locked["original"])
    place = mine.place if mine else one.place
    return Row(one.path, "", place, cells, locked, one.form, required=True)


def import_translation(
    book: Workbook, original: ScenarioFile, sibling: ScenarioFile | None
) -> Imported:
    """Write the words of a workbook into a translation.

    Where there is none any more, that which was exported comes back, with the changes;
    where there never was one, it is made from the original.

    Raises:
        OtherScenarioError: The workbook was made from another scenario.
        NotWrittenRightError: The new text would not hold what the sheet holds.
    """
    if book.scenario != original.scenario.id:
        raise OtherScenarioError(original.name, original.scenario.id, book.scenario)
    if sibling is None and book.base:
        sibling = open_scenario(book.base.encode(), original.name)
    exported = read_tree(book.original)
    base = translation(exported, read_tree(book.base) if book.base else None)
    now = translation(original.root, sibling.root if sibling else None)
    file = sibling or original
    made = carry_out(book, file.text, file, base, now, file.root)
    notes = _changed_originals(book, base, now)
    text = made.text
    if text is not None and sibling is None:
        text = _in_language(text, book.kind)
    left = None if text is None else _untranslated(original.root, read_tree(text))
    problems = (*made.problems, *notes)
    return Imported(text, problems, made.changed, untranslated=left)


def _untranslated(original: Node, sibling: Node) -> int:
    """Count the words that are still those of the original."""
    rows = translation(original, sibling)[Kind.TRANSLATION]
    return sum(row.cells["value"] in ("", row.cells["original"]) for row in rows)


def _all_words(root: Node) -> Iterator[_Words]:
    """Yield all that a person reads."""
    for item in OVERVIEW:
        if item.spoken and item.form is Form.WORDS and at(root, item.place) is not None:
            yield _Words(".".join(item.place), item.place, Form.WORDS)
    for kind, rows in tables(root).items():
        for row in rows:
            if kind is Kind.LINES:
                place = (*row.place, speaker(at(root, row.place)))
                yield _Words(row.path, place, Form.LINES)
            elif kind not in (Kind.FORMS, Kind.OVERVIEW):
                yield from _cells(kind, row, root)
            elif _is_worded(kind, row):
                yield _Words(row.path, row.place, Form.WORDS)


def _is_worded(kind: Kind, row: Row) -> bool:
    """Tell whether the one value of a row is read by people."""
    if kind is Kind.FORMS:
        return "value" not in row.locked
    return row.place[0] == METERS


def _cells(kind: Kind, row: Row, root: Node) -> Iterator[_Words]:
    for column in COLUMNS[kind]:
        place = (*row.place, column.key)
        node = at(root, place)
        if column.key in (PATH, "id", "scene") or node is None:
            continue
        if column.form in (Form.WORDS, Form.LINES):
            yield _Words(named(root, place), place, column.form)
        elif column.key == "is" and isinstance(node, Leaf) and not is_bare(node.words):
            yield _Words(named(root, place), place, Form.WORDS)


def _start(root: Node, one: _Words) -> int:
    node = at(root, one.place)
    return node.start if node is not None else 0


def _changed_originals(book: Workbook, base: Tables, now: Tables) -> list[Problem]:
    """Note where the original is no longer what was translated."""
    before = {row.path: row.cells["original"] for row in base[Kind.TRANSLATION]}
    after = {row.path: row.cells["original"] for row in now[Kind.TRANSLATION]}
    return [
        Problem(given.sheet, given.cell("original"), _ORIGINAL_CHANGED, serious=False)
        for given in book.rows.get(Kind.TRANSLATION, [])
        if before.get(given.path) != after.get(given.path)
    ]


def _in_language(text: str, language: str) -> str:
    """Say in a copy of the original that it is in another language."""
    leaf = at(read_tree(text), ("language",))
    edits = Edits(text)
    if isinstance(leaf, Leaf):
        edits.replace(leaf.start, leaf.end, language)
    return edits.result()
