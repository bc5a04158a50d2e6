"""The rows of a form: moved through by arrows, filled in by keys or by mouse."""

from dataclasses import dataclass
from gettext import NullTranslations
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from scoring.forms import read
from scoring.forms.model import Values
from simulator import forms
from simulator.forms import Row, Sheet, Way
from simulator.tui.widgets.formdrawing import Drawing, Line, level_at
from simulator.tui.widgets.settled import settled


class FormRows(Widget, can_focus=True):
    """All rows of a form and, last, the line that hands it in. Texts are data."""

    DEFAULT_CSS = """
    FormRows { height: auto; width: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("enter,space", "take", show=False),
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
        Binding("shift+up", "shift(-1)", show=False),
        Binding("shift+down", "shift(1)", show=False),
        Binding("minus", "range", show=False),
        Binding("backspace,delete", "clear", show=False),
        *(Binding(str(n), f"digit({n})", show=False) for n in range(10)),
    ]

    virtual_size = settled()
    at: reactive[int] = reactive(0, init=False)
    """Which row is highlighted; after the last one comes the line that hands in."""

    @dataclass
    class Changed(Message):
        """Something was put into the form."""

        values: Values

    @dataclass
    class Moved(Message):
        """The highlight is on another row."""

        row: Row | None
        """None on the line that hands in."""

    @dataclass
    class Words(Message):
        """The trainee wants to write own words."""

        row: Row

    class HandIn(Message):
        """The trainee wants to hand the form in."""

    def __init__(
        self,
        sheet: Sheet,
        values: Values,
        texts: NullTranslations,
        hand_in: str,
    ) -> None:
        """Make the rows.

        Args:
            sheet: The form.
            values: What stands in it already.
            texts: Translate what is not the author's.
            hand_in: The words of the last line.
        """
        super().__init__()
        self.sheet = sheet
        self.values = dict(values)
        self._texts = texts
        self._hand_in = hand_in
        self._low: int | None = None
        """The lower end of a range of levels that is being typed."""
        self._lines: list[Line] = []
        self._drawn: object = None

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows as they stand now."""
        return forms.arranged(self.sheet, self.values)

    @property
    def row(self) -> Row | None:
        """The highlighted row; None on the line that hands in."""
        rows = self.rows
        return rows[self.at] if self.at < len(rows) else None

    def put(self, values: Values) -> None:
        """Put other values into the form; the highlight stays on its row."""
        row = self.row
        self.values = dict(values)
        if row is not None:
            names = [(one.part, one.item.id) for one in self.rows]
            self.set_reactive(FormRows.at, names.index((row.part, row.item.id)))
        self.refresh(layout=True)
        self.post_message(self.Changed(self.values))
        self.call_after_refresh(self._in_sight)

    def render(self) -> Content:
        """Draw the rows."""
        return Content("\n").join(
            line.content for line in self._draw(self.content_size.width)
        )

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of lines at this width."""
        return max(1, len(self._draw(width)))

    def watch_at(self) -> None:
        """Redraw, and tell where the highlight is."""
        self._low = None
        self.refresh()
        self._in_sight()
        self.post_message(self.Moved(self.row))

    def action_move(self, by: int) -> None:
        """Move the highlight."""
        self.at = min(max(self.at + by, 0), len(self.rows))

    def action_first(self) -> None:
        """Go to the first row."""
        self.at = 0

    def action_last(self) -> None:
        """Go to the line that hands in."""
        self.at = len(self.rows)

    def action_take(self) -> None:
        """Choose the row, write words, or hand in."""
        row = self.row
        if row is None:
            self.post_message(self.HandIn())
        elif row.way is Way.WORDS:
            self.post_message(self.Words(row))
        elif row.way is Way.STEPS and not forms.is_set(self.values, row):
            self.put(forms.turned(self.values, row, 1))
        else:
            self.put(forms.toggled(self.values, row))

    def action_turn(self, by: int) -> None:
        """Go on to the next value of the row."""
        row = self.row
        if row is not None and row.way in (Way.EACH, Way.LEVELS, Way.STEPS, Way.ORDER):
            self.put(forms.turned(self.values, row, by))

    def action_shift(self, by: int) -> None:
        """Move a point up or down."""
        row = self.row
        if row is not None and row.way is Way.ORDER:
            self.put(forms.moved(self.values, row, by))

    def action_range(self) -> None:
        """Begin a range of levels: the next digit is its other end."""
        row = self.row
        if row is not None and row.way is Way.LEVELS:
            given = read.levels(read.pairs(self.values, row.part).get(row.item.id))
            self._low = given[0] if given else None

    def action_digit(self, digit: int) -> None:
        """Put a level, or one more digit of a day."""
        row = self.row
        if row is None or row.way not in (Way.LEVELS, Way.STEPS):
            return
        text = str(digit)
        if row.way is Way.STEPS:
            _, day = read.step(read.pairs(self.values, row.part).get(row.item.id))
            text = f"{day or ''}{digit}"
        elif self._low is not None:
            text = f"{self._low}-{digit}"
        self._low = None
        self._typed(row, text) or self._typed(row, str(digit))

    def action_clear(self) -> None:
        """Take away what stands there: the last digit of a day, or all of it."""
        row = self.row
        if row is None:
            return
        if row.way is Way.STEPS:
            _, day = read.step(read.pairs(self.values, row.part).get(row.item.id))
            self._typed(row, str(day)[:-1] if day is not None else "")
        elif row.way in (Way.LEVELS, Way.WORDS):
            self._typed(row, "")
        elif row.way is Way.ONE or forms.is_set(self.values, row):
            self.put(_cleared(self.values, row))

    def on_click(self, event: events.Click) -> None:
        """Choose by mouse: a level where it stands, a day where it stands."""
        line = self._line_at(event.y)
        if line is None or line.owner < 0:
            return
        self.at = line.owner
        row = self.row
        level = level_at(event.x) if line.first else None
        if row is not None and row.way is Way.LEVELS and level is not None:
            self._typed(row, level)
        elif row is not None and row.way is Way.STEPS and _is_day(event, line):
            self.put(forms.dated(self.values, row))
        elif row is not None and row.way is Way.EACH and _is_arrow(event, line):
            self.put(forms.turned(self.values, row, -1))
        else:
            self.action_take()

    def _typed(self, row: Row, text: str) -> bool:
        values = forms.typed(self.values, row, text)
        if values is not None:
            self.put(values)
        return values is not None

    def _line_at(self, y: int) -> Line | None:
        return self._lines[y] if 0 <= y < len(self._lines) else None

    def _in_sight(self) -> None:
        """Scroll so that the highlighted row can be seen, with its heading above."""
        owners = [line.owner for line in self._lines]
        parent = self.parent
        if self.at not in owners or not isinstance(parent, Widget):
            return
        top = owners.index(self.at)
        above = 2 if top > 1 and owners[top - 1] < 0 else 0
        region = Region(0, top - above, self.size.width, owners.count(self.at) + above)
        region = region.translate(self.virtual_region.offset)
        parent.scroll_to_region(region, animate=False)

    def _draw(self, width: int) -> list[Line]:
        key = (width, self.at, repr(self.values))
        if self._drawn != key:
            drawing = Drawing(
                self.rows, self.values, self.at, self._hand_in, self._texts
            )
            self._drawn, self._lines = key, drawing.lines(width)
        return self._lines


def _is_arrow(event: events.Click, line: Line) -> bool:
    """Tell whether a click is on the arrow that leads back to the value before."""
    return line.content.plain[event.x : event.x + 1] == "‹"


def _is_day(event: events.Click, line: Line) -> bool:
    """Tell whether a click is on the day of a step, or to the right of it."""
    return 0 <= line.content.plain.rfind("‹") <= event.x


def _cleared(values: Values, row: Row) -> dict[str, object]:
    if row.way is Way.ONE:
        return {**values, row.part: ""}
    if row.way is Way.EACH:
        rest = read.pairs(values, row.part)
        rest.pop(row.item.id, None)
        return {**values, row.part: rest}
    return forms.toggled(values, row)
