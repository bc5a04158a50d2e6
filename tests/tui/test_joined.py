"""A talk in a class on the screens of a terminal, over a line that can be cut."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from simulator.classroom.acts import VoteClosed, WentOn
from simulator.classroom.held import Pace
from simulator.engine import Mode
from simulator.sessions.errors import UnreachableError
from simulator.tui.game import Habits, game_without_talks
from simulator.tui.joinapp import JoinApp
from simulator.tui.screens.briefing import Briefing
from simulator.tui.screens.form import FormPage
from simulator.tui.screens.joined import JoinedTalk
from simulator.tui.screens.joineddebrief import JoinedDebrief
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.composer import Composer
from simulator.tui.widgets.formrows import FormRows
from tests.classroom.faraway import Terminal, joined
from tests.classroom.site import Site, site
from tests.classroom.test_forms import meeting
from tests.tui import games

ASK = "Сколько групп он берёт?"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask again at once, and let nobody listen for long."""
    monkeypatch.setattr("simulator.tui.aside.AGAIN", 0.01)
    monkeypatch.setattr("simulator.tui.screens.joined.AGAIN", 0.01)
    monkeypatch.setattr("simulator.classroom.web.people.LISTENS", 0.05)


@asynccontextmanager
async def playing(one: Terminal) -> AsyncIterator[Pilot[int]]:
    """Play at a terminal."""
    game = game_without_talks(games.english, Habits("en"))
    async with JoinApp(game, one.talk).run_test(size=(80, 24)) as pilot:
        await games.settle(pilot)
        if games.front(pilot) is Briefing:
            await games.press(pilot, "enter")
        yield pilot


async def until(pilot: Pilot[int], true: Callable[[], bool]) -> None:
    """Wait until something has come about, as it does over a network."""
    for _ in range(500):
        await games.settle(pilot)
        if true():
            return
        await asyncio.sleep(0.01)
    raise AssertionError(games.painted(pilot))


async def shown(pilot: Pilot[int], words: str) -> None:
    """Wait until words are on the screen."""
    await until(pilot, lambda: words in games.painted(pilot))


async def choose(pilot: Pilot[int], words: str) -> None:
    """Choose a reply by its words."""
    offers = screen(pilot).view.offers
    (number,) = [one.number for one in offers if one.text.endswith(words)]
    turn = screen(pilot).view.turn
    await games.press(pilot, str(number))
    await until(pilot, lambda: screen(pilot).view.turn > turn)


def screen(pilot: Pilot[int]) -> JoinedTalk:
    """Return the talk on the screen."""
    found = pilot.app.screen
    assert isinstance(found, JoinedTalk)
    return found


def moves(there: Site) -> int:
    """Return how many moves the only person has made."""
    (seat,) = there.room.seats.values()
    return seat.moves


async def test_a_talk_is_played_to_its_debrief(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        async with playing(await joined(there)) as pilot:
            await choose(pilot, ASK)
            assert "Не отдам." in games.painted(pilot)
            assert "go back" not in games.painted(pilot)
            await choose(pilot, "Решим по правилам в четверг.")
            assert "Leave the class" in games.painted(pilot)
            await games.press(pilot, "1")
            assert games.front(pilot) is JoinedDebrief
            await shown(pilot, "What it came to")
            assert "try this turn again" not in games.painted(pilot)
        assert moves(there) == 2


async def test_a_lost_network_is_told_and_costs_nothing(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        one = await joined(there)
        async with playing(one) as pilot:
            one.wire.deaf = True  # what is sent arrives; nobody hears so
            (number,) = [o.number for o in screen(pilot).view.offers if o.text == ASK]
            await games.press(pilot, str(number))
            await shown(pilot, "The class cannot be reached")
            assert "Trying again" in games.painted(pilot)
            await until(pilot, lambda: moves(there) == 1)
            one.wire.deaf = False
            await until(pilot, lambda: screen(pilot).view.turn == 1)
            await shown(pilot, "Не отдам.")
            assert "cannot be reached" not in games.painted(pilot)
        assert moves(there) == 1


async def test_news_of_the_network_that_come_while_leaving_are_let_go(
    tmp_path: Path,
) -> None:
    async with site(tmp_path) as there:
        one = await joined(there)
        async with playing(one) as pilot:
            left = screen(pilot)
            await left.query("*").remove()
            left.tell(UnreachableError("cut"))
            await left.news()
            left.attend()


async def test_typed_words_stay_while_nobody_answers(tmp_path: Path) -> None:
    async with site(tmp_path, Mode.SPEAK) as there:
        one = await joined(there)
        async with playing(one) as pilot:
            one.wire.cut = True
            pilot.app.screen.query_one(Composer).insert(ASK)
            await games.press(pilot, "enter")
            await shown(pilot, "The class cannot be reached")
            assert pilot.app.screen.query_one(Composer).text == ASK
            one.wire.cut = False
            await until(pilot, lambda: screen(pilot).view.turn == 1)
            await until(pilot, lambda: not pilot.app.screen.query_one(Composer).text)
        assert moves(there) == 1


async def test_a_draft_is_there_when_the_program_comes_back(tmp_path: Path) -> None:
    async with site(tmp_path, Mode.SPEAK) as there:
        one = await joined(there)
        async with playing(one) as pilot:
            pilot.app.screen.query_one(Composer).insert("Скажи, а")
            await until(pilot, lambda: bool(one.kept))
        async with playing(await one.again()) as pilot:
            assert pilot.app.screen.query_one(Composer).text == "Скажи, а"


async def test_an_answer_of_another_device_is_shown(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        one = await joined(there)
        async with playing(one) as pilot:
            phone = there.browser()
            phone.client.cookies.set(f"seat-{one.seat.room}", one.seat.ticket)
            await phone.answer(ASK)
            await until(pilot, lambda: screen(pilot).view.turn == 1)
            await shown(pilot, "Не отдам.")


async def test_the_end_of_the_class_is_told(tmp_path: Path) -> None:
    async with site(tmp_path) as there, playing(await joined(there)) as pilot:
        await there.house.close(there.room)
        await shown(pilot, "This class is over.")
        assert not pilot.app.screen.query_one(Choices).display


async def test_a_form_is_filled_in_and_handed_in(tmp_path: Path) -> None:
    async with meeting(tmp_path) as (there, _):
        async with playing(await joined(there, "Bob")) as pilot:
            await games.press(pilot, "1")
            assert games.front(pilot) is FormPage
            rows = pilot.app.screen.query_one(FormRows)
            rows.put({"date": "1"})
            await games.settle(pilot)
            await games.press(pilot, "ctrl+s", "ctrl+s")
            await until(pilot, lambda: screen(pilot).view.turn == 1)
        bob = there.room.named("Bob")
        assert bob is not None
        assert list(bob.state.forms) == ["agenda"]


async def test_a_room_that_answers_together_is_waited_for_and_seen(
    tmp_path: Path,
) -> None:
    async with (
        site(tmp_path, pace=Pace.TOGETHER) as there,
        playing(await joined(there)) as pilot,
    ):
        offers = screen(pilot).view.offers
        (number,) = [one.number for one in offers if one.text == ASK]
        await games.press(pilot, str(number))
        await shown(pilot, "Your answer is in.")
        assert not pilot.app.screen.query_one(Choices).display
        await games.press(pilot, "1")
        assert moves(there) == 1
        await there.house.lead(there.room, VoteClosed())
        await shown(pilot, f"«{ASK}» · 1 · 100 %")
        (person,) = there.room.seats
        await there.house.lead(there.room, WentOn(person))
        await until(pilot, lambda: pilot.app.screen.query_one(Choices).display)
        await shown(pilot, "Не отдам.")
        await games.press(pilot, "1")
        await until(pilot, lambda: moves(there) == 2)
