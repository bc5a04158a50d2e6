"""A form over the talk: filled in row by row, kept half-filled, handed in whole."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from scoring.forms.model import FormKind
from simulator import forms
from simulator.errors import SimulatorError
from simulator.forms import Row
from simulator.reports.formhelp import help_lines, running_line
from simulator.reports.formnames import form_name, still_empty
from simulator.tui import wishes
from simulator.tui.acts import Act
from simulator.tui.keys import both
from simulator.tui.screens.page import Page
from simulator.tui.widgets.composer import Composer
from simulator.tui.widgets.formrows import FormRows
from simulator.tui.widgets.settled import Scroll, Text

if TYPE_CHECKING:
    from simulator.sessions.attempt import Attempt
    from simulator.sessions.talk import Filling, Talk
    from simulator.tui.game import Game


class FormPage(Page):
    """One form. What stands in it is kept at every key; Escape goes to the talk."""

    CSS_PATH = "../styles/form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(both("c"), "card", show=False),
        Binding("escape", "leave", show=False),
        Binding(both("ctrl+s"), "hand_in", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]

    def __init__(self, game: "Game", talk: "Talk", desk: "Filling") -> None:
        super().__init__(game)
        self.talk = talk
        self.desk = desk
        self._values = desk.kept
        self._asked = False
        """True once the trainee was told what is still empty."""

    @property
    def attempt(self) -> "Attempt":
        """The talk where it is held here; asked for nothing else where it is not."""
        own = self.talk.own
        assert own is not None, "another machine holds this talk"
        return own

    def acts(self) -> tuple[Act, ...]:
        """Return what can be done here."""
        _ = self.game.texts.gettext
        return (
            Act("screen.hand_in", "Ctrl+S", _("hand in")),
            Act("screen.leave", "Esc", _("to the talk")),
            *self._ways(),
            self.help_act(),
            Act("", "Enter", _("choose")),
            Act("", "↑↓", _("row")),
            Act("screen.card", self.key("c"), _("client card")),
            *self.common_acts(),
        )

    def _ways(self) -> tuple[Act, ...]:
        """Return how the values of this form are changed."""
        _ = self.game.texts.gettext
        match self.desk.sheet.kind:
            case FormKind.KEY_CLIENT:
                return (
                    Act("", "0–4", _("level")),
                    Act("", "2 - 3", _("a range of levels")),
                    Act("", "⌫", _("no data")),
                )
            case FormKind.MEETING_AGENDA:
                return (
                    Act("", "←→", _("change")),
                    Act("", "Shift+↑↓", _("move a point")),
                )
            case FormKind.HANDOVER_PLAN:
                return (Act("", "←→", _("owner")), Act("", "0–9", _("day")))
            case FormKind.DECISION:
                return ()

    def about(self) -> str:
        """Explain this screen."""
        _ = self.game.texts.gettext
        told = {
            FormKind.KEY_CLIENT: _(
                "Give each criterion the level that the facts you have learned allow, "
                "a range where they leave it open (2, minus, 3), and no data where "
                "nothing is known: a guess is worse than no data. The line above tells "
                "what your levels come to; then choose the status yourself."
            ),
            FormKind.MEETING_AGENDA: _(
                "Choose a date, say who decides and who contributes, put the points "
                "that belong on the agenda in order (Enter puts one on it or takes it "
                "off), and say who brings what."
            ),
            FormKind.DECISION: _(
                "Choose what is decided and the reasons that carry it; the objections "
                "that were raised go into the record. In your own words you can add "
                "what matters to you."
            ),
            FormKind.HANDOVER_PLAN: _(
                "Take up the steps that are needed: arrows choose the owner, digits "
                "the day, counted from the decision. Then the terms for the manager, "
                "the condition of return, and what will be measured when."
            ),
        }[self.desk.sheet.kind]
        return told + " " + _("What stands in the form is kept at every key.")

    def parts(self) -> Iterable[Widget]:
        """Make the widgets."""
        _ = self.game.texts.gettext
        sheet, texts = self.desk.sheet, self.game.texts
        yield Text(id="form-title")
        with Scroll(id="form-rows"):
            yield FormRows(sheet, self._values, texts, _("Hand in"))
        yield Composer(_("In your own words…"), self._words())
        with Scroll(id="form-help"):
            yield Text(id="form-notes")

    async def filled(self) -> None:
        """Show the form as it was left."""
        self.query_one(Composer).display = False
        self._title()
        rows = self.query_one(FormRows)
        self._notes(rows.row)
        rows.focus()

    async def rebuild(self) -> None:
        """Draw everything again in the language of now."""
        self.desk = self.desk.laid(self.game.language)
        await super().rebuild()

    def on_form_rows_changed(self, event: FormRows.Changed) -> None:
        """Keep what stands in the form."""
        event.stop()
        self._values = dict(event.values)
        self._asked = False
        self._title()
        try:
            self.desk.keep(self._values)
        except SimulatorError as error:
            self._say(error.sentence(self.game.texts.gettext))

    def on_form_rows_moved(self, event: FormRows.Moved) -> None:
        """Show what helps with the row."""
        event.stop()
        self._notes(event.row)

    def on_form_rows_words(self, event: FormRows.Words) -> None:
        """Let the trainee write."""
        event.stop()
        composer = self.query_one(Composer)
        composer.display = True
        composer.focus()

    def on_composer_sent(self, event: Composer.Sent) -> None:
        """Take the words into the form."""
        event.stop()
        self._take_words(event.text)
        self._close_words()

    def on_composer_rested(self, event: Composer.Rested) -> None:
        """Keep the words while they are being written."""
        event.stop()
        self._take_words(event.text)

    def on_form_rows_hand_in(self, event: FormRows.HandIn) -> None:
        """Hand the form in."""
        event.stop()
        self.action_hand_in()

    def action_hand_in(self) -> None:
        """Hand the form in; when something is empty, say what, and ask again."""
        try:
            answer = self.desk.answer(self._values)
        except SimulatorError as error:
            self._say(error.sentence(self.game.texts.gettext))
            return
        empty = self.desk.empty(self._values)
        if empty and not self._asked:
            self._asked = True
            self._say(still_empty(empty, self.game.texts))
            return
        self.post_message(wishes.HandIn(self.talk, answer))

    def action_leave(self) -> None:
        """Stop writing; or go to the talk: the form is kept as it is."""
        composer = self.query_one(Composer)
        if composer.display:
            composer.rest()
            self._close_words()
        else:
            self.post_message(wishes.GoUp())

    def action_card(self) -> None:
        """Show the client card."""
        self.post_message(wishes.ShowCard(self.talk.view))

    def action_page(self, by: int) -> None:
        """Scroll the rows by a page."""
        rows = self.query_one("#form-rows")
        if by < 0:
            rows.scroll_page_up(animate=False)
        else:
            rows.scroll_page_down(animate=False)

    def _take_words(self, text: str) -> None:
        self.query_one(FormRows).put(forms.with_words(self._values, text.strip()))

    def _close_words(self) -> None:
        self.query_one(Composer).display = False
        self.query_one(FormRows).focus()

    def _words(self) -> str:
        words = self._values.get("words")
        return words if isinstance(words, str) else ""

    def _title(self) -> None:
        texts, language = self.game.texts, self.game.language
        parts = [
            Content.styled(form_name(self.desk.sheet.kind).render(texts), "bold"),
            Content.styled(self.talk.view.client, "$muted"),
        ]
        if self.desk.sheet.kind is FormKind.KEY_CLIENT:
            rulebook = self.talk.rulebook
            total = running_line(
                self.desk.total(self._values), rulebook, texts, language
            )
            parts.append(Content.styled(total, "$primary"))
        self.query_one("#form-title", Text).update(Content("  ·  ").join(parts))

    def _notes(self, row: Row | None) -> None:
        texts, language = self.game.texts, self.game.language
        rulebook = self.talk.rulebook
        lines = help_lines(row, rulebook, texts, language) if row else []
        self._help(Content("\n").join(Content(line) for line in lines))

    def _say(self, text: str) -> None:
        """Say in place of the notes what went wrong."""
        self._help(Content.styled(text, "$bad"))

    def _help(self, content: Content) -> None:
        """Show notes, or nothing at all where there are none."""
        self.query_one("#form-help").display = bool(content.plain)
        self.query_one("#form-notes", Text).update(content)
        self.query_one("#form-help").scroll_home(animate=False)
