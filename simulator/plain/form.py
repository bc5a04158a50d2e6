"""A form in lines of text: rows with numbers, filled in by `number value`."""

from collections.abc import Iterator
from typing import Final

from scoring.forms import read
from scoring.forms.model import Part
from simulator import forms
from simulator.engine import Answer
from simulator.errors import SimulatorError
from simulator.forms import Row, Way
from simulator.messages import N_
from simulator.plain.table import Table
from simulator.reports.formhelp import help_lines, row_name, running_line, shown
from simulator.reports.formnames import form_name, item_name, part_name, still_empty
from simulator.sessions.talk import Filling, Talk

DONE = frozenset({"ok", "щл", "done", "готово", "сдать"})
"""What hands a form in, in both layouts and languages."""


class FormSheet:
    """The form of the scene as it is being filled in."""

    def __init__(self, table: Table, talk: Talk, desk: Filling) -> None:
        self.table, self.console = table, table.console
        self.talk, self.desk = talk, desk
        self.values = desk.kept
        self._asked = False
        """True once the trainee was told what is still empty."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows, always in the same order, so that a number keeps its meaning."""
        return self.desk.sheet.rows()

    def show(self) -> None:
        """Write the whole form with its numbers, and how it is filled in."""
        _ = self.table.texts.gettext
        self.console.heading(form_name(self.desk.sheet.kind).render(self.table.texts))
        part: Part | None = None
        for number, row in enumerate(self.rows, 1):
            if row.part is not part:
                part = row.part
                self.console.say(part_name(part).render(self.table.texts))
            self.console.item(f"{number}.", self._line(row), 2)
        self.console.gap()
        self._total()
        self.console.say(
            _("Type a row's number to choose it, or number and value; ok hands it in.")
        )

    def take(self, line: str) -> Answer | None:
        """Do what a line asks for; return the answer once the form is handed in."""
        if line.casefold() in DONE:
            return self._hand_in()
        number, _, value = line.partition(" ")
        if not (number.isascii() and number.isdigit()):
            self._explain()
        elif self.table.within(int(number), len(self.rows)):
            self._put(self.rows[int(number) - 1], value.strip())
        return None

    def _put(self, row: Row, value: str) -> None:
        """Put a value at a row; without one, choose it or explain it."""
        _ = self.table.texts.gettext
        changed = dict(self.values)
        if value:
            found = _with_value(self.values, row, self._numbered(row, value))
            if found is None:
                told = _("“{value}” cannot stand there.")
                self.console.say(told.format(value=value))
                self._about(row)
                return
            changed = found
        elif row.way in (Way.ONE, Way.SEVERAL, Way.ORDER):
            changed = forms.toggled(self.values, row)
        else:
            self._about(row)
            return
        self.values = changed
        self._asked = False
        try:
            self.desk.keep(changed)
        except SimulatorError as error:
            self.table.say_error(error)
        self.console.item("-", self._line(row), 2)
        self._total()

    def _numbered(self, row: Row, value: str) -> str:
        """Return a value with a choice by its number, where it begins with its name."""
        for number, choice in enumerate(row.choices, 1):
            name = item_name(row.part, choice.id, choice.text)
            word = name.render(self.table.texts).casefold()
            first, _, rest = value.partition(" ")
            if word.startswith(value.casefold()):
                return str(number)
            if row.way is Way.STEPS and word.startswith(first.casefold()):
                return f"{number} {rest}".strip()
        return value

    def _line(self, row: Row) -> str:
        texts = self.table.texts
        name = row_name(row).render(texts)
        if row.way in (Way.ONE, Way.SEVERAL):
            return f"[{'x' if forms.is_set(self.values, row) else ' '}] {name}"
        if row.way is Way.ORDER:
            order = read.several(self.values, row.part)
            there = row.item.id in order
            return f"[{order.index(row.item.id) + 1 if there else ' '}] {name}"
        return f"{name}: {shown(self.values, row).render(texts)}"

    def _about(self, row: Row) -> None:
        """Tell what can be put at a row."""
        texts, _ = self.table.texts, self.table.texts.gettext
        self.console.say(row_name(row).render(texts))
        rulebook = self.talk.rulebook
        for line in help_lines(row, rulebook, texts, self.table.language):
            self.console.say(line, 2)
        for number, choice in enumerate(row.choices, 1):
            name = item_name(row.part, choice.id, choice.text).render(texts)
            self.console.item(f"{number}.", name, 2)
        number = self.rows.index(row) + 1
        self.console.say(_(_HOW[row.way]).format(n=number), 2)

    def _total(self) -> None:
        texts, language = self.table.texts, self.table.language
        if any(part.part is Part.LEVELS for part in self.desk.sheet.parts):
            total = self.desk.total(self.values)
            self.console.say(running_line(total, self.talk.rulebook, texts, language))

    def _explain(self) -> None:
        _ = self.table.texts.gettext
        for text in (
            _("A row's number alone: choose it, or hear what can be put there."),
            _("A number and a value: 3 2-4 (levels), 5 1 (the first choice)."),
            _("A step: number, owner, day, such as 7 2 14. A point: number, place."),
            _("Empty line: see the form again. c: the client card. q: leave."),
            _("ok: hand the form in."),
        ):
            self.console.say(text)

    def _hand_in(self) -> Answer | None:
        try:
            answer = self.desk.answer(self.values)
        except SimulatorError as error:
            self.table.say_error(error)
            return None
        empty = self.desk.empty(self.values)
        if empty and not self._asked:
            self._asked = True
            self.console.say(still_empty(empty, self.table.texts))
            return None
        return answer


def _with_value(
    values: dict[str, object], row: Row, value: str
) -> dict[str, object] | None:
    """Return the form with a typed value at a row; None where it makes no sense."""
    if row.way is Way.ORDER:
        return _placed(values, row, value)
    if row.way is Way.EACH:
        return _chosen(values, row, value)
    if row.way is Way.STEPS:
        if value == "-":
            return forms.toggled(values, row) if forms.is_set(values, row) else values
        owner, _, day = value.partition(" ")
        owned = _chosen(values, row, owner)
        return None if owned is None else forms.typed(owned, row, day)
    empty = value in {"-", "–", "—"}
    return forms.typed(values, row, "" if empty else value)


def _chosen(
    values: dict[str, object], row: Row, value: str
) -> dict[str, object] | None:
    """Choose by number; a dash takes away what was chosen."""
    number = 0 if value == "-" else int(value) if value.isdecimal() else -1
    if not 0 <= number <= len(row.choices):
        return None
    for changed in _turns(values, row):
        if _number(changed, row) == number:
            return changed
    return None


def _turns(values: dict[str, object], row: Row) -> Iterator[dict[str, object]]:
    """Yield the form with each of the choices of a row, none of them included."""
    changed = values
    for _ in range(len(row.choices) + 1):
        changed = forms.turned(changed, row, 1)
        yield changed


def _number(values: dict[str, object], row: Row) -> int:
    there = read.pairs(values, row.part).get(row.item.id)
    chosen = there if isinstance(there, str) else read.step(there)[0]
    ids = [choice.id for choice in row.choices]
    return ids.index(chosen) + 1 if chosen in ids else 0


def _placed(
    values: dict[str, object], row: Row, value: str
) -> dict[str, object] | None:
    """Put a point at a place, counted from 1; a dash takes it off."""
    order = [one for one in read.several(values, row.part) if one != row.item.id]
    if value != "-":
        if not value.isdecimal():
            return None
        order.insert(max(0, int(value) - 1), row.item.id)
    return {**values, row.part: order}


_HOW: Final = {
    Way.ONE: N_("Its number alone chooses it."),
    Way.SEVERAL: N_("Its number alone chooses it, or no longer."),
    Way.EACH: N_("Number and choice, such as {n} 1; {n} - takes it away."),
    Way.ORDER: N_("Number and place, such as {n} 1; {n} - takes it off."),
    Way.LEVELS: N_("Number and level, such as {n} 3 or {n} 3-4; {n} - is no data."),
    Way.STEPS: N_("Number, owner and day, such as {n} 1 14; {n} - takes it out."),
    Way.WORDS: N_("Number and your words."),
}
