"""A talk in a class as lines of text, over a line that can be cut."""

import asyncio
import io
from gettext import NullTranslations
from pathlib import Path

import pytest

from simulator.engine import Mode
from simulator.plain.joined import play_joined
from tests.classroom.faraway import Terminal, joined
from tests.classroom.site import Site, site
from tests.classroom.test_forms import meeting

ASK = "Сколько групп он берёт?"
MEET = "Решим по правилам в четверг."


async def typed(one: Terminal, *lines: str) -> str:
    """Type lines, then let the input end; return what was written."""
    source = io.StringIO("".join(f"{line}\n" for line in lines))
    target = io.StringIO()
    ended = await asyncio.to_thread(
        play_joined, one.talk, "en", lambda _: NullTranslations(), source, target
    )
    assert ended == 0
    return target.getvalue()


def digit(one: Terminal, words: str) -> str:
    """Return the number of a reply."""
    (found,) = [o.number for o in one.talk.view.offers if o.text == words]
    return str(found)


def moves(there: Site) -> int:
    """Return how many moves the only person has made."""
    (seat,) = there.room.seats.values()
    return seat.moves


async def test_a_talk_is_played_to_its_debrief(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        ivan = await joined(there)
        told = await typed(ivan, "?", "r", digit(ivan, ASK))
        assert "You are: Руководитель" in told
        assert "try it again" not in told
        assert "Nothing is taken back in a class." in told
        assert "Не отдам." in told
        again = await ivan.again()
        told = await typed(again, digit(again, MEET))
        assert "You are:" not in told
        assert "The talk is over" in told
        assert "Next time" in told
        assert moves(there) == 2


async def test_a_lost_network_is_told_once_and_costs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.plain.joined.AGAIN", 0.01)
    async with site(tmp_path) as there:
        ivan = await joined(there)
        ivan.wire.deaf = True
        playing = asyncio.ensure_future(typed(ivan, digit(ivan, ASK)))
        while (
            sum(path.startswith(f"{ivan.seat.path}?") for path in ivan.wire.asked) < 4
        ):
            await asyncio.sleep(0.01)
        ivan.wire.deaf = False
        told = await playing
        assert told.count("The class cannot be reached") == 1
        assert "Не отдам." in told
        assert moves(there) == 1


async def test_own_words_are_heard_by_the_server(tmp_path: Path) -> None:
    async with site(tmp_path, Mode.SPEAK) as there:
        ivan = await joined(there)
        told = await typed(ivan, "7", ASK)
        assert "A number chooses nothing here" in told
        assert "Не отдам." in told
        assert moves(there) == 1


async def test_a_form_is_filled_in_by_its_rows(tmp_path: Path) -> None:
    async with meeting(tmp_path) as (there, _):
        told = await typed(await joined(there, "Bob"), "1", "ok", "ok")
        assert "Agenda of the meeting" in told
        assert "Still empty" in told
        bob = there.room.named("Bob")
        assert bob is not None
        assert bob.moves == 1


async def test_a_class_that_is_over_is_left(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        ivan = await joined(there)
        await there.house.close(there.room)
        told = await typed(await ivan.again(), "1")
        assert "This class is over." in told
