"""What is to be done to a file; data only."""

from dataclasses import dataclass, field

from simulator.authoring.sheets.changes import Entry
from simulator.authoring.sheets.columns import Column, Kind
from simulator.authoring.sheets.given import GivenRow
from simulator.authoring.sheets.problems import Problem
from simulator.authoring.sheets.rows import Row


@dataclass(frozen=True, slots=True)
class SetCell:
    """Words that are to stand in the place of others."""

    row: Row
    """As the file has it now."""
    column: Column
    words: str
    given: GivenRow
    kind: Kind


@dataclass(frozen=True, slots=True)
class Arrange:
    """What a list is to hold, in order."""

    kind: Kind
    group: str
    entries: list[Entry]
    """Rows as the file has them now, and new ones."""
    given: GivenRow
    """A row of the sheet, where a problem with the whole list is told."""


@dataclass(slots=True)
class Merged:
    """What is to be done to the file as it is now."""

    cells: list[SetCell] = field(default_factory=list[SetCell])
    lists: list[Arrange] = field(default_factory=list[Arrange])
    gone: list[str] = field(default_factory=list[str])
    """Paths, as the file has them now, of rows that go."""
    problems: list[Problem] = field(default_factory=list[Problem])
