"""Talks as they were kept, for the tests of statements."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from scoring.forms.model import FormKind
from simulator.engine import (
    Choose,
    Corrected,
    Event,
    Filled,
    Say,
    Source,
    Understood,
    back,
    begin,
    offered,
    step,
    undone,
)
from simulator.packs import Library
from simulator.reports.xapi import Actor, Statement, statements
from simulator.reports.xapi.vocabulary import BASE
from simulator.sessions.dated import DatedTalk
from tests.reports.little import loaded

AT = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
ACTOR = Actor("an-installation")

Move = str | int | Say | Corrected
"""The id of a reply, a turn to go back to, own words, or a correction."""


def turns(*moves: Move, mode: str = "choose", seed: int = 1) -> list[tuple[Event, ...]]:
    """Play; return the events of each move, the beginning first."""
    state, events = begin(loaded().scenario, seed, mode)
    states, told = [state], [events]
    for move in moves:
        if isinstance(move, int):
            state, events = back(states, move)
            del states[move + 1 :]
        elif isinstance(move, Corrected):
            said = next(e for e in states[-1].latest if getattr(e, "who", "") == "you")
            before, undoing = undone(states, move)
            meant = Understood((), move.meant, Source.TRAINEE)
            state, events = step(before, Say(said.text, meant))  # type: ignore[union-attr]  # it is `Said`
            states[-1], events = state, (*undoing, *events)
        else:
            answer = Choose(move) if isinstance(move, str) else move
            state, events = step(states[-1], answer)
            states.append(state)
        told.append(events)
    return told


def drawn(draws: Sequence[int]) -> list[tuple[Event, ...]]:
    """Play what numbers come to: a multiple of 4 goes back, others give a reply."""
    state, events = begin(loaded().scenario, 1)
    states, told = [state], [events]
    for draw in draws:
        if draw % 4 == 0 or states[-1].ending:
            to = draw % len(states)
            _, events = back(states, to)
            del states[to + 1 :]
        else:
            offers = offered(states[-1])
            state, events = step(states[-1], Choose(offers[draw % len(offers)].id))
            states.append(state)
        told.append(events)
    return told


def kept(events: Sequence[Event], attempt: str = "a1") -> DatedTalk:
    """Return a talk whose events came a second after each other."""
    times = tuple(AT + timedelta(seconds=n) for n in range(len(events)))
    return DatedTalk(attempt, loaded(), tuple(events), times)


def told(*moves: Move, mode: str = "choose") -> list[Statement]:
    """Play, and return the statements."""
    events = [event for turn in turns(*moves, mode=mode) for event in turn]
    return list(statements(kept(events), ACTOR))


def line(statement: Statement) -> tuple[str, str]:
    """Return what a statement says in short: verb and object."""
    body = statement.body
    verb, about = body["verb"], body["object"]
    assert isinstance(verb, dict)
    assert isinstance(about, dict)
    return verb["id"].rsplit("/", 1)[1], about["id"].removeprefix(f"{BASE}/")


def with_a_form() -> list[Statement]:
    """Return the statements of a meeting in which only its agenda was handed in."""
    meeting = Library.shipped().load("client-x-meeting", "en")
    scenario = meeting.scenario
    _, begun = begin(scenario, 1)
    form = Filled(
        1, scenario.start, FormKind.MEETING_AGENDA, {"date": "2026-12-03"}, 75
    )
    events = (*begun, form)
    return list(statements(replace(kept(events), loaded=meeting), ACTOR))
