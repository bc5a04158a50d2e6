"""A small scenario with comments in every corner, and a workbook in one's hands."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from gettext import NullTranslations
from typing import Any

from msgspec.structs import replace
from openpyxl import load_workbook

from simulator import i18n
from simulator.authoring import sheets
from simulator.authoring.sheets import Imported, ScenarioFile, Workbook
from simulator.authoring.sheets.columns import COLUMNS, PATH, Kind
from simulator.authoring.sheets.given import GivenRow
from simulator.authoring.sheets.rows import Tables, tables

STORY = """\
# A story for the sheets.
format: 1
id: story
title: 'The barn''s roof'  # a working title
language: en
difficulty: easy
minutes: 5
role: Head of sales
brief: >
  Oleg has had the barn for four years. Nobody knows what it buys, and
  nobody has asked. It is Monday.
debrief: |
  Ask first.
  Then decide.
cast:
  # the manager
  oleg: {name: Oleg, role: manager, mood: {resistance: 6, trust: 4}}
  nina: {name: Nina, role: "key accounts"}
client:
  name: The barn
  facts:
    share:
      name: Our share
      is: [0, 5]  # a guess
      unit: "%"
      line: "Not more than five per cent."
      needed: true
    calls:
      name: When it calls
      is: "when the others are out"
      line: It calls when the others are out.

    size: {name: Size, is: 40, line: "Forty people, no more."}
patience:
  turns: 3
  reminders:
    - oleg: [You said that., Again?]
  say:
    - note: The tea is cold.
  to: circle
start: opening
scenes:
  opening:
    tests: [P1, P3]
    say:
      # how it begins
      - note: Monday, ten o'clock.
      - oleg: I know it, of course. It is mine.  # he means it
      - if: visits > 1
        oleg:
          - Again?
          - And again?
    replies:
      # the good one
      - id: ask
        text: What does it buy, and how often?
        does: [ask_fact(assortment, share), verify_data]
        learn: [share]
        mood: {resistance: -1}
        to: numbers
        because: Facts first.
        like:
          - What do they take?
          # the shortest
          - What for?
      - id: take
        text: "Give it to Nina: now."
        does: [propose_transfer]
        mood:
          resistance: +2
          trust: -1
        say:
          - oleg: No.
        to: stay

      # kept for the brave
      - id: wait
        text: >-
          Let us talk about it some other time,
          perhaps.
        does: [stall]
        opposite: ask
  numbers:
    say:
      - oleg: 'Five per cent.'
    replies:
      - id: meet
        text: We meet on Thursday.
        does: [set_step]
        to: meeting
    reactions:
      - when: threaten
        say: [{oleg: Do not threaten me.}]
        mood: {oleg: {trust: -2}}
reactions:
  - when: attack
    say:
      - oleg: Hey.
    mood: {trust: -1}
    to: stay
otherwise:
  - oleg: What?
endings:
  meeting: {outcome: meeting, good: true, title: A meeting, text: They met.}
  circle:
    outcome: circle
    good: false
    title: In circles
    text: Round and round.
# the end
"""
TEXTS = NullTranslations()
LANGUAGES = [i18n.load(language).gettext for language in ("en", "ru")]


def opened(text: str = STORY) -> ScenarioFile:
    return sheets.open_scenario(text.encode(), "story.yaml")


def letters(kind: Kind) -> dict[str, str]:
    return {column.key: chr(65 + at) for at, column in enumerate(COLUMNS[kind])}


@dataclass
class Book:
    """A workbook whose rows a test changes, without a file in between."""

    text: str = STORY
    rows: dict[Kind, list[GivenRow]] = field(default_factory=dict[Kind, list[GivenRow]])

    def __post_init__(self) -> None:
        found: Tables = tables(opened(self.text).root)
        for kind, rows in found.items():
            self.rows[kind] = [
                GivenRow(
                    kind.title(), number, {PATH: row.path, **row.cells}, letters(kind)
                )
                for number, row in enumerate(rows, 2)
            ]

    def set(self, kind: Kind, path: str, **cells: str) -> "Book":
        rows = self.rows[kind]
        at = self._at(kind, path)
        rows[at] = replace(rows[at], cells={**rows[at].cells, **_keys(cells)})
        return self

    def put(self, kind: Kind, at: int, **cells: str) -> "Book":
        """Put a new row in; its number is that of the row it pushes down."""
        empty = dict.fromkeys(letters(kind), "")
        given = GivenRow(kind.title(), at + 2, {**empty, **_keys(cells)}, letters(kind))
        self.rows[kind].insert(at, given)
        return self

    def delete(self, kind: Kind, path: str) -> "Book":
        del self.rows[kind][self._at(kind, path)]
        return self

    def move(self, kind: Kind, path: str, to: int) -> "Book":
        self.rows[kind].insert(to, self.rows[kind].pop(self._at(kind, path)))
        return self

    def brought(self, now: str | None = None) -> Imported:
        """Bring it back into the text that was exported, or what it is now."""
        titles = {kind: kind.title() for kind in self.rows}
        book = Workbook("scenario", "story", self.text, "", self.rows, [], titles)
        book = replace(book, scenario=opened(self.text).scenario.id)
        return sheets.import_scenario(book, opened(now or self.text))

    def text_after(self, now: str | None = None) -> str:
        imported = self.brought(now)
        assert imported.text is not None, said(imported)
        return imported.text

    def _at(self, kind: Kind, path: str) -> int:
        return [row.cells[PATH] for row in self.rows[kind]].index(path)


def _keys(cells: dict[str, str]) -> dict[str, str]:
    """Let `if_` and `is_` stand for words that Python keeps to itself."""
    return {key.rstrip("_"): words for key, words in cells.items()}


def said(imported: Imported) -> list[str]:
    """Return the problems as sentences, notes among them."""
    return [problem.sentence(TEXTS) for problem in imported.problems]


def through_xlsx(
    change: Callable[[Any], None], text: str = STORY, language: str = "en"
) -> Imported:
    """Export, let a spreadsheet program change the file, and bring it back."""
    data = sheets.export(opened(text), i18n.load(language).gettext)
    book = load_workbook(io.BytesIO(data))
    change(book)
    saved = io.BytesIO()
    book.save(saved)
    return back(saved.getvalue(), text)


def back(data: bytes, text: str = STORY) -> Imported:
    """Read a workbook's bytes and bring them back."""
    book = sheets.read_workbook(data, "story.xlsx", LANGUAGES)
    return sheets.import_scenario(book, opened(text))
