"""A workbook that came back, and the scenario's file → the file's new text."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

import yaml
from msgspec import Struct

from simulator.authoring.sheets.applying import apply
from simulator.authoring.sheets.changes import Changes, New, moved_replies
from simulator.authoring.sheets.columns import Kind
from simulator.authoring.sheets.comparing import changes
from simulator.authoring.sheets.file import ScenarioFile, news
from simulator.authoring.sheets.gathering import in_order, together
from simulator.authoring.sheets.given import Workbook
from simulator.authoring.sheets.matching import matches
from simulator.authoring.sheets.merging import merge
from simulator.authoring.sheets.plan import Merged
from simulator.authoring.sheets.problems import (
    NotWrittenRightError,
    OtherScenarioError,
    Problem,
)
from simulator.authoring.sheets.rows import Row, Tables, tables
from simulator.authoring.sheets.telling import Places, origins
from simulator.authoring.sheets.tree import Node, read_tree
from simulator.scenario.codes.shape import MISSING_KEY
from simulator.scenario.parsing import parse

_ABOUT_NAMES: Final = "SCN2"
"""From here on codes are about what stands elsewhere in the file."""


class Imported(Struct, frozen=True):
    """What became of an import."""

    text: str | None
    """The new text; None when there are problems that stop it."""
    problems: tuple[Problem, ...]
    """In the order of the sheets; notes among them."""
    changed: int = 0
    """Cells whose words are others now."""
    added: int = 0
    deleted: int = 0
    untranslated: int | None = None
    """Of a translation: words that still are those of the original."""
    moved: int = 0
    """Rows that stand in another list, or elsewhere in theirs."""


def import_scenario(book: Workbook, file: ScenarioFile) -> Imported:
    """Write the changes of a workbook into a scenario's text.

    Raises:
        OtherScenarioError: The workbook was made from another scenario.
        NotWrittenRightError: The new text would not hold what the sheets hold.
    """
    if book.scenario != file.scenario.id:
        raise OtherScenarioError(file.name, file.scenario.id, book.scenario)
    base = tables(read_tree(book.base))
    return carry_out(book, file.text, file, base, tables(file.root), file.root)


def carry_out(
    book: Workbook,
    text: str,
    file: ScenarioFile,
    base: Tables,
    now: Tables,
    root: Node,
) -> Imported:
    """Compare, merge, write and look at what came of it.

    Args:
        book: What came back.
        text: The text that is changed.
        file: What is looked at for findings that were there before.
        base: The rows that were exported.
        now: The rows of the text.
        root: The text as a tree.
    """
    if any(problem.serious and not problem.cell for problem in book.problems):
        return Imported(None, tuple(book.problems))
    found = _compared(book, base)
    merged = merge(found, base, now)
    applied = apply(text, root, merged)
    problems = in_order(
        together(book.problems, [*merged.problems, *applied.problems]), book
    )
    refused = any(problem.serious for problem in problems)
    if applied.text == text:
        return Imported(None if refused else text, tuple(problems))
    after = _tree(applied.text)
    if after is None and refused:
        return Imported(None, tuple(problems))
    if after is None or not (refused or _as_wanted(now, merged, after, base)):
        raise NotWrittenRightError(file.name)
    told = _findings(applied.text, after, file, found, merged, base, now)
    if refused:
        told = _sure(told, book, base)
    problems = in_order([*problems, *told], book)
    sound = not any(problem.serious for problem in problems)
    return _counted(applied.text if sound else None, problems, found, merged)


def _compared(book: Workbook, base: Tables) -> dict[Kind, Changes]:
    """Hold all sheets against what was exported, the replies before their lines."""
    found: dict[Kind, Changes] = {}
    for kind in sorted(book.rows, key=lambda one: one is Kind.LINES):
        replies = found.get(Kind.REPLIES, Changes(Kind.REPLIES))
        homes = moved_replies(replies) if kind is Kind.LINES else {}
        sheet = book.sheets.get(kind, "")
        found[kind] = changes(kind, base[kind], book.rows[kind], sheet, homes)
    return {kind: found[kind] for kind in book.rows}


def _sure(told: list[Problem], book: Workbook, base: Tables) -> list[Problem]:
    """Leave out what may only follow from a cell that was refused.

    Where rows came or went and one of them was refused, what refers to it would be told
    as wrong, and is not; what a cell says by itself is wrong all the same.
    """
    here = {given.path for rows in book.rows.values() for given in rows}
    there = {row.path for kind in book.rows for row in base[kind]}
    return [
        one
        for one in told
        if one.finding is None or here == there or _says_itself(one.finding.code)
    ]


def _says_itself(code: str) -> bool:
    """Tell whether a finding is about its own place; a missing key may be rows gone."""
    return code < _ABOUT_NAMES and code != MISSING_KEY.code


def _tree(text: str) -> Node | None:
    """Return a text as a tree; None when it is no YAML."""
    try:
        return read_tree(text)
    except (yaml.YAMLError, ValueError):
        return None


def _as_wanted(now: Tables, merged: Merged, root: Node, base: Tables) -> bool:
    """Tell whether the new text holds, row for row, what it is meant to hold."""
    if Kind.TRANSLATION in base:
        return True
    after = tables(root)
    new = [e for one in merged.lists for e in one.entries if isinstance(e, New)]
    set_to: dict[tuple[Kind, str], dict[str, str]] = {}
    for one in merged.cells:
        set_to.setdefault((one.kind, one.row.path), {})[one.column.key] = one.words
    for kind, rows in now.items():
        wanted = Counter(
            _held({**row.cells, **set_to.get((kind, row.path), {})})
            for row in rows
            if not _goes(row, merged)
        )
        wanted.update(_held(entry.cells) for entry in new if entry.kind is kind)
        if wanted != Counter(_held(row.cells) for row in after[kind]):
            return False
    return True


def _goes(row: Row, merged: Merged) -> bool:
    return any(row.path == one or row.path.startswith(f"{one}.") for one in merged.gone)


def _held(cells: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return what must be the same; where a row stands may have changed."""
    places = ("where", "scene")
    return tuple(sorted((k, v) for k, v in cells.items() if v and k not in places))


def _findings(
    text: str,
    root: Node,
    file: ScenarioFile,
    found: dict[Kind, Changes],
    merged: Merged,
    base: Tables,
    now: Tables,
) -> list[Problem]:
    """Return what is wrong with the new text and was not before, cell by cell."""
    data = file.data(text)
    new = news(file.findings, parse(data, file.name).findings)
    if not new:
        return []
    after = now if Kind.TRANSLATION in now else tables(root)
    back = {row.path: path for path, row in matches(base, now, found).items()}
    places = Places(text, root, after, origins(after, merged, found, back))
    return [places.problem(one) for one in new]


def _counted(
    text: str | None,
    problems: list[Problem],
    found: dict[Kind, Changes],
    merged: Merged,
) -> Imported:
    new = [e for one in merged.lists for e in one.entries if isinstance(e, New)]
    moved = sum(one.moved for one in merged.lists)
    return Imported(
        text,
        tuple(problems),
        changed=len(merged.cells),
        added=len(new),
        deleted=len(merged.gone),
        moved=moved,
    )
