"""The drills of today: a line, a reply, what it was worth, and the next."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.types import CSSPathType
from textual.widget import Widget
from textual.worker import Worker, WorkerState

from simulator.engine import Answer, Choose, EngineError, Mode
from simulator.errors import SimulatorError
from simulator.study import Grade
from simulator.tui import wishes
from simulator.tui.acts import Act
from simulator.tui.keys import both
from simulator.tui.screens.page import Page
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.composer import Composer
from simulator.tui.widgets.drillpage import posed_page, summing_page, told_page
from simulator.tui.widgets.drillrows import (
    AS_THEY_ARE,
    drill_choices,
    drill_heading,
    drill_question,
)
from simulator.tui.widgets.keybar import KeyBar
from simulator.tui.widgets.paper import Paper
from simulator.tui.widgets.settled import Column, Scroll, Text

if TYPE_CHECKING:
    from simulator.sessions.hearing import Hearing
    from simulator.study import Sitting
    from simulator.tui.game import Game


class DrillScreen(Page):
    """One sitting on the screen. Each drill is kept before it is told what it was."""

    CSS_PATH: ClassVar[CSSPathType] = "../styles/drill.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"{both('s')},f2", "switch", show=False),
        Binding(f"{both('u')},f3", "undo", show=False),
        Binding(both("q"), "leave", show=False),
        Binding("escape", "leave", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
    ]

    def __init__(self, game: "Game", sitting: "Sitting") -> None:
        super().__init__(game)
        self.sitting = sitting
        self._doubt: Hearing | None = None
        """What was heard and must be asked about before it is taken."""
        self._listening = False
        self._seconds = 0
        """How long the drill has been looked at."""
        self._timer: Timer | None = None
        self._typed = self._taken_up()
        """What stands in the box when it is made."""

    @property
    def speaking(self) -> bool:
        """True while own words are waited for."""
        free = self.sitting.told is None and self._doubt is None
        return self.sitting.posed is not None and free and self._speaks

    @property
    def _speaks(self) -> bool:
        return self.sitting.mode is Mode.SPEAK

    def acts(self) -> tuple[Act, ...]:
        """Return what can be done here."""
        _ = self.game.texts.gettext
        typing = self.speaking
        switch, undo = ("F2", "F3") if typing else (self.key("s"), self.key("u"))
        other = _("choose a reply") if self._speaks else _("own words")
        asked = self.sitting.posed is not None and self.sitting.told is None
        return (
            Act("", "Enter" if typing else "1–4", self._what_for()),
            *((Act("screen.switch", switch, other),) if asked else ()),
            Act("screen.undo", undo, _("take back")),
            Act("app.help", "F1", _("help")) if typing else self.help_act(),
            Act("screen.leave", "Esc", _("leave")),
            Act("screen.page(1)", "PgDn", _("scroll")),
            *self.common_acts(),
        )

    def _what_for(self) -> str:
        """Return what the digits do, or Enter."""
        _ = self.game.texts.gettext
        if self.speaking:
            return _("say")
        return _("another grade") if self.sitting.told else _("answer")

    def about(self) -> str:
        """Explain this screen."""
        _ = self.game.texts.gettext
        return _(
            "One line, one reply, about a minute: the seconds are shown and cost "
            "nothing. What you said is graded by the levels it shows, and the grade "
            "says when the drill comes back; where you see it otherwise, press another "
            "digit. Every drill is kept at once, and so is what you have not sent yet; "
            "undo takes the last one back."
        )

    def parts(self) -> Iterable[Widget]:
        """Make the widgets."""
        _ = self.game.texts.gettext
        with Column(id="drill"):
            yield Text(id="drill-head")
            with VerticalScroll(id="drill-paper", can_focus=False):
                yield Paper()
            with Scroll(id="drill-answers"):
                yield Text(id="drill-asked")
                yield Choices(id="replies")
                yield Composer(_("Say it in your own words…"), self._typed)
                yield Text(id="drill-hint")

    async def filled(self) -> None:
        """Show the drill, and let the seconds run."""
        if self._timer is None:
            self._timer = self.set_interval(1, self._tick)
        self._show()

    async def rebuild(self) -> None:
        """Draw everything again in the language of now; what was typed stays."""
        self._typed = self.query_one(Composer).text
        self.sitting.language = self.game.language
        await super().rebuild()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Answer, settle a doubt, grade, or leave."""
        event.stop()
        if not event.fresh:
            return
        chosen, doubt = event.choice.id, self._doubt
        if self.sitting.posed is None:
            self.action_leave()
        elif self.sitting.told is not None:
            self._grade(Grade(event.index + 1))
        elif doubt is not None:
            self._doubt = None
            self._give(doubt.meant(None if chosen == AS_THEY_ARE else chosen))
        else:
            self._give(Choose(chosen))

    def on_composer_sent(self, event: Composer.Sent) -> None:
        """Hear the words; words on their way are not sent twice."""
        event.stop()
        posed = self.sitting.posed
        stale = event.text != self.query_one(Composer).text
        if posed is None or self._listening or stale or not self.speaking:
            return
        self._listening = True
        self._hint(self.game.texts.gettext("Listening…"))
        self._in_thread("hear", partial(posed.hear, event.text))

    def on_composer_rested(self, event: Composer.Rested) -> None:
        """Keep what is typed; words of the drill before are none of this one's."""
        event.stop()
        if event.text == self.query_one(Composer).text:
            self._keep_draft()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Go on when the reader is there, or has heard."""
        worker = event.worker
        if worker.name == "hear" and worker.is_finished:
            self._listening = False
        if event.state is WorkerState.ERROR:
            error = worker.error
            if not isinstance(error, SimulatorError):
                raise error or RuntimeError(worker.name)
            self._wrong(error)
        elif event.state is WorkerState.SUCCESS:
            self._hint("")
            if worker.name == "hear":
                self._heard(worker.result)

    def action_switch(self) -> None:
        """Answer the other way."""
        if self.sitting.told is None and self._doubt is None:
            self.sitting.switch()
            self._show()

    def action_undo(self) -> None:
        """Take the last drill back, and pose it again."""
        self._keep_draft()
        if self._do(self.sitting.undo):
            self._doubt, self._seconds = None, 0
            self._pose()

    def action_leave(self) -> None:
        """Leave; a doubt is only put aside. What was answered is kept."""
        if self._doubt is not None:
            self._doubt = None
            self._show()
        else:
            self._keep_draft()
            self.post_message(wishes.GoHome())

    def action_page(self, by: int) -> None:
        """Scroll the page."""
        paper = self.query_one("#drill-paper")
        if by < 0:
            paper.scroll_page_up(animate=False)
        else:
            paper.scroll_page_down(animate=False)

    def _heard(self, hearing: "Hearing | None") -> None:
        if hearing is None or not self.speaking:
            return
        if hearing.doubt:
            self._doubt = hearing
            self._show()
        else:
            self._give(hearing.answer())

    def _give(self, answer: Answer) -> None:
        """Answer; what cannot be kept is told, and the words stay."""
        try:
            self.sitting.answer(answer)
        except EngineError:
            return
        except SimulatorError as error:
            self._show()
            self._wrong(error)
            return
        self.query_one(Composer).load_text("")
        self._show()

    def _grade(self, grade: Grade) -> None:
        """Take a grade over, and go on."""
        if self._do(partial(self.sitting.overrule, grade)):
            self.sitting.go_on()
            self._seconds = 0
            self._pose()

    def _pose(self) -> None:
        """Show another drill, with what was typed for it before."""
        composer = self.query_one(Composer)
        composer.load_text(self._taken_up())
        composer.move_cursor(composer.document.end)
        self._show()

    def _taken_up(self) -> str:
        """Return what was typed for this drill and not sent; it wants to be said."""
        if self.sitting.draft and not self._speaks:
            self.sitting.switch()
        return self.sitting.draft

    def _keep_draft(self) -> None:
        """Keep what is typed; what goes wrong is told."""
        self._do(partial(self.sitting.keep_draft, self.query_one(Composer).text))

    def _do(self, work: Callable[[], object]) -> bool:
        """Do something; say what goes wrong, and whether all went well."""
        try:
            work()
        except SimulatorError as error:
            self._wrong(error)
            return False
        return True

    def _show(self) -> None:
        """Draw where the sitting stands, in one frame."""
        with self.app.batch_update():
            self._show_page()
            self._ask()
            self._hint("")
            self._head()
            self.query_one(KeyBar).show(self.acts())
            self.query_one("#drill-paper").scroll_home(animate=False)
        posed = self.sitting.posed
        if self.speaking and posed is not None:
            if not posed.ears.ready:
                self._hint(self.game.texts.gettext("The reader is loading…"))
            self._in_thread("warm", posed.warm)

    def _show_page(self) -> None:
        texts, sitting = self.game.texts, self.sitting
        if sitting.posed is None:
            today = sitting.practice.now.date()
            summing = sitting.summing()
            page = summing_page(summing, today, texts, self.game.language)
        elif sitting.told is None:
            page = posed_page(sitting.posed, texts)
        else:
            page = told_page(sitting.posed, sitting.told, texts)
        self.query_one(Paper).show(page)

    def _ask(self) -> None:
        """Offer what can be answered now, and put the keys there."""
        choices, composer = self.query_one(Choices), self.query_one(Composer)
        choices.display, composer.display = not self.speaking, self.speaking
        asked = drill_question(self.sitting, self.game.texts, doubt=bool(self._doubt))
        self.query_one("#drill-asked", Text).update(asked)
        self.query_one("#drill-asked", Text).display = bool(asked)
        if not self.speaking:
            doubt = self._doubt.doubt if self._doubt is not None else ()
            rows = drill_choices(self.sitting, doubt, self.game.texts)
            grade = self.sitting.grade
            choices.show(rows, 0 if grade is None else grade - 1)
        (composer if self.speaking else choices).focus()

    def _tick(self) -> None:
        if self.sitting.posed is not None and self.sitting.told is None:
            self._seconds += 1
            self._head()

    def _head(self) -> None:
        heading = drill_heading(self.sitting, self._seconds, self.game.texts)
        self.query_one("#drill-head", Text).update(heading)

    def _wrong(self, error: SimulatorError) -> None:
        self._hint(error.sentence(self.game.texts.gettext), wrong=True)

    def _hint(self, text: str, *, wrong: bool = False) -> None:
        style = "$bad" if wrong else "$muted"
        hint = self.query_one("#drill-hint", Text)
        hint.update(Content.styled(text, style))
        hint.display = bool(text)

    def _in_thread(self, name: str, work: Callable[[], object]) -> None:
        """Do something that takes time, while the screen stays alive."""
        self.run_worker(
            work,
            name=name,
            group=name,
            thread=True,
            exclusive=True,
            exit_on_error=False,
        )
