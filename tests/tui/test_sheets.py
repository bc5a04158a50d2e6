"""Help and the palette: what can be done here, in words."""

import pytest

from simulator.tui.screens.help import Help
from simulator.tui.screens.palette import Palette
from simulator.tui.screens.talk import Talk
from simulator.tui.theme import LIGHT
from tests.tui import games


@pytest.mark.parametrize("key", ["question_mark", "f1", "comma"])
async def test_help_explains_the_screen_in_front_and_its_keys(key: str) -> None:
    async with games.app(scenario=games.STORY).run_test(size=(80, 40)) as pilot:
        await games.begin(pilot)
        await games.press(pilot, key)
        assert games.front(pilot) is Help
        shown = games.in_sheet(pilot)
        assert "choose your reply" in shown
        assert "1–4 answer c client card" in shown
        assert "both keyboard layouts" in shown
        await games.press(pilot, "enter")
        assert games.front(pilot) is Talk


async def test_help_can_be_closed_on_the_smallest_terminal() -> None:
    async with games.app(scenario=games.STORY).run_test(size=(60, 20)) as pilot:
        await games.begin(pilot)
        await games.press(pilot, "question_mark")
        assert "Close" in games.painted(pilot)


async def test_the_palette_does_what_was_found_by_a_few_letters() -> None:
    async with games.app(scenario=games.STORY).run_test() as pilot:
        await games.begin(pilot)
        await games.press(pilot, "ctrl+з")
        assert games.front(pilot) is Palette
        assert "client card" in games.in_sheet(pilot)
        await games.press(pilot, *"LIGHT", "enter")
        assert pilot.app.theme == LIGHT.name
        assert games.front(pilot) is Talk


async def test_the_palette_says_when_nothing_fits() -> None:
    async with games.app().run_test() as pilot:
        await games.settle(pilot)
        await games.press(pilot, "ctrl+p", *"xyz")
        assert "Nothing by that name." in games.in_sheet(pilot)
        await games.press(pilot, "enter")
        assert games.front(pilot) is Palette
        await games.press(pilot, "escape")
        assert games.front(pilot) is not Palette


async def test_every_act_on_the_key_bar_is_in_the_palette_or_is_a_plain_key() -> None:
    async with games.app(scenario=games.STORY).run_test() as pilot:
        await games.begin(pilot)
        acts = games.talk(pilot).acts()
        assert len([act for act in acts if act.on_bar]) <= 7
        assert [act.title for act in acts if not act.action] == ["answer"]


async def test_the_key_bar_can_be_clicked() -> None:
    async with games.app(scenario=games.STORY).run_test() as pilot:
        await games.begin(pilot)
        bar = games.painted(pilot).splitlines()[-1]
        await pilot.click("KeyBar", offset=(bar.index("help"), 0))
        await games.settle(pilot)
        assert games.front(pilot) is Help
