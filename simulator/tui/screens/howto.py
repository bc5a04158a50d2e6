"""How it works, in five short steps: a minute, no more."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from simulator.tui import wishes
from simulator.tui.acts import Act
from simulator.tui.game import Game
from simulator.tui.keys import both
from simulator.tui.screens.page import Page
from simulator.tui.widgets.choices import Choice, Choices
from simulator.tui.widgets.paper import Paper, Para, blank

BAR = "●●●●●●○○○○"
"""A meter, as the talk draws it."""


class HowTo(Page):
    """One step at a time; Enter goes on."""

    CSS_PATH = "../styles/plainpage.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(both("q"), "home", show=False),
        Binding("escape", "home", show=False),
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
    ]
    step: reactive[int] = reactive(0, init=False)

    def __init__(self, game: Game) -> None:
        super().__init__(game)

    def acts(self) -> tuple[Act, ...]:
        """Return what can be done here."""
        _ = self.game.texts.gettext
        return (
            Act("screen.step(1)", "Enter", _("on")),
            Act("screen.step(-1)", "←", _("back")),
            self.help_act(),
            Act("screen.home", self.key("q"), _("first screen")),
            *self.common_acts(),
        )

    def about(self) -> str:
        """Explain this screen."""
        return self.game.texts.gettext("Five short steps: what the game is like.")

    def parts(self) -> Iterable[Widget]:
        """Make the widgets."""
        with Vertical(id="page"):
            yield Static(id="page-title")
            yield Paper()
            yield Choices(numbered=False)

    async def filled(self) -> None:
        """Show the step of now."""
        self.watch_step()
        self.query_one(Choices).focus()

    def watch_step(self) -> None:
        """Show another step."""
        _ = self.game.texts.gettext
        steps = self._steps()
        name, paras = steps[self.step]
        of = _("{n} of {all}").format(n=self.step + 1, all=len(steps))
        self.query_one("#page-title", Static).update(
            Content.assemble((name, "bold $primary"), "  ·  ", (of, "$muted"))
        )
        self.query_one(Paper).show(paras)
        last = self.step == len(steps) - 1
        word = _("Choose a talk") if last else _("Next")
        self.query_one(Choices).show([Choice("on", word)])

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Go on."""
        event.stop()
        self.action_step(1)

    def action_step(self, by: int) -> None:
        """Go a step on or back; past the last one is the list of talks."""
        if self.step + by >= len(self._steps()):
            self.post_message(wishes.ShowScenarios())
        else:
            self.step = max(0, self.step + by)

    def action_home(self) -> None:
        """Go to the first screen."""
        self.post_message(wishes.GoHome())

    def _steps(self) -> list[tuple[str, list[Para]]]:
        return [self._talk(), self._mood(), self._facts(), self._circle(), self._end()]

    def _talk(self) -> tuple[str, list[Para]]:
        _ = self.game.texts.gettext
        return _("You talk"), [
            Para(
                Content(
                    _(
                        "You are a head of sales. A manager holds a client and will "
                        "not give him up. Read what he says and choose your reply: "
                        "press its digit, or use the arrows and Enter, or the mouse."
                    )
                )
            ),
            blank(),
            _said(
                _("Manager"),
                "$other",
                _("This is my client. I will give him up to nobody."),
            ),
            _said(_("You"), "$you", "…"),
        ]

    def _mood(self) -> tuple[str, list[Para]]:
        _ = self.game.texts.gettext
        bar = Content.assemble(
            (_("Resistance"), "$muted"), "  ", (BAR, "$bad"), "  6  ", ("▲1", "bold")
        )
        return _("He has a temper"), [
            Para(
                Content(
                    _(
                        "Resistance and trust are always in sight and change with "
                        "what you say. Press him, and the facts dry up."
                    )
                )
            ),
            blank(),
            Para(bar),
        ]

    def _facts(self) -> tuple[str, list[Para]]:
        _ = self.game.texts.gettext
        text = _(
            "Ask, and what you learn lands on the client card: what it is, from whom, "
            "how sure. Only what you learned or brought yourself counts. Key: {key}"
        ).format(key=self.key("c"))
        return _("Facts are gathered"), [Para(Content(text))]

    def _circle(self) -> tuple[str, list[Para]]:
        _ = self.game.texts.gettext
        text = _(
            "Ask for the same again and again, and he will tell you so. Then the talk "
            "is over, and not your way. The right end is not always to hand the client "
            "over: sometimes it is a plan, a meeting, or not enough data yet."
        )
        return _("Circles end"), [Para(Content(text))]

    def _end(self) -> tuple[str, list[Para]]:
        _ = self.game.texts.gettext
        text = _(
            "At the end, the debrief: your words turn by turn, what they did, what "
            "would have been stronger, two scores with reasons. Go back to any turn "
            "and try again. Leave when you like: every answer is kept."
        )
        return _("Then you see why"), [Para(Content(text))]


def _said(name: str, colour: str, words: str) -> Para:
    return Para(Content(words), 12, Content.styled(name, f"bold {colour}"))
