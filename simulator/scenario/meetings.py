"""Meetings: who decides, who speaks first, and what an interruption does."""

from typing import Final

from simulator.scenario.codes import names as codes
from simulator.scenario.findings import Report
from simulator.scenario.known import Known, child
from simulator.scenario.model import Shift
from simulator.scenario.nodes import Node, Scalar
from simulator.scenario.references import listed
from simulator.scenario.scalars import TRAINEE
from simulator.scenario.spelling import nearest

_LESS_FAIR: Final = -2
"""By how much an interruption lowers the fairness of a meeting."""


def check_meeting(meeting: Node | None, known: Known, report: Report) -> None:
    """Report people and meters of a meeting that stand for nothing."""
    decides, fairness = child(meeting, "decides"), child(meeting, "fairness")
    if isinstance(decides, Scalar) and decides.value not in {*known.people, TRAINEE}:
        near = nearest(decides.value, known.people)
        report.add(codes.UNKNOWN_PERSON, decides, value=decides.value, nearest=near)
    if isinstance(fairness, Scalar) and fairness.value not in _meters(known):
        meters = _meters(known)
        told = {"nearest": nearest(fairness.value, meters), "known": listed(meters)}
        report.add(codes.UNKNOWN_METER, fairness, value=fairness.value, **told)


def interruption(fairness: str | None) -> Shift | None:
    """Return what an interruption does to a meter written as `room.fairness`."""
    if fairness is None:
        return None
    person, _, meter = fairness.partition(".")
    return Shift(person, meter, _LESS_FAIR)


def _meters(known: Known) -> list[str]:
    return [f"{who}.{meter}" for who, own in known.people.items() for meter in own]
