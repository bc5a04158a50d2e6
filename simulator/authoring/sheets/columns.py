"""Which sheets a workbook has, with which columns; data only.

A column is known by its key, as in YAML; its heading may stand there in any of the
program's languages, and in any order.
"""

from enum import StrEnum
from typing import Final

from msgspec import Struct

from simulator.authoring.sheets.cells import Form, form_of
from simulator.messages import N_
from simulator.scenario.schema import ENDING, FACT, PERSON, REACTION, REPLY, SCENE
from simulator.scenario.shapes import Record, Shape, Text

PATH: Final = "path"
"""The grey first column of every sheet: where in the file its row stands."""


class Kind(StrEnum):
    """A sheet of a scenario's workbook, or the one of a translation's."""

    OVERVIEW = "overview"
    PEOPLE = "people"
    FACTS = "facts"
    SCENES = "scenes"
    LINES = "lines"
    REPLIES = "replies"
    REACTIONS = "reactions"
    FORMS = "forms"
    ENDINGS = "endings"
    TRANSLATION = "translation"


class Column(Struct, frozen=True):
    """A column of a sheet."""

    key: str
    heading: str
    """A message of the catalogue."""
    form: Form
    width: int = 14
    required: bool = False
    locked: bool = False
    """True where it tells something and is not read back."""
    spoken: bool = True
    """True for words that a person reads."""


TITLES: Final = {
    Kind.OVERVIEW: N_("Overview"),
    Kind.PEOPLE: N_("People"),
    Kind.FACTS: N_("Facts"),
    Kind.SCENES: N_("Scenes"),
    Kind.LINES: N_("Lines"),
    Kind.REPLIES: N_("Replies"),
    Kind.REACTIONS: N_("Reactions"),
    Kind.FORMS: N_("Forms"),
    Kind.ENDINGS: N_("Endings"),
    Kind.TRANSLATION: N_("Translation"),
}
"""Sheet → its name, a message of the catalogue."""

_HEADINGS: Final = {
    "id": (N_("Id"), 22),
    "name": (N_("Name"), 26),
    "role": (N_("Role"), 30),
    "mood": (N_("Mood"), 24),
    "is": (N_("Value"), 26),
    "of": (N_("Of"), 8),
    "unit": (N_("Unit"), 10),
    "line": (N_("The fact in one sentence"), 60),
    "known": (N_("Known at the start"), 10),
    "source": (N_("Source"), 26),
    "needed": (N_("Needed"), 10),
    "criterion": (N_("Criterion"), 16),
    "level": (N_("Level"), 10),
    "stop": (N_("Stop-criterion"), 14),
    "tests": (N_("Principles tested"), 18),
    "form": (N_("Form"), 16),
    "to": (N_("Leads to"), 20),
    "text": (N_("Words"), 60),
    "does": (N_("What it does (codes)"), 34),
    "learn": (N_("Facts learned"), 20),
    "tell": (N_("Facts told"), 20),
    "set": (N_("Flags set"), 18),
    "if": (N_("Only if"), 26),
    "once": (N_("Once"), 10),
    "levels": (N_("Levels by the author"), 16),
    "because": (N_("Because"), 60),
    "like": (N_("Other ways to say it, one a line"), 60),
    "opposite": (N_("Opposite"), 22),
    "to_whom": (N_("To whom"), 14),
    "when": (N_("On the code"), 18),
    "outcome": (N_("Outcome"), 18),
    "good": (N_("Good end"), 10),
    "title": (N_("Title"), 30),
}
_ENDING_TEXT: Final = N_("What became of it")
_BLANK: Final = N_("Path (not to be changed)")


def _path() -> Column:
    return Column(PATH, _BLANK, Form.NAME, 12, locked=True)


def _of(record: Record, *keys: str) -> tuple[Column, ...]:
    """Return the columns of some keys of a record."""
    return tuple(_column(key, record.keys[key].shape, record) for key in keys)


def _column(key: str, shape: Shape, record: Record) -> Column:
    heading, width = _HEADINGS[key]
    required = record.keys[key].required
    spoken = isinstance(shape, Text) or form_of(shape) is Form.LINES
    return Column(key, heading, form_of(shape), width, required, spoken=spoken)


_ID: Final = Column("id", N_("Id"), Form.NAME, 22, required=True, spoken=False)
_SCENE: Final = Column("scene", N_("Scene"), Form.NAME, 20, spoken=False)
_FORM: Final = Column("form", N_("Form"), Form.NAME, 16, locked=True)
_EFFECTS: Final = ("learn", "tell", "mood", "set")

COLUMNS: Final[dict[Kind, tuple[Column, ...]]] = {
    Kind.OVERVIEW: (
        _path(),
        Column("what", N_("What"), Form.WORDS, 30, locked=True),
        Column("value", N_("Words or value"), Form.WORDS, 100),
    ),
    Kind.PEOPLE: (_path(), _ID, *_of(PERSON, "name", "role", "mood")),
    Kind.FACTS: (_path(), _ID, *_of(FACT, *FACT.keys)),
    Kind.SCENES: (_path(), _ID, *_of(SCENE, "tests"), _FORM, *_of(SCENE, "to")),
    Kind.LINES: (
        _path(),
        Column("where", N_("Said where"), Form.NAME, 40, required=True),
        Column("who", N_("Who speaks"), Form.NAME, 14, required=True, spoken=False),
        Column("text", N_("Words, one variant a line"), Form.LINES, 80, required=True),
        Column("if", N_("Only if"), Form.NAME, 26, spoken=False),
    ),
    Kind.REPLIES: (
        _path(),
        Column("scene", N_("Scene"), Form.NAME, 20, required=True, spoken=False),
        _ID,
        *_of(REPLY, "text", "does", "to", *_EFFECTS, "if", "once"),
        *_of(REPLY, "like", "because", "opposite", "levels", "to_whom"),
    ),
    Kind.REACTIONS: (
        _path(),
        _SCENE,
        *_of(REACTION, "when", "if", *_EFFECTS, "to"),
    ),
    Kind.FORMS: (
        _path(),
        Column("value", N_("Words or value"), Form.WORDS, 100),
    ),
    Kind.ENDINGS: (
        _path(),
        _ID,
        *_of(ENDING, "outcome", "good", "title"),
        Column("text", _ENDING_TEXT, Form.WORDS, 100, required=True),
    ),
    Kind.TRANSLATION: (
        _path(),
        Column("original", N_("Original"), Form.WORDS, 80, locked=True),
        Column("value", N_("Translation words"), Form.WORDS, 80),
    ),
}
"""Sheet → its columns, in the order in which they are written."""
