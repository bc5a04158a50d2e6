"""Two talks side by side in the words of a language: said once for all front ends."""

from collections.abc import Iterator
from enum import Enum, auto
from fractions import Fraction
from gettext import NullTranslations
from typing import Final

from msgspec import Struct

from simulator.engine import YOU, Mode, Spoken
from simulator.messages import N_
from simulator.reach.onward import Onward
from simulator.reports.comparison import Change, Comparison, Side, SideTurn
from simulator.reports.dates import day
from simulator.reports.model import TurnNote
from simulator.reports.names import mode_name
from simulator.reports.numbers import apart, figure, signed, whole
from simulator.reports.pasttext import branched
from simulator.reports.retesttext import RetestTeller
from simulator.scenario.model import NOTE

FIRST: Final = N_("A")
SECOND: Final = N_("B")


class Kind(Enum):
    """What a line of a turn is."""

    SAID = auto()
    """What somebody else said."""
    YOURS = auto()
    """What the trainee said or handed in."""
    NOTE = auto()
    """A stage direction."""
    TEMPER = auto()
    LEVELS = auto()
    SILENT = auto()
    """Says that this talk was over already."""


class Line(Struct, frozen=True):
    """A line of a turn."""

    kind: Kind
    who: str
    """How to call the speaker; empty for what nobody says."""
    text: str

    def __str__(self) -> str:
        """Return it as one sentence."""
        return f"{self.who}: {self.text}" if self.who else self.text


class Column(Struct, frozen=True):
    """What one of the talks says in a turn."""

    name: str
    """The letter that stands for the talk."""
    lines: tuple[Line, ...]
    """Empty where the talk was over long before."""


class Told(Struct, frozen=True):
    """A turn of both talks."""

    head: str
    columns: tuple[Column, ...]
    """The first talk, then the second."""


class Teller(Struct, frozen=True):
    """Tells a comparison in one language."""

    texts: NullTranslations
    language: str

    def sides(self, now: Comparison) -> Iterator[str]:
        """Say which two talks these are, a line each."""
        _ = self.texts.gettext
        for name, side in ((_(FIRST), now.first), (_(SECOND), now.second)):
            parts = [
                day(side.on, self.language),
                mode_name(side.mode).render(self.texts),
            ]
            if side.note.outcome is not None:
                parts.append(side.note.outcome.title)
            if side.branched_after is not None:
                parts.append(branched(side.branched_after, self.texts))
            yield f"{name}: {' · '.join(parts)}"
        if now.other_text:
            yield _("The scenario was changed between the two talks.")

    def beginning(self, now: Comparison) -> Iterator[str]:
        """Tell in short what both talks have in common."""
        _, count = self.texts.gettext, len(now.beginning)
        if not count:
            yield _("They part at the first answer.")
            return
        same = self.texts.ngettext(
            "The beginning is the same in both, {n} turn:",
            "The beginning is the same in both, {n} turns:",
            count,
        )
        yield same.format(n=count)
        for note in now.beginning:
            yield f"{note.turn}. {self._yours(note)}"

    def parting(self, now: Comparison) -> Iterator[Line]:
        """Tell what was said just before the talks part."""
        first = next((row.first or row.second for row in now.rows), None)
        if first is not None:
            yield from map(_spoken, first.note.heard)

    def turns(self, now: Comparison) -> Iterator[Told]:
        """Tell the turns after the talks part; that one is over is told once."""
        _ = self.texts.gettext
        over: set[str] = set()
        for row in now.rows:
            columns: list[Column] = []
            for name, side in ((_(FIRST), row.first), (_(SECOND), row.second)):
                lines = () if name in over else tuple(self.turn(side))
                columns.append(Column(name, lines))
                if side is None:
                    over.add(name)
            yield Told(_("Turn {n}").format(n=row.turn), tuple(columns))

    def turn(self, side: SideTurn | None) -> Iterator[Line]:
        """Tell one turn of one talk; None stands for one that was over already."""
        _ = self.texts.gettext
        if side is None:
            yield Line(Kind.SILENT, "", _("The talk was over."))
            return
        note = side.note
        yield Line(Kind.YOURS, _("You"), self._yours(note))
        yield from map(_spoken, note.answered)
        tempers = self._tempers(side)
        if tempers:
            yield Line(Kind.TEMPER, "", tempers)
        if note.levels:
            shown = ", ".join(f"{one.principle} {one.level}" for one in note.levels)
            told = _("Levels: {levels}").format(levels=shown)
            yield Line(Kind.LEVELS, "", told)

    def scores(self, now: Comparison) -> Iterator[str]:
        """Tell both scores of both talks, and by how much they differ."""
        _ = self.texts.gettext
        for title, change in (
            (_("Business above ego"), now.business),
            (_("Key-client rules"), now.key_client),
        ):
            yield f"{title}: {self.change(change, tenth=False)}"

    def outcomes(self, now: Comparison) -> Iterator[str]:
        """Tell how each talk ended."""
        _ = self.texts.gettext
        for name, side in ((_(FIRST), now.first), (_(SECOND), now.second)):
            if side.note.outcome is not None:
                yield f"{name}: {side.note.outcome.title}. {side.note.outcome.text}"

    def levels(self, now: Comparison) -> Iterator[str]:
        """Tell each principle that either talk reached."""
        for one in now.levels:
            if (one.change.first, one.change.second) != (None, None):
                yield f"{one.principle} {one.title}: {self.change(one.change)}"

    def chance(self, now: Comparison) -> Iterator[str]:
        """Tell how far the differences may be chance; nothing for a branch."""
        if now.apart is None:
            return
        teller = RetestTeller(self.texts, self.language)
        modes = now.first.mode, now.second.mode
        if modes[0] is Mode.CHOOSE and modes[1] is not Mode.CHOOSE:
            yield teller.other_task()
        titles = {one.principle: one.title for one in now.levels}
        yield from teller.differences(now.apart, titles)

    def change(self, change: Change, *, tenth: bool = True) -> str:
        """Write a score or a level in both talks: `A 2,5, B 3 (+0,5)`.

        The difference is that of the numbers as they are shown.
        """
        _ = self.texts.gettext
        digits, language = 1 if tenth else 0, self.language
        first, second = (
            "–" if one is None else figure(one, digits, language)
            for one in (change.first, change.second)
        )
        told = f"{_(FIRST)} {first}, {_(SECOND)} {second}"
        if change.first is None or change.second is None:
            return told
        return f"{told} ({apart(change.first, change.second, digits, language)})"

    def reachable(self, now: Comparison, found: Onward) -> Iterator[str]:
        """Tell the best that could be reached from where the talks part."""
        if not now.rows:
            yield self.texts.gettext("Both talks are the same to their end.")
            return
        played = [side for side in (now.first, now.second) if side.note.business]
        best = max(played, key=lambda side: side.note.business or 0, default=None)
        if best is not None and (best.note.business or 0) >= (found.business or 0):
            yield self._nothing_better(now, best, found)
            return
        if found.business is None:
            yield self.texts.gettext("No way to an ending was found from there.")
            return
        yield self._reached(found)
        yield from self._way(now, found)

    def _nothing_better(self, now: Comparison, best: Side, found: Onward) -> str:
        _ = self.texts.gettext
        name = _(FIRST) if best is now.first else _(SECOND)
        points = whole(best.note.business or Fraction())
        if found.exact:
            told = _(
                "From where they part, no replies on offer lead to more than the "
                "{points} of 100 that {name} came to."
            )
        else:
            told = _(
                "From where they part, nothing was found that leads to more than the "
                "{points} of 100 that {name} came to. Not every way was looked at; by "
                "the replies on offer no talk comes to more than {most}."
            )
        return told.format(points=points, name=name, most=whole(found.most))

    def _reached(self, found: Onward) -> str:
        _ = self.texts.gettext
        if found.exact:
            told = _(
                "From where they part, {points} of 100 could be reached by the replies "
                "on offer, and no more."
            )
        else:
            told = _(
                "From where they part, at least {points} of 100 could be reached by "
                "the replies on offer, and at most {most}: not every way was looked at."
            )
        points = whole(found.business or Fraction())
        return told.format(points=points, most=whole(found.most))

    def _way(self, now: Comparison, found: Onward) -> Iterator[str]:
        _ = self.texts.gettext
        if found.replies:
            first = found.replies[0] or _("a form, filled in rightly")
            yield _("The way there begins with: {text}").format(text=first)

    def _yours(self, note: TurnNote) -> str:
        if note.form is not None:
            return f"[{note.form.name.render(self.texts)}]"
        return note.text

    def _tempers(self, side: SideTurn) -> str:
        """Tell where tempers stand; of several people only of those who changed."""
        people: dict[str, list[str]] = {}
        changed = {one.person for one in side.tempers if one.change}
        several = len({one.person for one in side.tempers}) > 1
        for one in side.tempers:
            if several and one.person not in changed:
                continue
            told = f"{one.name.render(self.texts).lower()} {one.value}"
            if one.change:
                told += f" ({signed(Fraction(one.change), 1, self.language)})"
            people.setdefault(one.person, []).append(told)
        return "; ".join(f"{who}: {', '.join(told)}" for who, told in people.items())


def _spoken(line: Spoken) -> Line:
    if line.who == NOTE:
        return Line(Kind.NOTE, "", line.text)
    return Line(Kind.YOURS if line.who == YOU else Kind.SAID, line.name, line.text)
