"""With which answer the talk of a room goes on, and how long a vote lasts."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from simulator.plaintext import plain
from simulator.tui.screens.sheet import Sheet
from simulator.tui.widgets.choices import Choice, Choices
from simulator.tui.widgets.field import Field

if TYPE_CHECKING:
    from simulator.tui.game import Game
    from simulator.tui.seen import Option

THIS: Final = "this"
"""The answer that is chosen on the board."""
ONE: Final = "one"
"""That of a person who is still to be named."""
TIMES: Final = (30, 60, 90)
"""Seconds that are offered for a vote."""


class GoOn(Sheet[str]):
    """The box; gives back `frequent`, `best`, `worst`, `THIS` or `ONE`."""

    def __init__(self, game: "Game", chosen: "Option | None", *, here: bool) -> None:
        """Make the box.

        Args:
            game: What screens share.
            chosen: The answer that is chosen on the board.
            here: Whether that one is meant at first.
        """
        super().__init__(game)
        self._chosen, self._here = chosen, here

    def title_text(self) -> str:
        """Return the title."""
        return self.game.texts.gettext("Go on with which answer?")

    def foot(self) -> Iterable[Widget]:
        """Make the ways on."""
        _ = self.game.texts.gettext
        ways = [
            Choice("frequent", _("The most frequent one")),
            Choice("best", _("The best one")),
            Choice("worst", _("The worst one")),
            Choice(ONE, _("One person's…")),
        ]
        if self._chosen is not None:
            said = " ".join(plain(self._chosen["text"]).split())
            said = said or _("a form that was filled in")
            ways.insert(3, Choice(THIS, _("The one chosen on the board"), said))
        yield Choices(ways, at=3 if self._here and self._chosen is not None else 0)

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Give back the way."""
        event.stop()
        self.dismiss(event.choice.id)


class VoteClock(Sheet[int]):
    """The box; gives back seconds, 0 to stop the clock."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
    ]

    def __init__(self, game: "Game", *, running: bool) -> None:
        """Make the box; a clock that is running can be stopped."""
        super().__init__(game)
        self._ticking = running

    def title_text(self) -> str:
        """Return the title."""
        return self.game.texts.gettext("The vote closes by itself in")

    def foot(self) -> Iterable[Widget]:
        """Make what is offered, and a line for any other number."""
        _ = self.game.texts.gettext
        times = [Choice(str(time), _("{n} seconds").format(n=time)) for time in TIMES]
        if self._ticking:
            times.append(Choice("0", _("Stop the clock")))
        yield Choices(times, numbered=False)
        yield Field("", _("or so many seconds"))

    def on_mount(self) -> None:
        """Begin in the line."""
        self.query_one(Field).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the number that was typed; without one, what is highlighted."""
        event.stop()
        typed = event.value.strip()
        if typed.isascii() and typed.isdigit() and len(typed) < 6:
            self.dismiss(int(typed))
        elif not typed:
            self.query_one(Choices).action_take()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Take what is offered."""
        event.stop()
        self.dismiss(int(event.choice.id))

    def action_move(self, by: int) -> None:
        """Move the highlight while the cursor stays in the line."""
        self.query_one(Choices).action_move(by)
