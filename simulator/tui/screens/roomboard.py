"""The trainer's board of a room with one talk: what it answered, how it goes on."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static

from simulator.reports.numbers import decimal_sign
from simulator.tui.acts import Act
from simulator.tui.keys import both
from simulator.tui.screens.board import BoardPage
from simulator.tui.screens.classpage import Wanted
from simulator.tui.screens.goon import ONE, THIS, GoOn, VoteClock
from simulator.tui.widgets.roomlines import Words, room_lines, side_lines
from simulator.tui.widgets.rows import Listed, Rows

if TYPE_CHECKING:
    from simulator.tui.seen import Course, Option


class RoomPage(BoardPage):
    """The board, from which the room is led."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(both("c"), "vote", show=False),
        Binding(both("g"), "go_on(False)", show=False),
        Binding("enter", "go_on(True)", show=False),
        Binding(both("b"), "back", show=False),
        Binding(both("p"), "pause", show=False),
        Binding(both("k"), "clock", show=False),
        Binding(both("l"), "switch", show=False),
        Binding("tab", "switch", show=False, priority=True),
    ]
    _drawn: object = None

    @property
    def course(self) -> "Course":
        """The line that the room is at."""
        course = self.seen["course"]
        if course is None:
            raise NotImplementedError("here each talks at his own pace")
        return course

    def acts(self) -> tuple[Act, ...]:
        """Return what can be done here."""
        _, course = self.game.texts.gettext, self.course
        vote = _("close the vote") if course["open"] else _("open it again")
        pause = _("go on answering") if course["paused"] else _("pause")
        view = _("the line") if self.has_class("-people") else _("who is here")
        hidden = (
            Act("screen.back", self.key("b"), _("step back"), on_bar=False),
            Act("screen.pause", self.key("p"), pause, on_bar=False),
            Act("screen.hands", self.key("h"), _("take a hand"), on_bar=False),
            self.names_act(),
            Act("screen.debrief", self.key("d"), _("show the debrief"), on_bar=False),
            Act("screen.sort", self.key("s"), _("who has not answered"), on_bar=False),
            Act("screen.invite", self.key("r"), _("QR code"), on_bar=False),
            Act("screen.end", self.key("e"), _("end the class"), on_bar=False),
            Act("", "↑↓", _("choose an answer or a person"), on_bar=False),
            Act("", "Enter", _("go on with the answer that is chosen"), on_bar=False),
            Act("", "PgUp PgDn Home End", _("scroll"), on_bar=False),
        )
        return (
            Act("screen.vote", self.key("c"), vote),
            Act("screen.go_on(False)", self.key("g"), _("go on")),
            Act("screen.clock", self.key("k"), _("clock")),
            Act("screen.speak", self.key("m"), _("speak")),
            Act("screen.switch", self.key("l"), view),
            self.help_act(),
            self.leave_act(),
            *hidden,
            *self.common_acts(),
        )

    def about(self) -> str:
        """Explain this screen."""
        _ = self.game.texts.gettext
        told = _(
            "All answer the same line. Close the vote, and everybody sees how the room "
            "split; then say with which answer the talk goes on. A score is that of "
            "the answer by itself, out of 100. In the list of people ↑ is a raised "
            "hand, • an answer that is in."
        )
        return f"{told} {self.leaving()}"

    def columns(self) -> Iterable[Widget]:
        """Make what stands beside the QR code."""
        yield Rows(id="board-room")
        with Vertical(id="board-aside"):
            yield Static(id="board-side")
        yield from super().columns()

    async def filled(self) -> None:
        """Show the class."""
        self._drawn = None
        await super().filled()

    def draw_board(self) -> None:
        """Draw what has changed."""
        super().draw_board()
        if not self.query("#board-room"):
            return
        course = {**self.course, "left": None}
        key = (course, self.seen["named"], self.seen["people"], self._is_wide)
        if key != self._drawn:
            self._drawn = key
            self._keep_chosen()
            self.query_one("#board-room", Rows).show(self._lines)
            self._draw_side()

    def on_resize(self, _: events.Resize) -> None:
        """Put principles and people beside the answers where there is room."""
        self.call_after_refresh(self.draw_board)

    def rows(self) -> Rows:
        """Return the list that keys move in."""
        name = "#board-lines" if self.has_class("-people") else "#board-room"
        return self.query_one(name, Rows)

    def on_rows_taken(self, event: Rows.Taken) -> None:
        """Go on with the answer that was pointed at twice."""
        event.stop()
        self.action_go_on(here=True)

    def action_vote(self) -> None:
        """Close the vote, or open it again."""

        def wanted() -> Wanted:
            return Wanted({"act": "close-vote" if self.course["open"] else "reopen"})

        self.ask_in_turn(wanted)

    def action_back(self) -> None:
        """Go back to the line before."""
        self.ask("step-back")

    def action_pause(self) -> None:
        """Let nobody answer for a while, or everybody again."""

        def wanted() -> Wanted:
            return Wanted({"act": "pause", "on": not self.course["paused"]})

        self.ask_in_turn(wanted)

    def action_clock(self) -> None:
        """Ask how long the vote lasts."""

        def take(seconds: int | None) -> None:
            if seconds is not None:
                self.ask("timer", seconds=seconds)

        running = self.course["left"] is not None
        self.app.push_screen(VoteClock(self.game, running=running), take)

    def action_switch(self) -> None:
        """Show the people in place of the line, or the line again."""
        self.toggle_class("-people")
        self.call_after_refresh(self.draw_board)

    def action_go_on(self, here: bool) -> None:
        """Ask with which answer the talk goes on.

        Args:
            here: Whether the one that is chosen is meant at first.
        """
        _, one = self.game.texts.gettext, self._chosen_option()
        if not self.course["options"]:
            self.say(_("Nobody has answered yet."))
            return

        def take(way: str | None) -> None:
            if way == ONE:
                self._ask_whose()
            elif way == THIS and one is not None:
                self.ask("go-on", person=one["person"])
            elif way is not None:
                self.ask("go-on", **{"with": way})

        self.app.push_screen(GoOn(self.game, one, here=here), take)

    def _ask_whose(self) -> None:
        from simulator.tui.screens.findperson import FindPerson, Found

        def take(person: str | None) -> None:
            if person is not None:
                self.ask("go-on", person=person)

        _ = self.game.texts.gettext
        names = {one["person"]: one["name"] for one in self.seen["people"]}
        found = [
            Found(one["person"], names[one["person"]], one["text"])
            for one in self.course["answers"]
            if one["person"] in names
        ]
        self.app.push_screen(FindPerson(self.game, _("Whose answer?"), found), take)

    def _chosen_option(self) -> "Option | None":
        """Return the answer that is chosen: of the room's, or of a person."""
        at = self.rows().at
        if self.has_class("-people"):
            return self._answer_of(at)
        found = (one for one in self.course["options"] if one["person"] == at)
        return next(found, None)

    def _answer_of(self, person: str) -> "Option | None":
        for one in self.course["answers"]:
            if one["person"] == person:
                return {**one, "count": 1, "share": 0, "codes": [], "worth": 0}
        return None

    def _keep_chosen(self) -> None:
        """Choose no answer that is not there any more."""
        rows = self.query_one("#board-room", Rows)
        if rows.at not in {one["person"] for one in self.course["options"]}:
            rows.at = ""

    @property
    def _is_wide(self) -> bool:
        return self.has_class("-wide")

    def _words(self) -> Words:
        return Words(self.game.texts, decimal_sign(self.game.language))

    def _lines(self, width: int) -> Listed:
        return room_lines(self.seen, self._words(), width, whole=not self._is_wide)

    def _draw_side(self) -> None:
        side = self.query_one("#board-side", Static)
        if self._is_wide:
            room = max(20, side.content_size.width or 36)
            lines = side_lines(self.seen, self._words(), room)
            from textual.content import Content

            side.update(Content("\n").join(lines))
