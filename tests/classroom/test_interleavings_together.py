"""However answers, the trainer's acts, kills and reconnects follow, all servers agree.

Two servers share one log, and the room answers together. In the end a server that was
just started tells the same rounds as the one that wrote last, and whatever answer was
acknowledged stands in the round to which it was given.
"""

import asyncio
from contextlib import AsyncExitStack, suppress
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.classroom.acts import (
    Act,
    Paused,
    Reopened,
    SteppedBack,
    VoteClosed,
)
from simulator.classroom.errors import ClassroomError
from simulator.classroom.hall import Hall
from simulator.classroom.held import Pace
from simulator.classroom.leading import With, going_on
from simulator.classroom.room import Room
from simulator.engine import Read, offered
from tests.classroom.house import choose, hall, opened

PEOPLE = ("Иван", "Анна", "Олег")
ANSWER = st.tuples(
    st.just("answer"), st.integers(0, 1), st.integers(0, 2), st.integers(0, 2)
)
LEAD = st.tuples(
    st.just("lead"),
    st.integers(0, 1),
    st.sampled_from(
        ["close", "close", "frequent", "best", "worst", "back", "reopen", "pause"]
    ),
    st.just(0),
)
KILL = st.tuples(st.just("kill"), st.integers(0, 1), st.just(0), st.just(0))
Step = tuple[str, int, int | str, int]
Said = tuple[str, int, int, str]
"""Person, round, move, reply."""


def act_of(name: str, room: Room) -> Act:
    """Return what a trainer does at this moment."""
    course = room.course
    assert course is not None
    match name:
        case "close":
            return VoteClosed()
        case "back":
            return SteppedBack()
        case "reopen":
            return Reopened()
        case "pause":
            return Paused(not course.paused)
        case _:
            return going_on(room, With(name))


def rounds(room: Room) -> list[object]:
    """Return all that a room's talk is, to compare."""
    assert room.course is not None
    here = room.course
    lines = [
        (one.number, one.before, one.open, one.past.events, dict(one.answers))
        for one in here.rounds
    ]
    return [lines, here.here.number, here.paused, room.acts]


@settings(suppress_health_check=list(HealthCheck), max_examples=40)
@given(steps=st.lists(st.one_of(ANSWER, ANSWER, LEAD, LEAD, KILL), max_size=30))
def test_all_servers_tell_the_same_and_no_answer_is_lost(
    tmp_path: Path, steps: list[Step]
) -> None:
    asyncio.run(_play(tmp_path, steps))


async def _play(folder: Path, steps: list[Step]) -> None:
    async with AsyncExitStack() as stack:
        servers = [await stack.enter_async_context(hall(folder)) for _ in range(2)]
        name = (await opened(servers[0], pace=Pace.TOGETHER)).room.header.id
        room = await servers[0].of_id(name)
        people = [(await servers[0].join(room, who, who)).person for who in PEOPLE]
        acknowledged: list[Said] = []
        for kind, server, what, reply in steps:
            if kind == "kill":
                servers[server] = await stack.enter_async_context(hall(folder))
            elif kind == "lead":
                await _lead(servers[server], name, str(what))
            else:
                person = people[int(what)]
                acknowledged += await _answer(servers[server], name, person, reply)
        fresh = await stack.enter_async_context(hall(folder))
        told = await fresh.of_id(name)
        for house in servers:
            there = await house.of_id(name)
            await house.catch_up(there)
            assert rounds(there) == rounds(told)
        _check(told, acknowledged)


async def _lead(house: Hall, name: str, what: str) -> None:
    room = await house.of_id(name)
    with suppress(ClassroomError):
        await house.lead(room, act_of(what, room))


async def _answer(house: Hall, name: str, person: str, reply: int) -> list[Said]:
    room = await house.of_id(name)
    seat, course = room.seats[person], room.course
    offers = offered(seat.state)
    if not offers or course is None:
        return []
    chosen, here, move = offers[reply % len(offers)].id, course.here, seat.moves + 1
    try:
        await house.move(room, person, move, choose(chosen))
    except ClassroomError:
        return []
    return [(person, here.number, move, chosen)]


def _check(room: Room, acknowledged: list[Said]) -> None:
    """Hold the last answer of each person to each line against what stands there.

    The last is the one of the highest number: a server that has not heard of an answer
    yet takes one of the same number with the same words for the same one, sent again.
    """
    assert room.course is not None
    told = sorted(acknowledged, key=lambda said: said[2])
    last = {(person, line): reply for person, line, _, reply in told}
    for (person, line), reply in last.items():
        events = room.course.rounds[line].answers[person].states[-1].latest
        assert [e.reply for e in events if isinstance(e, Read)] == [reply]
    made = {(person, move) for person, _, move, _ in acknowledged}
    for person, seat in room.seats.items():
        assert seat.moves == sum(who == person for who, _ in made)
