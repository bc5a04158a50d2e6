"""The other branch of a talk that is over, and both side by side."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.past import PastTalks
from simulator.tui.screens.sidebyside import SideBySide
from simulator.tui.widgets.paper import Paper
from tests.tui import games


async def branched(pilot: Pilot[int]) -> None:
    """Play a talk to its end, then another branch of its second turn."""
    await games.begin(pilot)
    await games.say(pilot, "ask", "beg", "meeting")
    await games.press(pilot, "1", "down", "и")
    assert games.talk(pilot).view.turn == 1
    await games.say(pilot, "threaten", "meeting")
    await games.press(pilot, "1")
    assert isinstance(pilot.app.screen, DebriefScreen)


async def told(pilot: Pilot[int]) -> str:
    """Return all that stands on the screen once everything was looked for."""
    await pilot.app.workers.wait_for_complete()
    await games.settle(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, SideBySide)
    return "\n".join(paper.plain for paper in screen.query(Paper))


async def test_a_branch_stands_beside_the_talk_which_stays(tmp_path: Path) -> None:
    app = games.app(games.kept(tmp_path), scenario=games.STORY)
    async with app.run_test(size=(120, 40)) as pilot:
        await branched(pilot)
        await games.press(pilot, "ы")
        page = await told(pilot)
        for words in (
            "The beginning is the same in both, 1 turn:",
            "branched off after turn 1",
            "Keep him and lose your bonus.",
            "Business above ego: A ",
            "What could still be reached",
            "From where they part, ",
        ):
            assert words in page
        await games.press(pilot, "escape")
        assert isinstance(pilot.app.screen, DebriefScreen)
        finished = [one.finished for one in pilot.app.game.sessions.attempts()]  # type: ignore[attr-defined]
        assert finished == [True, True]


@pytest.mark.parametrize(("width", "columns"), [(120, 2), (80, 2), (60, 1)])
async def test_two_columns_become_one_where_it_is_narrow(
    tmp_path: Path, width: int, columns: int
) -> None:
    app = games.app(games.kept(tmp_path), scenario=games.STORY)
    async with app.run_test(size=(width, 24)) as pilot:
        await branched(pilot)
        await games.press(pilot, "s")
        await told(pilot)
        papers = pilot.app.screen.query(".pair Paper").results(Paper)
        first, second = [next(papers), next(papers)]
        assert (first.region.y == second.region.y) is (columns == 2)
        assert first.region.width <= width // columns


async def test_the_list_of_talks_leads_to_a_branch_and_the_talk_it_came_from(
    tmp_path: Path,
) -> None:
    app = games.app(games.kept(tmp_path), scenario=games.STORY)
    async with app.run_test(size=(100, 30)) as pilot:
        await branched(pilot)
        await games.press(pilot, "q")
        menu = [row.id for row in pilot.app.screen._menu()]  # type: ignore[attr-defined]
        await games.press(pilot, *["down"] * menu.index("past"), "enter")
        assert isinstance(pilot.app.screen, PastTalks)
        assert "branched off after turn 1" in games.painted(pilot)
        await games.press(pilot, "s")
        await told(pilot)


async def test_a_talk_that_branched_off_from_none_stands_beside_none() -> None:
    async with games.app(scenario=games.STORY).run_test() as pilot:
        await games.begin(pilot)
        await games.say(pilot, "threaten", "meeting")
        await games.press(pilot, "1", "s")
        assert isinstance(pilot.app.screen, DebriefScreen)
        assert "side by side" not in games.painted(pilot)
