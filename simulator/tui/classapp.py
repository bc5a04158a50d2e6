"""The trainer's board in a terminal, beside a server or far from it."""

from pathlib import PurePath
from typing import ClassVar

from textual.screen import Screen

from simulator.tui.app import GameApp
from simulator.tui.game import Game
from simulator.tui.running import run_beside
from simulator.tui.screens.board import BoardPage
from simulator.tui.screens.roomboard import RoomPage
from simulator.tui.seen import Seen, Source, Way

__all__ = ["BoardApp", "Seen", "Source", "Way", "show_board"]


class BoardApp(GameApp):
    """The game's themes, languages and help, around the board."""

    CSS_PATH: ClassVar[str | list[str | PurePath]] = [
        "styles/app.tcss",
        "styles/board.tcss",
    ]

    def __init__(self, game: Game, source: Source, first: Seen, way: Way) -> None:
        super().__init__(game)
        self._source, self._first, self._way = source, first, way

    def get_default_screen(self) -> Screen[None]:
        """Start with the board that fits the pace of the class."""
        board = BoardPage if self._first["course"] is None else RoomPage
        return board(self.game, self._source, self._first, self._way)


async def show_board(game: Game, source: Source, first: Seen, way: Way) -> int:
    """Show the board until the trainer leaves.

    Args:
        game: What screens share.
        source: The class.
        first: What was seen of it at first.
        way: How people come in.

    Returns:
        The exit code: 0, or 129 when the terminal was closed.

    Raises:
        Exception: Whatever the screen raised that nobody foresaw.
    """
    return await run_beside(BoardApp(game, source, first, way))
