"""The report of a class: one page with everything in it, to keep, send and print.

It loads nothing and has no script, so it can be read on any machine, years later.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime

from msgspec import Struct

from simulator.classroom.aliases import known_as
from simulator.classroom.change import change
from simulator.classroom.codes import code_shown
from simulator.classroom.debriefing import debrief_of
from simulator.classroom.held import Names
from simulator.classroom.results import Scores, scores_of
from simulator.classroom.room import Room
from simulator.classroom.scores import as_heard, own_debrief
from simulator.classroom.seats import Seat
from simulator.classroom.web.pages import drawn
from simulator.engine import Mode
from simulator.reports.dates import day
from simulator.reports.model import Debrief
from simulator.reports.trust import MEASURED, kappas


class Wishes(Struct, frozen=True):
    """How a trainer wants his report."""

    names: Names = Names.REAL
    """What people are called; a class opened without names shows none."""
    name_quotes: bool = False
    """True to say whose words are quoted."""


class Row(Struct, frozen=True):
    """A person in the report."""

    name: str
    note: Debrief
    heard: Scores | None
    """Both scores as he was heard, where a trainer has put something right."""


def class_report(
    room: Room, wishes: Wishes | None = None, before: Room | None = None
) -> str:
    """Return the report of a class as a page of HTML.

    Args:
        room: The class, going on or over.
        wishes: How people are named.
        before: An earlier class of the same scenario, to compare with.

    Raises:
        OtherScenarioError: The earlier class played something else.
    """
    wishes = wishes or Wishes()
    language = room.scenario.language
    return drawn(
        "report",
        language,
        {
            "room": room,
            "code_shown": code_shown(room.header.code),
            "opened": _day(room),
            "note": debrief_of(room),
            "rows": list(_rows(room, wishes)),
            "quoted": dict(_quoted(room, wishes)),
            "own_words": room.held.mode is not Mode.CHOOSE,
            "trust": MEASURED,
            "kappa": kappas(language),
            **changed(room, before),
        },
    )


def _rows(room: Room, wishes: Wishes) -> Iterator[Row]:
    for seat in room.seats.values():
        card = as_heard(room, seat)
        heard = None if card is None else scores_of(card)
        yield Row(known_as(room, seat, wishes.names), own_debrief(room, seat), heard)


def _quoted(room: Room, wishes: Wishes) -> Iterator[tuple[str, str]]:
    """Yield person and name where quotations are to be named."""
    seats: Mapping[str, Seat] = room.seats if wishes.name_quotes else {}
    for person, seat in seats.items():
        yield person, known_as(room, seat, wishes.names)


def changed(room: Room, before: Room | None) -> dict[str, object]:
    """Return what a page tells of an earlier class beside a class.

    Raises:
        OtherScenarioError: The earlier class played something else.
    """
    if before is None:
        return {"change": None, "changes": [], "before_opened": ""}
    compared = change(before, room)
    both = [("business", compared.business), ("key_client", compared.key_client)]
    return {"change": compared, "changes": both, "before_opened": _day(before)}


def _day(room: Room) -> str:
    opened = datetime.fromisoformat(room.header.opened_at)
    return day(opened.astimezone().date(), room.scenario.language)
