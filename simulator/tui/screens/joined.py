"""The talk as a class server holds it, on the screens of a talk that is held here.

What asks the server is done aside, and again while nobody answers: what was typed
stays, and a move that is sent again counts once.
"""

import asyncio
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from simulator.engine import Answer
from simulator.engine.view import View
from simulator.errors import SimulatorError
from simulator.sessions.errors import UnreachableError
from simulator.tui import wishes
from simulator.tui.acts import Act
from simulator.tui.aside import AGAIN, aside, surely
from simulator.tui.screens.briefing import Briefing
from simulator.tui.screens.speak import Speak
from simulator.tui.screens.talk import HOME, Talk
from simulator.tui.widgets.choices import Choice, Choices
from simulator.tui.widgets.composer import Composer
from simulator.tui.widgets.settled import Text

if TYPE_CHECKING:
    from simulator.sessions.talk import DistantTalk
    from simulator.tui.game import Game


class JoinedTalk(Talk):
    """A talk in a class. Every answer is kept by the server before it is shown."""

    def __init__(self, game: "Game", talk: "DistantTalk") -> None:
        super().__init__(game, talk)
        self.far = talk
        self._sending = False
        self._wrong = ""
        """What went wrong last, until something goes right."""

    def acts(self) -> tuple[Act, ...]:
        """Return what can be done here."""
        _ = self.game.texts.gettext
        about = Act("screen.briefing", "", _("what it is about"), on_bar=False)
        return (*super().acts(), about)

    def answering(self) -> Iterable[Widget]:
        """Make what the trainee answers with, and a place for what must be told."""
        yield Text(id="notice")
        yield from super().answering()

    async def on_mount(self) -> None:
        """Tell what it is about, once; then look out for other devices."""
        if not self.talk.turns:
            self.action_briefing()
        self.run_worker(self._listen(), group="listen")

    def on_screen_resume(self) -> None:
        """Put the keys where the answer is given, once nothing lies over it."""
        if self.query(Choices):
            self.attend()

    def action_briefing(self) -> None:
        """Tell what the talk is about."""
        far = self.far
        title = self.view.title
        self.app.push_screen(Briefing(self.game, title, far.role, far.brief))

    def attend(self) -> None:
        """Put the keys where the answer is given; not while a box lies over it."""
        if self.is_current and self.query(Choices):
            super().attend()

    def ask(self, view: View) -> None:
        """Offer what can be answered now; nothing while there is nothing to answer."""
        super().ask(view)
        choices = self.query_one(Choices)
        if self.held:
            choices.display = False
        elif not self.query(Composer):
            choices.display = True
        self._notify()

    @property
    def held(self) -> bool:
        """True while nobody can answer."""
        return self.view.ending is None and (self.far.closed or bool(self.far.waiting))

    async def give(self, answer: Answer) -> None:
        """Send an answer; one that is on its way is not sent twice."""
        if not self._sending and not self.held:
            self._sending = True
            self.run_worker(self._give(answer), group="give")

    async def correct(self, meant: str | None) -> None:
        """Send what the last words were meant as."""
        if not self._sending:
            self._sending = True
            self.run_worker(self._correct(meant), group="give")

    async def news(self) -> None:
        """Show what has come of the talk elsewhere."""
        if self._sending or not self.talk_is_free or self._is_gone:
            return
        before = self.talk.spoken
        if self.far.adopt():
            if self.talk.spoken == before:  # only what all wait for has changed
                self.view = self.talk.view
                self._show(self.view)
                self.attend()
            else:
                await self.filled()

    @property
    def talk_is_free(self) -> bool:
        """True while nothing is being heard."""
        return True

    def tell(self, error: SimulatorError | None) -> None:
        """Say what is wrong; None: nothing any more."""
        _ = self.game.texts.gettext
        self._wrong = "" if error is None else error.sentence(_)
        if isinstance(error, UnreachableError):
            trying = _("Nothing is lost. Trying again…")
            self._wrong = f"{self._wrong} {trying}"
        self._notify()

    async def _give(self, answer: Answer) -> None:
        before = self.talk.turns
        try:
            self.view = await surely(partial(self.talk.answer, answer), self.tell)
        except SimulatorError as error:
            self.tell(error)
        else:
            if self._is_gone:
                return
            if self.talk.turns == before + 1:
                await self.answered(answer)
            else:  # another device was faster
                await self.filled()
        finally:
            self._sending = False
        self.attend()

    async def _correct(self, meant: str | None) -> None:
        try:
            await surely(partial(self.talk.correct, meant), self.tell)
            if not self._is_gone:
                await self.filled()
        except SimulatorError as error:
            self.tell(error)
        finally:
            self._sending = False

    async def _listen(self) -> None:
        """Look out for what happens elsewhere, until the talk or the class is over."""
        while self.talk.view.ending is None and not self.far.closed:
            lost = False
            try:
                changed = await aside(self.far.wait)
            except UnreachableError as error:
                lost = True
                self.tell(error)
            except SimulatorError as error:
                self.tell(error)
                return
            else:
                if changed:
                    await self.news()
                if self._lost and not self._sending:
                    self.tell(None)
            self._lost = lost
            if lost or self.far.waiting:
                await asyncio.sleep(AGAIN)

    @property
    def _is_gone(self) -> bool:
        """True once the program takes the screen down: an answer may still come in."""
        return not self.query("#notice")

    _lost = False
    """True while the server was out of reach when last listened to."""

    def _notify(self) -> None:
        """Draw what must be told: what is wrong, what all wait for, what all said."""
        _ = self.game.texts.gettext
        over = self.far.closed and self.view.ending is None
        told = [_("This class is over.")] if over else []
        told += filter(None, [self.far.waiting, *self.far.split])
        lines = [Content.styled(self._wrong, "$bad")] if self._wrong else []
        lines += [Content(line) for line in told]
        for notice in self.query("#notice").results(Text):
            notice.display = bool(lines)
            notice.update(Content("\n").join(lines))

    def _afterwards(self, _: Callable[[str], str]) -> list[Choice]:
        return [Choice(HOME, _("Leave the class"))]


class JoinedSpeak(JoinedTalk, Speak):
    """A talk in a class, in own words."""

    @property
    def talk_is_free(self) -> bool:
        """True while nothing is being heard."""
        return not self._listening

    def ask(self, view: View) -> None:
        """Let the trainee type, while there is something to answer."""
        super().ask(view)
        if self.held:
            self.query_one(Composer).display = False

    async def on_composer_sent(self, event: Composer.Sent) -> None:
        """Have the words heard; words on their way are not sent twice."""
        event.stop()
        event.prevent_default()
        stale = event.text != self.query_one(Composer).text
        busy = self._listening or self._sending or self.held
        if not (busy or stale or self._chooses(self.view)):
            self._listening = True
            self._hint(self.game.texts.gettext("Listening…"))
            self.run_worker(self._hear(event.text), group="hear-far")

    async def _hear(self, text: str) -> None:
        try:
            hearing = await surely(partial(self.talk.hear, text), self.tell)
        except SimulatorError as error:
            if not self._is_gone:
                self._hint(error.sentence(self.game.texts.gettext), wrong=True)
            return
        finally:
            self._listening = False
        if self._is_gone:
            return
        self._hint("")
        await self._heard(hearing)

    def action_meant(self) -> None:
        """Ask what was meant by the last words."""
        if not self.is_exam and self.talk.can_correct and self._doubt is None:
            self.post_message(wishes.ShowMeant(self.talk))
