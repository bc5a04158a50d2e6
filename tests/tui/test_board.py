"""The trainer's board: the way in, then the people; two keys end a class."""

from dataclasses import dataclass, field, replace

import pytest
from textual.pilot import Pilot

from simulator.cli.classes.board import drawn
from simulator.tui.classapp import BoardApp
from simulator.tui.game import Habits, game_without_talks
from simulator.tui.screens.board import Board, BoardPage, Person
from tests.tui import games

SIZES = [(60, 20), (80, 24), (120, 40)]
EMPTY = Board("Client X", "http://10.0.0.5:8765/j/k7m2x9qd", "k7m2-x9qd", (), 0)
IVAN = Person("Ivan [red]", 4, "wall", False, False, "12", "–")
ANNA = Person("Anna", 9, "Thursday at ten", True, True, "88", "71")
OLEG = Person("Oleg", 2, "opening", False, False, "–", "–")
FULL = replace(EMPTY, people=(IVAN, ANNA, OLEG), per_minute=6)


@dataclass
class Class:
    """A class whose board a test turns."""

    board: Board = EMPTY
    ended: list[bool] = field(default_factory=list[bool])

    def app(self, language: str = "en") -> BoardApp:
        """Return an app that has not been started."""
        game = game_without_talks(games.english, Habits(language))
        code = drawn(self.board.address)
        return BoardApp(game, lambda: self.board, code, self.end)

    def end(self) -> None:
        """End the class, as the server does."""
        self.ended.append(True)
        self.board = replace(self.board, closed=True)


async def turned(pilot: Pilot[int], held: Class, board: Board) -> str:
    """Let the class change; return what is painted a second later."""
    held.board = board
    screen = pilot.app.screen
    assert isinstance(screen, BoardPage)
    screen.refresh_board()
    await games.settle(pilot)
    return games.painted(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_class_shows_how_people_come_in(size: tuple[int, int]) -> None:
    async with Class().app().run_test(size=size) as pilot:
        await games.settle(pilot)
        shown = games.painted(pilot)
        assert EMPTY.address in shown
        assert "Code: k7m2-x9qd" in shown
        code = drawn(EMPTY.address).splitlines()
        assert all(line.strip() in shown for line in code)
        assert "Nobody has come in yet." in shown


@pytest.mark.parametrize("size", SIZES)
async def test_people_stand_in_the_order_in_which_they_came(
    size: tuple[int, int],
) -> None:
    held = Class()
    async with held.app().run_test(size=size) as pilot:
        await games.settle(pilot)
        shown = await turned(pilot, held, FULL)
        assert "3 people · 1 have finished · 6 answers a minute" in shown
        rows = [line for line in shown.splitlines() if "Ivan" in line or "Anna" in line]
        assert "Ivan [red]" in rows[0]
        assert "✓ Thursday" in rows[1]
        assert "88      71" in rows[1]
        assert ("█▀▀▀▀▀█" in shown) == (size[0] >= 100)
        await pilot.press("r")
        await games.settle(pilot)
        assert ("█▀▀▀▀▀█" in games.painted(pilot)) == (size[0] < 100)


async def test_who_is_behind_comes_first_when_asked_for() -> None:
    held = Class(FULL)
    async with held.app().run_test(size=(80, 24)) as pilot:
        await games.settle(pilot)
        await pilot.press("ы")
        await games.settle(pilot)
        shown = games.painted(pilot)
        assert shown.index("Oleg") < shown.index("Ivan") < shown.index("Anna")


async def test_a_class_ends_at_the_second_press() -> None:
    held = Class(FULL)
    async with held.app().run_test(size=(80, 24)) as pilot:
        await games.settle(pilot)
        await pilot.press("e")
        await games.settle(pilot)
        assert held.ended == []
        assert "Once more ends it." in games.painted(pilot)
        await pilot.press("s", "e")
        assert held.ended == []
        await pilot.press("e", "e")
        await games.settle(pilot)
        assert held.ended == [True]
        assert "The class is over." in games.painted(pilot)


async def test_an_open_door_without_tls_is_told_on_the_board() -> None:
    held = Class(replace(FULL, exposed=True))
    async with held.app().run_test(size=(80, 24)) as pilot:
        await games.settle(pilot)
        assert "others on this network can read along" in games.painted(pilot)


async def test_a_thousand_people_scroll() -> None:
    people = tuple(replace(IVAN, name=f"Person {n}") for n in range(1_000))
    held = Class(replace(EMPTY, people=people))
    async with held.app().run_test(size=(80, 24)) as pilot:
        await games.settle(pilot)
        assert "Person 3 " in games.painted(pilot)
        for _ in range(3):
            await pilot.press("pagedown")
            await games.settle(pilot)
        assert "Person 60" in games.painted(pilot)


async def test_leaving_stops_the_board() -> None:
    app = Class().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await games.settle(pilot)
        await pilot.press("й")
    assert app.return_value == 0
