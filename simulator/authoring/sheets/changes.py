"""What a person changed in a workbook, held against what was exported."""

from typing import Final

from msgspec import Struct

from simulator.authoring.sheets.columns import Column, Kind
from simulator.authoring.sheets.given import GivenRow
from simulator.authoring.sheets.problems import Problem
from simulator.authoring.sheets.rows import Row

FIXED: Final = frozenset({Kind.OVERVIEW, Kind.FORMS, Kind.TRANSLATION})
"""Sheets whose rows neither come nor go."""
_HOME: Final = {
    Kind.PEOPLE: "cast",
    Kind.FACTS: "client.facts",
    Kind.SCENES: "scenes",
    Kind.ENDINGS: "endings",
}
MOVES: Final = frozenset({"scene", "where"})
"""Columns that say in which list a row stands."""


class Changed(Struct, frozen=True):
    """A cell whose words are no longer those that were exported."""

    kind: Kind
    row: Row
    """As it was exported."""
    column: Column
    words: str
    """The new words, canonical."""
    given: GivenRow


class New(Struct, frozen=True):
    """A row that was put in."""

    kind: Kind
    group: str
    cells: dict[str, str]
    """Canonical."""
    given: GivenRow

    @property
    def id(self) -> str:
        """Its id; empty where rows have none."""
        return self.cells.get("id", "")


Entry = Row | New


class Changes(Struct):
    """All that was changed in one sheet."""

    kind: Kind
    sheet: str = ""
    """What the workbook calls it."""
    cells: list[Changed] = []
    order: dict[str, list[Entry]] = {}
    """List → what stands in it now, in order."""
    gone: list[Row] = []
    """Rows that were deleted."""
    given: dict[str, GivenRow] = {}
    """Path → the row as it came back."""
    problems: list[Problem] = []


def group_of(kind: Kind, cells: dict[str, str]) -> str:
    """Return the path of the list that a row with these cells stands in."""
    if kind is Kind.LINES:
        return cells.get("where", "")
    if kind is Kind.REPLIES:
        return f"scenes.{cells.get('scene', '')}.replies"
    if kind is Kind.REACTIONS:
        scene = cells.get("scene", "")
        return f"scenes.{scene}.reactions" if scene else "reactions"
    return _HOME.get(kind, "")


def moved_by(kind: Kind) -> str:
    """Return the column that says in which list a row stands."""
    return "where" if kind is Kind.LINES else "scene"


def moved_replies(replies: Changes) -> dict[str, str]:
    """Return the path that each moved reply has in its new scene → the exported one."""
    return {
        f"{group}.{entry.cells['id']}": entry.path
        for group, entries in replies.order.items()
        for entry in entries
        if isinstance(entry, Row) and entry.group != group
    }
