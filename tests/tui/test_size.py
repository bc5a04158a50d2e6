"""Terminals of any size: what does not fit makes way, and comes back."""

import pytest

from simulator.tui.screens.home import Home
from simulator.tui.screens.talk import Talk
from simulator.tui.screens.toosmall import TooSmall
from simulator.tui.screens.unkept import Unkept
from tests.tui import games


@pytest.mark.parametrize(
    ("columns", "lines"),
    [
        pytest.param(59, 20, id="too-narrow"),
        pytest.param(60, 19, id="too-low"),
        pytest.param(20, 5, id="tiny"),
    ],
)
async def test_a_terminal_that_is_too_small_says_so_and_by_how_much(
    columns: int, lines: int
) -> None:
    async with games.app().run_test(size=(columns, lines)) as pilot:
        await games.settle(pilot)
        assert games.front(pilot) is TooSmall
        if columns > 20:
            assert "Needed: 60 × 20" in games.painted(pilot)
            assert f"Here: {columns} × {lines}" in games.painted(pilot)
        await pilot.resize_terminal(60, 20)
        await games.settle(pilot)
        assert games.front(pilot) is Home


async def test_the_talk_waits_unharmed_under_the_notice() -> None:
    async with games.app(scenario=games.STORY).run_test() as pilot:
        await games.begin(pilot)
        await games.say(pilot, "ask")
        await pilot.resize_terminal(40, 10)
        await games.settle(pilot)
        await games.press(pilot, "1", "enter")
        await pilot.resize_terminal(30, 10)
        await games.settle(pilot)
        assert "Here: 30 × 10" in games.painted(pilot)
        await pilot.resize_terminal(80, 24)
        await games.settle(pilot)
        assert games.talk(pilot).view.turn == 1


async def test_the_notice_goes_when_a_box_over_it_is_closed() -> None:
    async with games.app(scenario=games.STORY).run_test() as pilot:
        talk = await games.begin(pilot)
        await pilot.resize_terminal(40, 10)
        await games.settle(pilot)
        pilot.app.push_screen(Unkept(talk.game, talk.attempt, "", games.PACK))
        await games.settle(pilot)
        await pilot.resize_terminal(80, 24)
        await games.settle(pilot)
        await games.press(pilot, "escape")
        assert games.front(pilot) is Talk


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (120, 40), (200, 60)])
async def test_the_talk_shows_meters_words_and_replies_at_any_size(
    size: tuple[int, int],
) -> None:
    async with games.app(scenario=games.STORY).run_test(size=size) as pilot:
        await games.begin(pilot)
        await games.say(pilot, "beg")
        shown = games.painted(pilot)
        for words in ("Resistance", "●●●●●●●○○○", "Why should I?", "Give him up"):
            assert words in shown
        assert all(len(line) <= size[0] for line in shown.splitlines())
