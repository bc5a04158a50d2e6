"""Find a scene of the graph by any of its words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from simulator.graph import find
from simulator.graph.words import shortened
from simulator.tui.screens.finder import Finder
from simulator.tui.widgets.choices import Choice

if TYPE_CHECKING:
    from simulator.graph import Graph
    from simulator.tui.game import Game


class FindScene(Finder):
    """Gives back a scene."""

    def __init__(self, game: "Game", graph: "Graph") -> None:
        super().__init__(game)
        self._graph = graph

    def title_text(self) -> str:
        """Return the title."""
        return self.game.texts.gettext("Find a scene: by its id or any words in it")

    def found(self, words: str) -> Sequence[Choice]:
        """Return the scenes in which the words stand."""
        return [
            Choice(one.node, one.node, shortened(one.where, 80))
            for one in find(self._graph, words)
        ]
