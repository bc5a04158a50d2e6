"""Before and after: the offer on the first screen, and what the debrief tells."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from simulator.engine import Mode
from simulator.sessions.usecases import Sessions
from simulator.store import open_store
from simulator.tui.screens.brief import Brief
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.progress import ProgressScreen
from simulator.tui.screens.sidebyside import SideBySide
from simulator.tui.screens.speak import Speak
from simulator.tui.widgets.paper import Paper
from tests.tui import games

MEETING = "We meet on Thursday and decide by the rules, you speak first."
LATER = games.NOON + timedelta(days=8)


def on(folder: Path, now: datetime) -> Callable[[], Sessions]:
    """Return what opens use cases on a day."""

    def opened() -> Sessions:
        use = games.sessions(open_store(folder))
        return Sessions(
            use.library,
            use.store,
            now=lambda: now,
            new_seed=use.new_seed,
            new_id=lambda: f"on-{now.day}",
            ears=use.ears,
        )

    return opened


async def at_rest(pilot: Pilot[int]) -> str:
    """Return what is painted once nothing more is looked for."""
    await games.settle(pilot)
    await pilot.app.workers.wait_for_complete()
    await games.settle(pilot)
    return games.painted(pilot)


@pytest.fixture
async def played(tmp_path: Path) -> Path:
    """Return the data of somebody who finished a talk."""
    app = games.app(on(tmp_path, games.NOON), scenario=games.STORY)
    async with app.run_test() as pilot:
        await games.begin(pilot)
        await games.say(pilot, "threaten", "meeting")
    return tmp_path


async def test_the_first_screen_offers_an_exam_after_a_week(played: Path) -> None:
    async with games.app(on(played, LATER)).run_test(size=(80, 24)) as pilot:
        assert ", again as an exam" in await at_rest(pilot)
        await games.press(pilot, "down", "down", "enter")
        brief = pilot.app.screen
        assert isinstance(brief, Brief)
        await games.press(pilot, "enter")
        assert isinstance(pilot.app.screen, Speak)
        assert pilot.app.screen.attempt.mode is Mode.EXAM


async def test_nothing_is_offered_before(played: Path) -> None:
    soon = games.NOON + timedelta(days=3)
    async with games.app(on(played, soon)).run_test(size=(80, 24)) as pilot:
        assert "again as an exam" not in await at_rest(pilot)


async def test_progress_offers_it_too(played: Path) -> None:
    async with games.app(on(played, LATER)).run_test(size=(100, 50)) as pilot:
        await at_rest(pilot)
        await games.press(pilot, *["down"] * 4, "enter")
        assert games.front(pilot) is ProgressScreen
        assert "Play it again as an exam" in games.painted(pilot)
        await games.press(pilot, "e")
        assert isinstance(pilot.app.screen, Brief)


async def test_the_debrief_of_the_exam_tells_before_and_after(played: Path) -> None:
    app = games.app(on(played, LATER), scenario=games.STORY, mode="exam")
    async with app.run_test(size=(100, 60)) as pilot:
        await games.settle(pilot)
        await games.press(pilot, "enter")
        await games.speak(pilot, "Keep him and lose your bonus.", MEETING)
        await games.press(pilot, "1")
        screen = pilot.app.screen
        assert isinstance(screen, DebriefScreen)
        await games.press(pilot, "end")
        page = screen.query_one(Paper).plain
        for words in ("Before and after", "These are different tasks", "too few"):
            assert words in page
        await games.press(pilot, "s")
        assert isinstance(pilot.app.screen, SideBySide)
