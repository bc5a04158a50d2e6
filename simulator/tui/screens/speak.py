"""The talk in one's own words: type, be heard, put right what was misheard."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.worker import Worker, WorkerState

from simulator.engine import YOU, Answer, Mode, Say
from simulator.engine.view import View
from simulator.errors import SimulatorError
from simulator.tui import wishes
from simulator.tui.acts import Act
from simulator.tui.screens.talk import Talk
from simulator.tui.widgets.choices import Choice, Choices
from simulator.tui.widgets.composer import Composer
from simulator.tui.widgets.settled import Text

if TYPE_CHECKING:
    from simulator.sessions.talk import Heard
    from simulator.sessions.talk import Talk as HeldTalk
    from simulator.tui.game import Game

AS_THEY_ARE = ""
"""What is chosen for "neither": no reply has this id."""


class Speak(Talk):
    """One attempt in own words. Letters are typed, so acts are on function keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "card", show=False),
        Binding("f3", "rewind", show=False),
        Binding("f4", "meant", show=False),
        Binding("escape", "leave", show=False, priority=True),
        Binding("pageup", "back", show=False, priority=True),
        Binding("pagedown", "forward", show=False, priority=True),
    ]

    def __init__(self, game: "Game", talk: "HeldTalk") -> None:
        super().__init__(game, talk)
        self._doubt: Heard | None = None
        """What was heard and must be asked about before it is taken."""
        self._listening = False
        self._typed = "" if talk.view.form else talk.draft
        """What stands in the box when it is made."""
        self._tuned = True

    @property
    def is_exam(self) -> bool:
        """True when nothing is shown before the debrief."""
        return self.talk.mode is Mode.EXAM

    def acts(self) -> tuple[Act, ...]:
        """Return what can be done here."""
        if self._chooses(self.view):
            return super().acts()
        _ = self.game.texts.gettext
        meant = Act("screen.meant", "F4", _("I meant something else"))
        back = Act("screen.rewind", "F3", _("go back"))
        free = not self.is_exam
        return (
            Act("screen.send", "Enter", _("say")),
            *((meant,) if free and self.talk.can_correct else ()),
            Act("screen.card", "F2", _("client card")),
            *((back,) if free and self.view.turn and self.talk.own else ()),
            Act("app.help", "F1", _("help"), _("Explain this screen.")),
            Act("screen.leave", "Esc", _("leave")),
            Act("", "Ctrl+J", _("new line"), on_bar=False),
            Act("", "↑", _("what you said before"), on_bar=False),
            Act("screen.back", "PgUp", _("earlier"), on_bar=False),
            *self.common_acts(),
        )

    def about(self) -> str:
        """Explain this screen."""
        _ = self.game.texts.gettext
        if self.is_exam:
            return _(
                "Type what you would say and press Enter. One go, no hints: what was "
                "heard in your words is told in the debrief. Every answer is kept at "
                "once, and so is what you have not sent yet."
            )
        return _(
            "Type what you would say and press Enter. The words that were understood "
            "are underlined, with what they do. Where it is not clear what you mean, "
            "you are asked; if you were misheard, press F4. Every answer is kept at "
            "once, and so is what you have not sent yet."
        )

    def answering(self) -> Iterable[Widget]:
        """Make the box to type in, and the list for when there is a choice."""
        _ = self.game.texts.gettext
        yield Text(id="asked")
        yield Choices(id="replies")
        yield Composer(_("Say it in your own words…"), self._typed)
        yield Text(id="hint")

    async def filled(self) -> None:
        """Show the talk so far; the box is open already and may hold new words."""
        await super().filled()
        self._remember()
        self._warm()

    async def rebuild(self) -> None:
        """Draw everything again; what was typed stays."""
        self._typed = self.query_one(Composer).text
        await super().rebuild()

    def ask(self, view: View) -> None:
        """Let the trainee type; or choose, after the end and where there is a doubt."""
        _ = self.game.texts.gettext
        choosing = self._chooses(view)
        self.query_one("#asked", Text).display = self._doubt is not None
        asked = Content.styled(_("Did you mean:"), "bold")
        self.query_one("#asked", Text).update(asked)
        self.query_one(Choices).display = choosing
        self.query_one(Composer).display = not choosing
        self.query_one("#hint", Text).display = not choosing
        if choosing:
            self.query_one(Choices).show(self._choices(view))

    def _chooses(self, view: View) -> bool:
        """Tell whether there is something to choose in place of words."""
        over = view.ending is not None
        return over or self._doubt is not None or view.form is not None

    def attend(self) -> None:
        """Put the keys where the answer is given."""
        composer = self.query_one(Composer)
        (composer if composer.display else self.query_one(Choices)).focus()

    async def on_composer_sent(self, event: Composer.Sent) -> None:
        """Hear the words, then say them; words on their way are not sent twice."""
        event.stop()
        stale = event.text != self.query_one(Composer).text
        if self._listening or stale or self._chooses(self.view):
            return
        self._listening = True
        self._hint(self.game.texts.gettext("Listening…"))
        self._in_thread("hear", partial(self.talk.hear, event.text))

    def on_composer_rested(self, event: Composer.Rested) -> None:
        """Keep the draft; when it cannot be kept, the answer will tell."""
        event.stop()
        self._keep_draft(event.text)

    async def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Settle a doubt; anything else is left to the talk, whom Textual asks next."""
        hearing = self._doubt
        if hearing is None or not event.fresh:
            return
        event.stop()
        event.prevent_default()
        self._doubt = None
        meant = event.choice.id
        await self.give(hearing.meant(None if meant == AS_THEY_ARE else meant))

    async def give(self, answer: Answer) -> None:
        """Give an answer; the keys stay where the next one is given."""
        await super().give(answer)
        self.attend()

    async def answered(self, answer: Answer) -> None:
        """Show what follows an answer, and make room for the next one."""
        await super().answered(answer)
        composer = self.query_one(Composer)
        composer.take(answer.text if isinstance(answer, Say) else "")
        self._remember()
        if self.view.form is None:
            self._keep_draft(composer.text)
        self._warm()

    def action_send(self) -> None:
        """Send what was typed."""
        self.query_one(Composer).action_send()

    def action_meant(self) -> None:
        """Ask what was meant by the last words."""
        if not self.is_exam and self.talk.can_correct and self._doubt is None:
            self.post_message(wishes.ShowMeant(self.talk))

    def action_rewind(self) -> None:
        """Offer the turns to go back to; in an exam, once it is over."""
        if not self.is_exam or self.view.ending is not None:
            super().action_rewind()

    def action_leave(self) -> None:
        """Leave; a doubt is only put aside, and the words are there to be changed."""
        if self._doubt is not None:
            self._doubt = None
            self._show(self.view)
            self.attend()
            return
        self.query_one(Composer).rest()
        if self.view.form is None:
            self._keep_draft(self.query_one(Composer).text)
        super().action_leave()

    def _remember(self) -> None:
        said = [line.text for line in self.talk.spoken if line.who == YOU]
        self.query_one(Composer).remember(said)

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

    def _warm(self) -> None:
        """Load the reader and read what is on offer, while the trainee thinks."""
        if self.view.ending is not None or self.view.form is not None:
            return
        own = self.talk.own
        if own is None or own.ears.ready:
            self._hint("")
        else:
            self._hint(self.game.texts.gettext("The reader is loading…"))
        if own is not None:
            self._in_thread("warm", own.warm)

    async def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Go on when the reader is there, or has heard."""
        worker = event.worker
        if worker.name == "hear" and worker.is_finished:
            self._listening = False
        if event.state is WorkerState.ERROR:
            self._failed(worker)
        elif event.state is WorkerState.SUCCESS and worker.name == "warm":
            self._tuned = self.talk.own is None or self.talk.own.ears.tuned
            self._hint("")
        elif event.state is WorkerState.SUCCESS and worker.name == "hear":
            self._hint("")
            await self._heard(worker.result)

    def _failed(self, worker: "Worker[Heard]") -> None:
        error = worker.error
        if not isinstance(error, SimulatorError):
            raise error or RuntimeError(worker.name)
        self._hint(error.sentence(self.game.texts.gettext), wrong=True)

    async def _heard(self, hearing: "Heard | None") -> None:
        if hearing is None or self.view.ending is not None:
            return
        if hearing.doubt:
            self._doubt = hearing
            self._show(self.view)
            self.attend()
        else:
            await self.give(hearing.answer())

    def _choices(self, view: View) -> list[Choice]:
        if self._doubt is None:
            return super()._choices(view)
        _ = self.game.texts.gettext
        return [
            *(Choice(reply.id, reply.text) for reply in self._doubt.doubt),
            Choice(AS_THEY_ARE, _("Neither: take my words as they are")),
        ]

    def _keep_draft(self, text: str) -> None:
        try:
            self.talk.keep_draft(text)
        except SimulatorError as error:
            self._hint(error.sentence(self.game.texts.gettext), wrong=True)

    def _hint(self, text: str, *, wrong: bool = False) -> None:
        """Say something under the box; what is usual when there is nothing to say."""
        _ = self.game.texts.gettext
        usual = _("Enter: say it · Ctrl+J: new line · ↑: what you said before")
        if not self._tuned:
            usual = _("The encoder cannot be loaded here: you are heard less well.")
        style = "$bad" if wrong else "$muted"
        self.query_one("#hint", Text).update(Content.styled(text or usual, style))
