"""The graph of a scenario, walked scene by scene: what leads out, what leads in."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from simulator.graph import Look, Passing
from simulator.graph.words import legend
from simulator.tui.acts import Act
from simulator.tui.keys import both
from simulator.tui.screens.findscene import FindScene
from simulator.tui.screens.page import Page
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.graphdrawing import heading, moves, paras, row
from simulator.tui.widgets.paper import Paper

if TYPE_CHECKING:
    from simulator.graph import Graph
    from simulator.tui.game import Game


class GraphPage(Page):
    """One scene with its moves, and the list of all scenes where there is room."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "follow", show=False),
        Binding("backspace,left", "back", show=False),
        Binding(both("f"), "find", show=False),
        Binding("slash", "find", show=False),
        Binding(both("s"), "start", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding(both("q"), "app.quit", show=False),
    ]

    def __init__(
        self, game: "Game", graph: "Graph", passing: Passing | None = None
    ) -> None:
        """Make the screen.

        Args:
            game: What screens share.
            graph: What is walked; it has at least one scene.
            passing: How often talks pass each scene; None tells nothing of it.
        """
        super().__init__(game)
        self._graph = graph
        self._passing = passing
        starts = (node.id for node in graph.nodes.values() if node.start)
        self.at = next(starts, next(iter(graph.nodes)))
        """The scene that is shown."""
        self._trail: list[str] = []
        self._targets: list[str] = []

    @property
    def look(self) -> Look:
        """How things are worded, in the language of now."""
        return Look(self.game.texts, passing=self._passing)

    def acts(self) -> tuple[Act, ...]:
        """Return what can be done here."""
        _ = self.game.texts.gettext
        return (
            Act("", "↑↓", _("move")),
            Act("screen.follow", "Enter", _("follow")),
            Act("screen.back", "Backspace", _("back")),
            Act("screen.find", "/", _("find")),
            self.help_act(),
            Act("screen.start", self.key("s"), _("start")),
            Act("app.quit", self.key("q"), _("quit")),
            Act("", "Tab", _("the list of all scenes"), on_bar=False),
            Act("", "PgUp PgDn", _("scroll what is said"), on_bar=False),
            *self.common_acts(),
        )

    def about(self) -> str:
        """Explain this screen."""
        _ = self.game.texts.gettext
        told = _(
            "Above: what is said in this scene. Below: its moves. → leads out, ← leads "
            "in, ⇢ is a reaction or lost patience, ⟳ stays or comes again. ▤ is a "
            "form, ✓ a good ending, ✗ a bad one. The higher the bar before a scene, "
            "the more talks pass it: · ▁ ▃ ▅ █."
        )
        return "\n".join((told, *legend(self._graph, self.look)[3:]))

    def parts(self) -> Iterable[Widget]:
        """Make the widgets."""
        with Horizontal(id="graph"):
            yield OptionList(
                *(
                    Option(row(node, self.look), id=name)
                    for name, node in self._graph.nodes.items()
                ),
                id="map",
            )
            with Vertical(id="here"):
                yield Static(id="where")
                with VerticalScroll(id="words", can_focus=False):
                    yield Paper()
                with VerticalScroll(id="moves", can_focus=False):
                    yield Choices()

    async def filled(self) -> None:
        """Show the scene."""
        self._show(self.at)
        self.query_one(Choices).focus()

    def go(self, node: str) -> None:
        """Go to a scene; `action_back` comes back from there."""
        if node != self.at and node in self._graph.nodes:
            self._trail.append(self.at)
            self._show(node)

    def action_follow(self) -> None:
        """Follow the move that is highlighted."""
        if self.query_one(OptionList).has_focus:
            self.query_one(OptionList).action_select()
        else:
            self.query_one(Choices).action_take()

    def action_back(self) -> None:
        """Return to where this scene was come from."""
        if self._trail:
            self._show(self._trail.pop())

    def action_start(self) -> None:
        """Go to where the talk begins."""
        self.go(next(n.id for n in self._graph.nodes.values() if n.start))

    def action_find(self) -> None:
        """Find a scene by its words."""

        def then(found: str | None) -> None:
            if found is not None:
                self.go(found)

        self.app.push_screen(FindScene(self.game, self._graph), then)

    def action_page(self, by: int) -> None:
        """Scroll what is said by a page."""
        words = self.query_one("#words")
        if by < 0:
            words.scroll_page_up(animate=False)
        else:
            words.scroll_page_down(animate=False)

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Follow the move that was chosen."""
        event.stop()
        if event.fresh:
            self.go(self._targets[event.index])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to the scene that was chosen in the list."""
        event.stop()
        if event.option_id is not None:
            self.go(event.option_id)
            self.query_one(Choices).focus()

    def _show(self, name: str) -> None:
        """Show a scene."""
        self.at = name
        node = self._graph.nodes[name]
        rows, self._targets = moves(self._graph, name, self.look)
        said = list(paras(node))
        with self.app.batch_update():
            self.query_one("#where", Static).update(heading(node, self.look))
            self.query_one(Paper).show(said)
            self.query_one("#words").display = bool(said)
            self.query_one("#words").scroll_home(animate=False)
            self.query_one(Choices).show(rows)
            self.query_one("#moves").scroll_home(animate=False)
            listed = self.query_one(OptionList)
            listed.highlighted = listed.get_option_index(name)
