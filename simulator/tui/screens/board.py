"""The trainer's board: how people come in, who is where, what each talk came to."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from simulator.tui.acts import Act
from simulator.tui.keys import both
from simulator.tui.screens.classpage import ClassPage, Wanted
from simulator.tui.seen import ROOM, Person
from simulator.tui.widgets.boardhead import board_head
from simulator.tui.widgets.keybar import KeyBar
from simulator.tui.widgets.peoplelines import behind, people_heading, people_lines
from simulator.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from simulator.tui.screens.speakas import AsManager


class BoardPage(ClassPage):
    """The board of a class in which each talks at his own pace."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(both("r"), "invite", show=False),
        Binding(both("s"), "sort", show=False),
        Binding(both("e"), "end", show=False),
        Binding(both("m"), "speak", show=False),
        Binding(both("h"), "hands", show=False),
        Binding(both("n"), "names", show=False),
        Binding(both("d"), "debrief", show=False),
        Binding(both("q"), "app.quit", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end", "edge(1)", show=False),
    ]

    _sorted = False
    _headed: Content | None = None
    _peopled: object = None

    def acts(self) -> tuple[Act, ...]:
        """Return what can be done here."""
        _ = self.game.texts.gettext
        hands = any(one["hand"] for one in self.seen["people"])
        return (
            Act("screen.sort", self.key("s"), _("who is behind")),
            Act("screen.speak", self.key("m"), _("speak as the manager")),
            Act("screen.hands", self.key("h"), _("hands up"), on_bar=hands),
            Act("screen.end", self.key("e"), _("end the class")),
            self.help_act(),
            self.leave_act(),
            Act("screen.invite", self.key("r"), _("QR code")),
            Act("screen.debrief", self.key("d"), _("show the debrief"), on_bar=False),
            self.names_act(),
            Act("", "↑↓", _("choose a person"), on_bar=False),
            Act("", "PgUp PgDn Home End", _("scroll"), on_bar=False),
            *self.common_acts(),
        )

    def leave_act(self) -> Act:
        """Return the entry for leaving, which stops a server that runs here."""
        _ = self.game.texts.gettext
        said = _("stop the server") if self.way.serving else _("leave the board")
        return Act("app.quit", self.key("q"), said)

    def names_act(self) -> Act:
        """Return the entry for names by quotations."""
        _ = self.game.texts.gettext
        said = _("hide names") if self.seen["named"] else _("names by quotations")
        return Act("screen.names", self.key("n"), said, on_bar=False)

    def about(self) -> str:
        """Explain this screen."""
        _ = self.game.texts.gettext
        told = _(
            "People open the address, or scan the QR code, and type their names. Each "
            "line below is a person: how many turns, both scores as they stand, and "
            "what was said to him last. ↑ is a raised hand. You can speak as the "
            "manager for one turn, to one person or to all."
        )
        return f"{told} {self.leaving()}"

    def leaving(self) -> str:
        """Tell what leaving and ending come to."""
        _ = self.game.texts.gettext
        ending = _("Ending the class lets nobody answer any more.")
        if not self.way.serving:
            leaving = _("Leaving the board changes nothing.")
            return f"{leaving} {ending}"
        stopping = _(
            "Stopping the server loses nothing: `whose-client class serve` goes on "
            "with it."
        )
        return f"{stopping} {ending}"

    def parts(self) -> Iterable[Widget]:
        """Make the widgets."""
        with Vertical(id="board"):
            yield Static(id="board-head")
            with Horizontal(id="board-body"):
                yield Static(Content(self.way.drawn), id="board-code")
                yield from self.columns()

    def columns(self) -> Iterable[Widget]:
        """Make what stands beside the QR code."""
        with Vertical(id="board-people"):
            yield Static(id="board-names")
            yield Rows(id="board-lines")

    async def filled(self) -> None:
        """Show the class."""
        self._headed = self._peopled = None
        self.draw_board()

    def draw_board(self) -> None:
        """Draw what has changed."""
        if not self.query("#board-head"):
            return
        self.query_one("#board-body").set_class(self.lost is not None, "-old")
        self.query_one("#board-code").set_class(bool(self.seen["people"]), "-known")
        head = board_head(self.seen, self.way, self.game.texts, list(self.notes()))
        if head != self._headed:
            self._headed = head
            self.query_one("#board-head", Static).update(head)
        self.query_one(KeyBar).show(self.acts())
        self.draw_people()

    def draw_people(self) -> None:
        """Draw the people where anything about them has changed."""
        course = self.seen["course"]
        key = (self.seen["people"], course and course["answers"], self._sorted)
        if key == self._peopled:
            return
        self._peopled = key
        _, people = self.game.texts.gettext, self.seen["people"]
        if self._sorted:
            people = sorted(people, key=behind)
        answers = course and {one["person"]: one["text"] for one in course["answers"]}
        heading = people_heading(self.game.texts, together=course is not None)
        if not people:
            heading = Content.styled(_("Nobody has come in yet."), "$muted")
        self.query_one("#board-names", Static).update(heading)
        listed = people_lines(people, answers, _("a form that was filled in"))
        self.query_one("#board-lines", Rows).show(lambda _: listed)

    def rows(self) -> Rows:
        """Return the list that keys move in."""
        return self.query_one("#board-lines", Rows)

    def chosen(self) -> Person | None:
        """Return the person who is chosen in the list."""
        return self.person(self.query_one("#board-lines", Rows).at)

    def action_invite(self) -> None:
        """Show the QR code, or put it away."""
        self.ending = False
        self.query_one("#board-code").toggle_class("-wanted")
        self.draw_board()

    def action_sort(self) -> None:
        """Put those first who are least far, or all as they came in."""
        self._sorted, self.ending = not self._sorted, False
        self.draw_board()

    def action_end(self) -> None:
        """End the class at the second press: nobody can answer after that."""
        if self.ending and not self.seen["closed"]:
            self.run_worker(self.end_class(), group="lead")
        else:
            self.ending = True
            self.draw_board()

    def action_speak(self) -> None:
        """Speak as the manager, to the person who is chosen or to the room."""
        from simulator.tui.screens.speakas import SpeakAs

        self.app.push_screen(
            SpeakAs(self.game, self.addressees(), self.unsaid), self._speak
        )

    def addressees(self) -> list[Person]:
        """Return to whom the trainer can speak besides the room."""
        one = self.chosen()
        return [] if one is None else [one]

    def action_hands(self) -> None:
        """Take a raised hand: of several, the one that is chosen."""
        from simulator.tui.screens.findperson import FindPerson, Found

        _ = self.game.texts.gettext
        up = [one for one in self.seen["people"] if one["hand"]]
        one = self.chosen()
        if one is not None and one["hand"]:
            self._take_hand(one["person"])
        elif up:
            title, found = _("Take a hand"), [Found(o["person"], o["name"]) for o in up]
            self.app.push_screen(FindPerson(self.game, title, found), self._take_hand)
        else:
            self.say(_("No hand is up."))

    def action_names(self) -> None:
        """Let quotations bear names, or not."""
        self.ask_in_turn(lambda: Wanted({"act": "names", "on": not self.seen["named"]}))

    def action_debrief(self) -> None:
        """Show the room its debrief, or put it away."""
        _ = self.game.texts.gettext

        def wanted() -> Wanted:
            shown = self.seen["shown"]
            said = _("The debrief is put away.")
            if not shown:
                said = _("The room can read its debrief now.")
            return Wanted({"act": "show", "on": not shown}, said)

        self.ask_in_turn(wanted)

    def action_page(self, by: int) -> None:
        """Scroll by a page."""
        self.rows().page(by)

    def action_move(self, by: int) -> None:
        """Choose the next one, or the one before."""
        self.rows().move(by)

    def action_edge(self, last: int) -> None:
        """Scroll to the first line, or to the last."""
        self.rows().to_end(last=bool(last))

    def _speak(self, line: "AsManager | None") -> None:
        if line is None:
            return
        self.unsaid = line.text
        if line.sent:
            _, one = self.game.texts.gettext, self.person(line.to)
            told = _("Said to the room.") if one is None else _("Said to {name}.")
            done = told.format(name=one["name"] if one else "")
            self.ask("speak", done, to=line.to, text=line.text)

    def _take_hand(self, person: str | None) -> None:
        if person not in (None, ROOM):
            self.ask("take-hand", person=person)
