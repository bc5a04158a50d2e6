"""The talk with its author's eyes: a panel tells all that a trainee must not see."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.types import CSSPathType
from textual.widget import Widget

from simulator.engine import Answer
from simulator.engine.view import View
from simulator.preview import author_view
from simulator.tui import wishes
from simulator.tui.acts import Act
from simulator.tui.keys import both
from simulator.tui.screens.speak import Speak
from simulator.tui.screens.talk import DEBRIEF
from simulator.tui.widgets.choices import Choice, Choices
from simulator.tui.widgets.eyes import eyes_page, fault_page, findings, note_para
from simulator.tui.widgets.keybar import KeyBar
from simulator.tui.widgets.mood import Mood
from simulator.tui.widgets.paper import Paper, Para, blank, heading
from simulator.tui.widgets.settled import Column, Scroll, Text
from simulator.tui.widgets.transcript import Transcript

if TYPE_CHECKING:
    from simulator.preview import Room
    from simulator.tui.game import Game

SHAPES: Final = ("-both", "-eyes", "-talk")
"""What is on the screen, in the order in which a key goes through it."""
MIDDLING: Final = 7
"""Lines of replies for which there is room at 24 lines beside the whole panel."""
UNDO, RESTART = "undo", "restart"
"""What can be chosen when the talk is over, beside the debrief."""


class Preview(Speak):
    """The talk on the last good version of a file. Nothing of it is kept."""

    CSS_PATH: ClassVar[CSSPathType] = [
        "../styles/talk.tcss",
        "../styles/preview.tcss",
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(both("j"), "jump", show=False),
        Binding(both("u"), "undo", show=False),
        Binding(both("a"), "restart", show=False),
        Binding(both("s"), "speak", show=False),
        Binding(both("e"), "shape", show=False),
        Binding("tab", "panel(1)", show=False),
        Binding("shift+tab", "panel(-1)", show=False),
        Binding("escape", "aside", show=False, priority=True),
    ]

    def __init__(self, game: "Game", room: "Room") -> None:
        assert room.attempt is not None, "there is nothing to play yet"
        super().__init__(game, room.attempt)
        self.room = room
        self._speaking = False
        self._shape = SHAPES[0]

    def acts(self) -> tuple[Act, ...]:
        """Return what can be done here."""
        _ = self.game.texts.gettext
        if not self._chooses(self.view):
            meant = Act("screen.meant", "F4", _("I meant something else"))
            return (
                Act("screen.send", "Enter", _("say")),
                Act("screen.aside", "Esc", _("back to the replies")),
                *((meant,) if self.attempt.can_correct else ()),
                Act("app.help", "F1", _("help"), _("Explain this screen.")),
                *self.common_acts(),
            )
        most = len(self._choices(self.view))
        digits = "1" if most < 2 else f"1–{most}"
        speak = Act("screen.speak", self.key("s"), _("own words"))
        undo = Act("screen.undo", self.key("u"), _("undo"), _("Take an answer back."))
        return (
            Act("", digits, self._what_for(self.view)),
            Act("screen.jump", self.key("j"), _("jump"), _("Go to any scene.")),
            *((undo,) if self.view.turn else ()),
            *((speak,) if self._may_speak else ()),
            self.help_act(),
            Act("screen.leave", self.key("q"), _("leave")),
            Act("screen.restart", self.key("a"), _("anew")),
            Act("screen.panel(1)", "Tab", _("further in the panel"), on_bar=False),
            Act("screen.shape", self.key("e"), _("panel, talk, or both"), on_bar=False),
            Act("screen.card", self.key("c"), _("client card"), on_bar=False),
            Act("screen.rewind", self.key("r"), _("go back"), on_bar=False),
            Act("screen.back", "PgUp", _("earlier"), on_bar=False),
            *self.common_acts(),
        )

    def about(self) -> str:
        """Explain this screen."""
        return self.game.texts.gettext(
            "Play as a trainee would; the panel tells what fired and why, what each "
            "reply does, on offer or not, how things stand and what it scores. Jump "
            "to any scene with any state. When the file is saved it is read again and "
            "your answers are played again on it. Nothing of this is kept."
        )

    def parts(self) -> Iterable[Widget]:
        """Make the widgets."""
        _ = self.game.texts.gettext
        with Container(id="talk"):
            with Column(id="stage"):
                yield Text(id="heading")
                yield Mood("mood", stacked=False)
                yield Transcript(_("You"), self.game.texts)
                with Scroll(id="answers"):
                    yield from self.answering()
            with Scroll(id="eyes"):
                yield Paper()

    async def adopt(self) -> None:
        """Show the talk as the room has it now, in one frame."""
        attempt = self.room.attempt
        if attempt is None:
            return
        with self.app.batch_update():
            if attempt is not self.attempt:
                self._doubt = None
            self.talk = attempt
            self.set_class(self.room.fault is not None, "-fault")
            await self.filled()

    async def give(self, answer: Answer) -> None:
        """Give an answer; what happened at the last reading is no longer news."""
        self.room.note = None
        await super().give(answer)
        self.set_class(self.room.fault is not None, "-fault")

    async def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Do what is offered after the end; the rest is done as in any talk."""
        if event.fresh and self.view.ending is not None:
            event.stop()
            event.prevent_default()
            await self._after_the_end(event.choice.id)

    async def _after_the_end(self, chosen: str) -> None:
        if chosen == DEBRIEF:
            self.post_message(wishes.ShowDebrief(self.attempt))
        elif chosen == UNDO:
            await self.action_undo()
        else:
            await self.action_restart()

    def ask(self, view: View) -> None:
        """Offer the replies; or the box, while the author speaks in own words."""
        super().ask(view)
        self._make_room()
        self._draw_panel()

    def on_resize(self, event: events.Resize) -> None:
        """Give the replies more air, or the room of the panel."""
        super().on_resize(event)
        self._make_room()

    def _make_room(self) -> None:
        """Let the panel give way to replies that would not be seen otherwise."""
        choices = self.query_one(Choices)
        size = choices.size
        needed = choices.get_content_height(size, self.size, size.width)
        self.set_class(size.width > 0 and needed > MIDDLING, "-many")

    def attend(self) -> None:
        """Put the keys where the answer is given; not while a box lies over it."""
        if self.is_current:
            super().attend()

    async def action_undo(self) -> None:
        """Take the last answer back."""
        if self.room.undo():
            await self.adopt()

    async def action_restart(self) -> None:
        """Begin anew, at the beginning of the scenario."""
        self.room.jump(None)
        await self.adopt()

    def action_jump(self) -> None:
        """Ask where to go, and go there."""
        from simulator.tui.screens.jump import JumpSheet

        async def go(gone: bool | None) -> None:
            if gone:
                await self.adopt()

        self.app.push_screen(JumpSheet(self.game, self.room), go)

    @property
    def _may_speak(self) -> bool:
        """True where there is something to answer in own words."""
        return self.view.ending is None and self.view.form is None

    def action_speak(self) -> None:
        """Let the author type."""
        if self._may_speak:
            self._speaking = True
            self._warm()
            self._refresh()

    def action_aside(self) -> None:
        """Put a doubt aside; else stop typing."""
        if self._doubt is not None:
            self._doubt = None
        else:
            self._speaking = False
        self._refresh()

    def action_leave(self) -> None:
        """Leave; there is nothing to keep."""
        self.app.exit(0)

    def action_shape(self) -> None:
        """Show the panel alone, the talk alone, or both."""
        self.remove_class(self._shape)
        at = SHAPES.index(self._shape) + 1
        self._shape = SHAPES[at % len(SHAPES)]
        self.add_class(self._shape)
        self.call_after_refresh(self.attend)

    def action_panel(self, by: int) -> None:
        """Scroll the panel by a page."""
        panel = self.query_one("#eyes")
        if panel.scroll_y >= panel.max_scroll_y and by > 0:
            panel.scroll_home(animate=False)
        elif by > 0:
            panel.scroll_page_down(animate=False)
        else:
            panel.scroll_page_up(animate=False)

    def _refresh(self) -> None:
        self._show(self.view)
        self.attend()

    def _chooses(self, view: View) -> bool:
        return not self._speaking or super()._chooses(view)

    def _warm(self) -> None:
        if self._speaking:
            super()._warm()

    def _show(self, view: View) -> None:
        """Draw everything but the messages."""
        self.query_one("#heading", Text).update(self._heading(view))
        self.query_one("#mood", Mood).show(view.people, self.game.texts)
        self.ask(view)
        self.query_one(KeyBar).show(self.acts())
        self.query_one("#answers").scroll_home(animate=False)

    def _draw_panel(self) -> None:
        """Tell everything: mistakes first, then what happened, then how it stands."""
        texts, room = self.game.texts, self.room
        paras: list[Para] = []
        if room.fault is not None:
            paras += [*fault_page(room.fault, texts), blank()]
        elif room.note is not None:
            paras += [note_para(room.note, texts), blank()]
        paras += eyes_page(author_view(self.attempt, self.game.language), texts)
        doubts = self.attempt.loaded.findings
        if doubts and room.fault is None:
            title = heading(texts.gettext("Doubtful in the file"))
            paras += [blank(), title, *findings(doubts, texts)]
        self.query_one(Paper).show(paras)
        self.query_one("#eyes").scroll_home(animate=False)

    def _choices(self, view: View) -> list[Choice]:
        _ = self.game.texts.gettext
        if self._doubt is not None or view.ending is None:
            return super()._choices(view)
        return [
            Choice(DEBRIEF, _("Debrief: what it came to, and why")),
            Choice(UNDO, _("Take the last answer back")),
            Choice(RESTART, _("Begin anew")),
        ]

    def _heading(self, view: View) -> Content:
        told = super()._heading(view)
        if self.room.fault is None:
            return told
        mark = self.game.texts.gettext("the file cannot be played")
        return Content.assemble((mark, "bold $bad"), "  ·  ", told)
