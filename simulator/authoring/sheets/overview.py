"""Which single values of a scenario stand on its first sheet; data only."""

from typing import Final

from msgspec import Struct

from simulator.authoring.sheets.cells import Form, form_of
from simulator.messages import N_
from simulator.scenario.schema import CLIENT, CONTINUES, MEETING, PATIENCE, SCENARIO
from simulator.scenario.shapes import Key, Record, Text


class Item(Struct, frozen=True):
    """A single value."""

    place: tuple[str, ...]
    label: str
    """A message of the catalogue."""
    form: Form
    required: bool
    spoken: bool
    locked: bool


METERS: Final = "meters"
"""The key under which meters are named."""
METER_NAME: Final = N_("What a meter is called")
_RECORDS: Final[dict[str, Record]] = {
    "client": CLIENT,
    "patience": PATIENCE,
    "meeting": MEETING,
    "continues": CONTINUES,
}
_LOCKED: Final = frozenset({"format", "id", "language"})
"""Other files count on these."""


def _item(path: str, label: str) -> Item:
    *above, key = path.split(".")
    record = _RECORDS[above[0]] if above else SCENARIO
    declared: Key = record.keys[key]
    return Item(
        (*above, key),
        label,
        form_of(declared.shape),
        declared.required,
        isinstance(declared.shape, Text),
        path in _LOCKED,
    )


OVERVIEW: Final = (
    _item("format", N_("Version of the format")),
    _item("id", N_("Id")),
    _item("title", N_("Title")),
    _item("language", N_("Language")),
    _item("difficulty", N_("Difficulty: easy, medium, hard")),
    _item("minutes", N_("Minutes")),
    _item("role", N_("Whom the trainee plays")),
    _item("brief", N_("What is known before the talk")),
    _item("debrief", N_("What the talk teaches")),
    _item("rubric", N_("Rubric")),
    _item("rulebook", N_("Rulebook")),
    _item("client.name", N_("The client's name")),
    _item("client.status", N_("What the rulebook says on all facts")),
    _item("continues.scenario", N_("The talk that this one goes on from")),
    _item("continues.after", N_("Its endings that lead here")),
    _item("continues.otherwise", N_("Facts known when it was not played")),
    _item("meeting.decides", N_("Who decides in the meeting")),
    _item("meeting.first", N_("Who speaks first")),
    _item("meeting.floor", N_("The scenes in which he does")),
    _item("meeting.fairness", N_("The meter of fairness")),
    _item("patience.turns", N_("Fruitless turns that end the talk")),
    _item("patience.to", N_("The ending that follows them")),
    _item("start", N_("The first scene")),
)
"""In the order in which they stand on the sheet."""
