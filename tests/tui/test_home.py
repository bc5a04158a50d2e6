"""The first screen: one obvious next step, and everything else in reach."""

from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.sessions.usecases import Sessions
from simulator.store import CorruptStoreError, open_store
from simulator.tui.game import Habits
from simulator.tui.screens.brief import Brief
from simulator.tui.screens.home import Home
from simulator.tui.screens.howto import HowTo
from simulator.tui.screens.past import PastTalks
from simulator.tui.screens.scenarios import Scenarios
from simulator.tui.screens.talk import Talk
from simulator.tui.screens.trouble import TroubleSheet
from simulator.tui.theme import DARK, LIGHT
from simulator.tui.widgets.choices import Choices
from tests.tui import games


async def test_without_an_unfinished_talk_playing_is_the_first_choice() -> None:
    async with games.app().run_test() as pilot:
        await games.settle(pilot)
        rows = [choice.id for choice in pilot.app.screen.query_one(Choices).choices]
        assert rows == ["play", "drill", "how", "language", "quit"]
        await games.press(pilot, "enter")
        assert isinstance(pilot.app.screen, Scenarios)


async def test_an_unfinished_talk_is_named_and_goes_on_at_the_same_line(
    tmp_path: Path,
) -> None:
    async with games.app(games.kept(tmp_path), scenario=games.STORY).run_test() as one:
        await games.begin(one)
        await games.say(one, "ask", "beg")
    async with games.app(games.kept(tmp_path)).run_test() as pilot:
        await games.settle(pilot)
        assert "Rehearsal · 2 turns played" in games.painted(pilot)
        await games.press(pilot, "enter")
        assert games.talk(pilot).view.turn == 2
        assert "Would you perhaps give him to Irina" in games.painted(pilot)


@pytest.mark.parametrize("key", ["q", "й", "Q", "Й"])
async def test_the_game_is_left_in_either_layout(key: str) -> None:
    async with games.app().run_test() as pilot:
        await games.settle(pilot)
        await pilot.press(key)
    assert pilot.app.return_value == 0


async def test_the_explanation_leads_to_the_talks_in_five_steps() -> None:
    async with games.app().run_test() as pilot:
        await games.settle(pilot)
        await games.press(pilot, "down", "down", "enter")
        assert isinstance(pilot.app.screen, HowTo)
        await games.press(pilot, *["enter"] * 4)
        assert "5 of 5" in games.painted(pilot)
        await games.press(pilot, "left")
        assert "4 of 5" in games.painted(pilot)
        await games.press(pilot, "enter", "enter")
        assert isinstance(pilot.app.screen, Scenarios)


async def test_the_language_changes_at_once_and_is_remembered() -> None:
    remembered: list[Habits] = []
    app = games.app(load_texts=games.two_languages, remember=remembered.append)
    async with app.run_test() as pilot:
        await games.settle(pilot)
        await games.press(pilot, "down", "down", "down", "enter")
        assert "WHOSE CLIENT?" in games.painted(pilot)
        assert pilot.app.screen.query_one(Choices).at == 3
        await games.press(pilot, "д")
        assert "Whose client?" in games.painted(pilot)
    assert [habits.language for habits in remembered] == ["ru", "en"]


@pytest.mark.parametrize("key", ["t", "е"])
async def test_the_theme_changes_at_once_and_is_remembered(key: str) -> None:
    remembered: list[Habits] = []
    async with games.app(remember=remembered.append).run_test() as pilot:
        await games.settle(pilot)
        await games.press(pilot, key)
        assert pilot.app.theme == LIGHT.name
        await games.press(pilot, key)
        assert pilot.app.theme == DARK.name
    assert [habits.theme for habits in remembered] == [LIGHT.name, DARK.name]


async def test_a_talk_played_before_shows_how_it_went(tmp_path: Path) -> None:
    async with games.app(games.kept(tmp_path), scenario=games.STORY).run_test() as one:
        await games.begin(one)
        await games.say(one, "beg", "give-in")
    async with games.app(games.kept(tmp_path)).run_test() as pilot:
        await games.settle(pilot)
        await games.press(pilot, "enter")
        shown = games.painted(pilot)
        assert "Rehearsal\n" in shown
        assert "easy · 5 minutes" in shown
        assert "played 1 time" in shown
        assert "best: business above ego" in shown


async def test_the_brief_tells_what_is_known_and_enter_begins() -> None:
    async with games.app().run_test() as pilot:
        await games.settle(pilot)
        await games.press(pilot, "enter", "1")
        assert games.front(pilot) is Brief
        shown = games.painted(pilot)
        for words in ("Head of sales", "Oleg, sales manager", "5 minutes", "CRM card"):
            assert words in shown
        await games.press(pilot, "й")
        assert games.front(pilot) is Scenarios
        await games.press(pilot, "enter", "enter")
        assert games.front(pilot) is Talk


async def test_a_scenario_that_is_missing_is_told_and_home_stays() -> None:
    async with games.app(scenario="rehersal").run_test() as pilot:
        await games.settle(pilot)
        assert isinstance(pilot.app.screen, TroubleSheet)
        assert "Did you mean “rehearsal”?" in games.painted(pilot)
        await games.press(pilot, "enter")
        assert isinstance(pilot.app.screen, Home)


def broken(path: Path) -> Callable[[], Sessions]:
    """Return what cannot open the store, until its file is there."""

    def opening() -> Sessions:
        if not path.exists():
            raise CorruptStoreError(path)
        return games.sessions(open_store(path.parent))

    return opening


async def test_a_store_that_cannot_be_opened_is_told_once_and_tried_again(
    tmp_path: Path,
) -> None:
    path = tmp_path / "mended"
    async with games.app(broken(path)).run_test() as pilot:
        await games.settle(pilot)
        assert "is damaged or is not a store" in games.painted(pilot)
        await games.press(pilot, "escape")
        assert isinstance(pilot.app.screen, Home)
        await games.press(pilot, "enter")
        assert isinstance(pilot.app.screen, TroubleSheet)
        path.touch()
        await games.press(pilot, "1")
        assert isinstance(pilot.app.screen, Scenarios)


async def test_playing_without_a_store_is_offered(tmp_path: Path) -> None:
    app = games.app(broken(tmp_path / "never"), open_unkept=games.sessions)
    async with app.run_test() as pilot:
        await games.settle(pilot)
        assert "Play without keeping anything" in games.painted(pilot)
        await games.press(pilot, "2", "enter")
        assert isinstance(pilot.app.screen, Scenarios)


async def test_past_talks_are_opened_where_they_stand(tmp_path: Path) -> None:
    app = games.app(games.kept(tmp_path), scenario=games.STORY)
    async with app.run_test(size=(100, 30)) as pilot:
        await games.begin(pilot)
        await games.say(pilot, "ask", "threaten", "meeting")
        await games.press(pilot, "1", "escape")
        assert games.talk(pilot).view.ending is not None
        await games.press(pilot, "1", "p", "enter")
        await games.say(pilot, "beg")
        await games.press(pilot, "q")
        assert "My talks" in games.painted(pilot)
        await games.press(pilot, "home", "down", "down", "down", "enter")
        assert games.front(pilot) is PastTalks
        shown = games.painted(pilot)
        assert "left after 1 turn" in shown
        assert "a meeting decides" in shown
        await games.press(pilot, "2")
        assert games.talk(pilot).view.ending is not None
