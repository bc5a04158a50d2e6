"""However sends, resends, kills and reconnects follow, nobody's answer is lost.

Two servers share one log. A client sends a move and may hear nothing of it, because
the server was killed before or after it had written; then it sends the same again,
to the same server or to the other one. In the end each person's talk, gone through
again from the log, holds what was acknowledged, each move once and in its place.
"""

import asyncio
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.classroom.errors import StaleError
from simulator.classroom.hall import Hall
from simulator.classroom.seats import Seat
from simulator.engine import Read, offered
from simulator.store import Logs, logs_in
from tests.classroom.house import choose, hall, opened

PEOPLE = ("Иван", "Анна", "Олег")
SENT = st.tuples(
    st.integers(0, 1),  # to which server
    st.integers(0, len(PEOPLE) - 1),  # by whom
    st.integers(0, 2),  # which of the replies on offer
    st.sampled_from(["send", "send", "resend", "killed before", "killed after"]),
)


@dataclass
class Client:
    """What a person's phone knows."""

    person: str
    acknowledged: dict[int, str] = field(default_factory=dict[int, str])
    sent: tuple[int, str] | None = None
    """The last move that was sent, heard of or not."""


def replies(seat: Seat) -> list[str | None]:
    """Return what a person has chosen, as the log has it."""
    return [event.reply for event in seat.past.events if isinstance(event, Read)]


Steps = list[tuple[int, int, int, str]]


@settings(suppress_health_check=list(HealthCheck), max_examples=60)
@given(steps=st.lists(SENT, max_size=25))
def test_each_talk_is_what_was_acknowledged(
    tmp_path_factory: pytest.TempPathFactory, steps: Steps
) -> None:
    asyncio.run(_play(logs_in(tmp_path_factory.mktemp("class")), steps))


@settings(suppress_health_check=list(HealthCheck), max_examples=5)
@given(steps=st.lists(SENT, max_size=25))
def test_a_database_keeps_each_talk_like_that(
    tmp_path: Path, database: str, steps: Steps
) -> None:
    asyncio.run(_play(logs_in(tmp_path, database), steps))


async def _play(logs: Logs, steps: Steps) -> None:
    async with AsyncExitStack() as stack:
        servers = [await stack.enter_async_context(hall(logs)) for _ in range(2)]
        room = (await opened(servers[0])).room
        seats = [await servers[0].join(room, name, name) for name in PEOPLE]
        clients = [Client(seat.person) for seat in seats]
        for server, who, reply, how in steps:
            await _send(servers[server], room.header.id, clients[who], reply, how)
            if how.startswith("killed"):
                servers[server] = await stack.enter_async_context(hall(logs))
        fresh = await stack.enter_async_context(hall(logs))
        there = await fresh.of_id(room.header.id)
        for client in clients:
            seat = there.seats[client.person]
            made = replies(seat)
            assert len(made) == seat.moves == seat.state.turn
            for move, name in client.acknowledged.items():
                assert made[move - 1] == name


async def _send(house: Hall, name: str, client: Client, reply: int, how: str) -> None:
    room = await house.of_id(name)
    if how != "resend" or client.sent is None:
        seat = room.seats[client.person]  # the page as this server shows it
        offers = offered(seat.state)
        if not offers:
            return
        client.sent = (seat.moves + 1, offers[reply % len(offers)].id)
    move, chosen = client.sent
    sending = asyncio.ensure_future(
        house.move(room, client.person, move, choose(chosen))
    )
    if how == "killed before":
        sending.cancel()
    with suppress(StaleError, asyncio.CancelledError):
        await sending
        if how != "killed after":
            client.acknowledged[move] = chosen
            assert replies(room.seats[client.person])[move - 1] == chosen
