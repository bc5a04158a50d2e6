"""The graph of a scenario in a terminal of its own. Start at `run_graph`."""

from collections.abc import Callable
from gettext import NullTranslations
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual.screen import Screen

from simulator.tui.app import GameApp
from simulator.tui.game import Game, Habits, game_without_talks
from simulator.tui.running import run
from simulator.tui.screens.graph import GraphPage

if TYPE_CHECKING:
    from simulator.graph import Graph, Passing


class GraphApp(GameApp):
    """The game's themes, languages and help, around a graph."""

    CSS_PATH: ClassVar[str | list[str | PurePath]] = [
        "styles/app.tcss",
        "styles/graph.tcss",
    ]

    def __init__(
        self, game: Game, graph: "Graph", passing: "Passing | None" = None
    ) -> None:
        super().__init__(game)
        self._graph = graph
        self._passing = passing

    def get_default_screen(self) -> Screen[None]:
        """Start with the graph."""
        return GraphPage(self.game, self._graph, self._passing)


def run_graph(
    graph: "Graph",
    passing: "Passing | None",
    load_texts: Callable[[str], NullTranslations],
    habits: Habits,
    remember: Callable[[Habits], None] = lambda _: None,
) -> int:
    """Walk a graph on this terminal until the person leaves.

    Args:
        graph: The graph.
        passing: How often talks pass each scene; None tells nothing of it.
        load_texts: Gives the messages of a language, `ru` or `en`.
        habits: Language and theme to start with.
        remember: Called with the new habits whenever one changes; must not raise.

    Returns:
        The exit code: 0.

    Raises:
        Exception: Whatever a screen raised that nobody foresaw.
    """
    app = GraphApp(game_without_talks(load_texts, habits, remember), graph, passing)
    return run(app)
