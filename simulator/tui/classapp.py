"""The trainer's board in a terminal of its own, beside a server. See `show_board`."""

from collections.abc import Callable
from pathlib import PurePath
from typing import ClassVar

from textual.screen import Screen

from simulator.tui.app import GameApp
from simulator.tui.game import Game
from simulator.tui.running import run_beside
from simulator.tui.screens.board import Board, BoardPage

__all__ = ["Board", "BoardApp", "show_board"]


class BoardApp(GameApp):
    """The game's themes, languages and help, around the board."""

    CSS_PATH: ClassVar[str | list[str | PurePath]] = [
        "styles/app.tcss",
        "styles/board.tcss",
    ]

    def __init__(
        self,
        game: Game,
        look: Callable[[], Board],
        code_drawn: str,
        end: Callable[[], object],
    ) -> None:
        super().__init__(game)
        self._look, self._drawn, self._end = look, code_drawn, end

    def get_default_screen(self) -> Screen[None]:
        """Start with the board."""
        return BoardPage(self.game, self._look, self._drawn, self._end)


async def show_board(
    game: Game,
    look: Callable[[], Board],
    code_drawn: str,
    end: Callable[[], object],
) -> int:
    """Show the board until the trainer leaves, in the loop that serves the class.

    Returns:
        The exit code: 0, or 129 when the terminal was closed.

    Raises:
        Exception: Whatever the screen raised that nobody foresaw.
    """
    return await run_beside(BoardApp(game, look, code_drawn, end))
