"""The talk: what was said, how they feel, what can be answered."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.types import CSSPathType
from textual.widget import Widget

from simulator.engine import YOU, Answer, Choose, EngineError, Spoken
from simulator.engine.view import EndingView, Offer, View
from simulator.errors import SimulatorError
from simulator.reports.formnames import form_name
from simulator.tui import wishes
from simulator.tui.acts import Act
from simulator.tui.keys import both
from simulator.tui.screens.page import Page
from simulator.tui.widgets.bubble import ENDING
from simulator.tui.widgets.card import Card
from simulator.tui.widgets.choices import Choice, Choices
from simulator.tui.widgets.keybar import KeyBar
from simulator.tui.widgets.mood import Mood
from simulator.tui.widgets.settled import Column, Scroll, Text
from simulator.tui.widgets.transcript import Transcript

if TYPE_CHECKING:
    from simulator.packs import Entry
    from simulator.sessions.attempt import Attempt
    from simulator.sessions.talk import Talk as HeldTalk
    from simulator.tui.game import Game

TALL: Final = 34
"""From this many lines on there is room for blank lines between replies."""
DEBRIEF, RECORD, SEQUEL = "debrief", "record", "sequel"
AGAIN, HOME = "again", "home"
"""What can be chosen when the talk is over, in place of replies."""
FORM = ""
"""What is chosen to fill in a form, in place of replies; no reply has this id."""


class Talk(Page):
    """One attempt on the screen. Every answer is committed before it is shown."""

    CSS_PATH: ClassVar[CSSPathType] = "../styles/talk.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(both("c"), "card", show=False),
        Binding(both("r"), "rewind", show=False),
        Binding(both("q"), "leave", show=False),
        Binding("escape", "leave", show=False),
        Binding("pageup", "back", show=False),
        Binding("pagedown", "forward", show=False),
        Binding("home", "to_start", show=False),
        Binding("end", "to_end", show=False),
    ]

    def __init__(self, game: "Game", talk: "HeldTalk") -> None:
        super().__init__(game)
        self.talk = talk
        self.view = talk.view
        """What is shown now."""
        self._sequels: dict[str, Entry | None] = {}

    @property
    def attempt(self) -> "Attempt":
        """The talk where it is held here; asked for nothing else where it is not."""
        own = self.talk.own
        assert own is not None, "another machine holds this talk"
        return own

    def acts(self) -> tuple[Act, ...]:
        """Return what can be done here."""
        _ = self.game.texts.gettext
        view = self.view
        most = len(self._choices(view))
        digits = "1" if most < 2 else f"1–{most}"
        back = Act("screen.rewind", self.key("r"), _("go back"))
        return (
            Act("", digits, self._what_for(view)),
            Act("screen.card", self.key("c"), _("client card")),
            *((back,) if view.turn and self.talk.own else ()),
            self.help_act(),
            Act("screen.leave", self.key("q"), _("leave")),
            Act("screen.back", "PgUp", _("earlier"), on_bar=False),
            Act("screen.to_end", "End", _("to the end of the talk"), on_bar=False),
            *self.common_acts(),
        )

    def _what_for(self, view: View) -> str:
        """Return what the digits do."""
        _ = self.game.texts.gettext
        if view.form is not None:
            return _("fill in")
        return _("choose") if view.ending else _("answer")

    def about(self) -> str:
        """Explain this screen."""
        _ = self.game.texts.gettext
        return _(
            "Read what the other says and choose your reply: press its digit, or move "
            "with the arrows and press Enter, or click it. The order of replies is "
            "shuffled. Watch resistance and trust: they change with what you say. "
            "Every answer is kept at once, so you can leave at any moment."
        )

    def parts(self) -> Iterable[Widget]:
        """Make the widgets."""
        _ = self.game.texts.gettext
        with Horizontal(id="talk"):
            with Column(id="stage"):
                yield Text(id="heading")
                yield Mood("mood", stacked=False)
                yield Transcript(_("You"), self.game.texts)
                with Scroll(id="answers"):
                    yield from self.answering()
            with Scroll(id="side"):
                yield Mood("side-mood", stacked=True)
                yield Card()

    def answering(self) -> Iterable[Widget]:
        """Make what the trainee answers with."""
        yield Choices(id="replies")

    async def filled(self) -> None:
        """Show the talk so far."""
        view = self.view = self.talk.view
        await self.query_one(Transcript).fill(
            [*self.talk.spoken, *_epilogue(view.ending)]
        )
        self._show(view)
        self.attend()

    def attend(self) -> None:
        """Put the keys where the answer is given."""
        self.query_one(Choices).focus()

    def on_resize(self, event: events.Resize) -> None:
        """Give the replies more air where there is room for it."""
        self.query_one(Choices).gap = int(event.size.height >= TALL)

    async def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Answer, or do what is offered after the end."""
        event.stop()
        if not event.fresh:
            return
        if self.view.form is not None:
            self.post_message(wishes.ShowForm(self.talk))
        elif self.view.ending is None:
            await self.answer(event.choice.id)
        elif event.choice.id == DEBRIEF:
            self.post_message(wishes.ShowDebrief(self.talk))
        elif event.choice.id == RECORD and self.talk.own is not None:
            self.post_message(wishes.ShowRecord(self.talk.own))
        elif event.choice.id == AGAIN:
            self.action_rewind()
        elif event.choice.id == SEQUEL and self._sequel is not None:
            self.post_message(wishes.ShowBrief(self._sequel.id))
        else:
            self.post_message(wishes.GoHome())

    async def answer(self, reply: str) -> None:
        """Give a reply; show what follows once it is kept, in one frame."""
        await self.give(Choose(reply))

    async def give(self, answer: Answer) -> None:
        """Give an answer; show what follows once it is kept, in one frame."""
        try:
            self.view = self.talk.answer(answer)
        except EngineError:
            return
        except SimulatorError as error:
            again = partial(self.call_later, self.give, answer)
            if self.talk.own is not None:
                self.post_message(wishes.Unkept(self.talk.own, error, again))
            return
        await self.answered(answer)

    async def answered(self, answer: Answer) -> None:
        """Show what follows an answer."""
        with self.app.batch_update():
            self._show(self.view)
            lines = [*self.view.spoken, *_epilogue(self.view.ending)]
            await self.query_one(Transcript).extend(lines)

    def action_card(self) -> None:
        """Show the client card; beside the talk it is in sight already."""
        self.post_message(wishes.ShowCard(self.view))

    def action_rewind(self) -> None:
        """Offer the turns to go back to."""
        lines = self.query_one(Transcript).lines
        said = [self._said(line) for line in lines if line.who == YOU]
        if said and self.talk.own is not None:
            self.post_message(wishes.ShowRewind(self.talk.own, said))

    def _said(self, line: Spoken) -> str:
        """Return the words of a turn; of a form, its name."""
        return form_name(line.form).render(self.game.texts) if line.form else line.text

    def action_leave(self) -> None:
        """Leave; the talk is kept already."""
        _ = self.game.texts.gettext
        over = self.view.ending is not None
        self.post_message(wishes.GoHome("" if over else _("The talk is kept.")))

    async def action_back(self) -> None:
        """Show earlier messages."""
        await self.query_one(Transcript).back()

    async def action_forward(self) -> None:
        """Show later messages."""
        await self.query_one(Transcript).forward()

    async def action_to_start(self) -> None:
        """Show the first messages."""
        await self.query_one(Transcript).to_start()

    async def action_to_end(self) -> None:
        """Show the last messages."""
        await self.query_one(Transcript).to_end()

    def _show(self, view: View) -> None:
        """Draw everything but the messages."""
        texts = self.game.texts
        self.query_one("#heading", Text).update(self._heading(view))
        self.query_one("#mood", Mood).show(view.people, texts)
        self.query_one("#side-mood", Mood).show(view.people, texts)
        self.query_one(Card).show(view, texts)
        self.ask(view)
        self.query_one(KeyBar).show(self.acts())
        self.query_one("#answers").scroll_home(animate=False)

    def ask(self, view: View) -> None:
        """Offer what can be answered now."""
        self.query_one(Choices).show(self._choices(view))

    def on_transcript_turned(self) -> None:
        """Say where there is more to read."""
        self.query_one("#heading", Text).update(self._heading(self.view))

    def _heading(self, view: View) -> Content:
        _, ngettext = self.game.texts.gettext, self.game.texts.ngettext
        if view.ending is None:
            turn = _("turn {n}").format(n=view.turn + 1)
        else:
            turn = ngettext("{n} turn", "{n} turns", view.turn).format(n=view.turn)
        parts = [Content.styled(view.title, "bold"), Content.styled(turn, "$muted")]
        if self.query_one(Transcript).goes_on:
            parts.append(Content.styled("PgDn " + _("read on"), "bold $primary"))
        elif view.turn:
            parts.append(Content.styled("PgUp " + _("earlier"), "$muted"))
        return Content("  ·  ").join(parts)

    @property
    def _sequel(self) -> "Entry | None":
        """The scenario that goes on from here; looked for once an ending."""
        own = self.talk.own
        if own is None:
            return None
        ending = own.state.ending or ""
        if ending not in self._sequels:
            self._sequels[ending] = self.game.sessions.sequel(own)
        return self._sequels[ending]

    def _onwards(self, _: Callable[[str], str]) -> list[Choice]:
        later = self._sequel
        if later is None:
            return []
        return [Choice(SEQUEL, _("Play on: {title}").format(title=later.title))]

    def _choices(self, view: View) -> list[Choice]:
        _ = self.game.texts.gettext
        if view.form is not None:
            name = form_name(view.form).render(self.game.texts)
            return [Choice(FORM, _("Fill in: {form}").format(form=name))]
        if view.ending is None:
            return [_choice(offer, _) for offer in view.offers]
        return [
            Choice(DEBRIEF, _("Debrief: what it came to, and why")),
            *self._afterwards(_),
        ]

    def _afterwards(self, _: Callable[[str], str]) -> list[Choice]:
        """Return what can be done after a talk, beside looking back on it."""
        own = self.talk.own
        minutes = [Choice(RECORD, _("Record of the meeting: read it, save it"))]
        return [
            *(minutes if own is not None and own.decided else ()),
            *self._onwards(_),
            Choice(AGAIN, _("Go back to a turn and try again")),
            Choice(HOME, _("To the first screen")),
        ]


def _choice(offer: Offer, _: Callable[[str], str]) -> Choice:
    """Return a reply; where it matters, with the person addressed."""
    to = _("to: {name}").format(name=offer.to_whom) if offer.to_whom else ""
    return Choice(offer.reply, offer.text, to)


def _epilogue(ending: EndingView | None) -> list[Spoken]:
    """Return the ending as the last message of the talk."""
    if ending is None:
        return []
    return [Spoken(ENDING, ending.title, ending.text)]
