"""Who is where in a class, for whoever looks."""

from pathlib import Path

import pytest

from simulator.classroom import watching
from simulator.classroom.watching import Watcher
from tests.classroom.house import choose, hall, opened


async def test_a_person_is_told_by_what_was_said_to_him_last(tmp_path: Path) -> None:
    async with hall(tmp_path) as house:
        room = (await opened(house)).room
        ivan = await house.join(room, "Иван", "a")
        watcher = Watcher(lambda: 0.0)
        before = watcher.people(room)[0].line
        await house.move(room, ivan.person, 1, choose("ask"))
        assert watcher.people(room)[0].line == "Не отдам."
        assert before not in ("", "Не отдам.")


async def test_where_everybody_has_moved_scores_follow_within_the_next_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "MOST_SCORED", 1)
    async with hall(tmp_path) as house:
        room = (await opened(house)).room
        for name in ("Иван", "Анна"):
            seat = await house.join(room, name, name)
            await house.move(room, seat.person, 1, choose("ask"))
        watcher = Watcher(lambda: 0.0)
        first, then = watcher.people(room), watcher.people(room)
        assert [one.turn for one in first] == [1, 1]
        assert [one.business is not None for one in first] == [True, False]
        assert first[0].business == then[0].business == then[1].business


async def test_answers_a_minute_are_those_of_one_class(tmp_path: Path) -> None:
    async with hall(tmp_path) as house:
        rooms = [(await opened(house)).room for _ in range(2)]
        watcher = Watcher(lambda: 0.0)
        assert [watcher.per_minute(room) for room in rooms] == [0, 0]
        seat = await house.join(rooms[1], "Иван", "a")
        await house.move(rooms[1], seat.person, 1, choose("ask"))
        assert [watcher.per_minute(room) for room in rooms] == [0, 1]
