"""A form filled in beforehand, as plays and files of answers hold it."""

from collections.abc import Mapping
from typing import Final

from scoring.forms.model import Part, Role
from scoring.keyclient import Status
from simulator.scenario.checker import Values
from simulator.scenario.decisions import DECISIONS
from simulator.scenario.formschema import CHECK_NAMES, MOST_DAYS
from simulator.scenario.shapes import (
    Cell,
    Id,
    ListOf,
    MapOf,
    OneOf,
    Text,
    Whole,
    YesNo,
    may,
    record,
)

AS_EXPECTED: Final = "as-expected"
"""The key that fills in rightly whatever is not written."""
_IDS: Final = ListOf(Id(), single=True)
_STEP: Final = record(
    "planned step",
    owner=may(Id(you=True), "Who owns it."),
    day=may(Whole(0, MOST_DAYS), "Days from the decision."),
)
FILL: Final = record(
    "fill",
    **{
        AS_EXPECTED: may(YesNo(), "What is not written here is filled in rightly."),
        "levels": may(MapOf(Cell()), "Criterion → level, [low, high] or no-data."),
        "status": may(OneOf(tuple(Status)), "The status of the client."),
        "date": may(Id(), "The date of the meeting."),
        "people": may(MapOf(OneOf(tuple(Role)), you=True), "Person → role."),
        "order": may(ListOf(Id()), "The points of the agenda, in order."),
        "inputs": may(MapOf(Id(you=True)), "Input → who brings it."),
        "option": may(OneOf(DECISIONS), "What is decided."),
        "reasons": may(_IDS, "The reasons."),
        "objections": may(_IDS, "The objections for the record."),
        "words": may(Text(), "Own words."),
        "steps": may(MapOf(_STEP), "The steps of the handover."),
        "terms": may(_IDS, "The terms for the manager."),
        "return": may(Id(), "On what the client comes back."),
        "checks": may(
            record(
                "checks made",
                **{name: may(Id(), "What is measured.") for name in CHECK_NAMES},
            ),
            "What is measured when.",
        ),
    },
)


def form_values(values: Values) -> dict[str, object]:
    """Return the values of a form as JSON has them; see `scoring.forms.Part`."""
    found: dict[str, object] = {}
    for name, value in values.items():
        if name == Part.LEVELS:
            found[name] = {one: _level(level) for one, level in value.items()}
        elif name == Part.STEPS:
            found[name] = {one: _planned(step) for one, step in value.items()}
        elif name != AS_EXPECTED:
            found[name] = list(value) if isinstance(value, tuple) else value
    return found


def _level(level: tuple[int, int] | None) -> object:
    if level is None:
        return None
    return level[0] if level[0] == level[1] else list(level)


def _planned(step: Mapping[str, object]) -> dict[str, object]:
    return {"owner": step.get("owner", ""), "day": step.get("day")}
