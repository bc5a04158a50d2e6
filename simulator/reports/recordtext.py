"""The record of a meeting in the words of a language: blocks of a document."""

from collections.abc import Iterator
from gettext import NullTranslations

from simulator.engine.events import EARLIER
from simulator.reports.dates import day
from simulator.reports.document import Block, Bullets, Heading, Paragraph, Table
from simulator.reports.formnotes import level_name
from simulator.reports.names import status_name
from simulator.reports.numbers import decimal_sign, points_between, tenths
from simulator.reports.record import Record

BLANK = "__________"
"""What is still to be filled in: the record serves as a template too."""


def record_blocks(
    note: Record, texts: NullTranslations, language: str
) -> tuple[Block, ...]:
    """Return the record as a document, ready for a real meeting."""
    return tuple(_Writer(note, texts, language).blocks())


class _Writer:
    """Writes one record."""

    def __init__(self, note: Record, texts: NullTranslations, language: str) -> None:
        self.note, self._ = note, texts.gettext
        self._texts, self._language = texts, language

    def blocks(self) -> Iterator[Block]:
        """Yield the document, part by part."""
        yield from self._head()
        yield from self._facts()
        yield from self._decision()
        yield from self._next()
        yield from self._manager()
        yield from self._end()

    def _head(self) -> Iterator[Block]:
        _, note = self._, self.note
        title = _("Record of the meeting: {client}").format(client=note.client)
        yield Heading(title, 1)
        yield Paragraph(day(note.on, self._language), _("Date"))
        people = "; ".join(", ".join(filter(None, one)) for one in note.present)
        yield Paragraph(people, _("Present"))
        who = f"{note.decided_by}, {note.role}" if note.decided_by else note.role
        yield Paragraph(who, _("Decides"))

    def _facts(self) -> Iterator[Block]:
        _, note = self._, self.note
        yield Heading(_("What is known"))
        rows = tuple(
            (name, line, _("the talk before") if source == EARLIER else source or "—")
            for name, line, source in note.facts
        )
        yield Table((_("Fact"), _("What we know"), _("Source")), rows)
        points = points_between(note.low, note.high, self._language)
        status = note.status_word or status_name(note.status).render(self._texts)
        told = _("{status}, {points} points of 100 by the rules for key clients")
        if note.levels:
            yield Heading(_("By the rules for key clients"))
            yield Table((_("Criterion"), _("Level"), _("Points")), self._levels())
        yield Paragraph(told.format(status=status, points=points), _("Status"))

    def _levels(self) -> tuple[tuple[str, ...], ...]:
        """Return the worksheet: criterion, level, points of those possible."""
        _ = self._
        comma = decimal_sign(self._language)
        rows: list[tuple[str, ...]] = []
        for one in self.note.levels:
            level = level_name(one.levels).render(self._texts)
            points = points_between(one.points.low, one.points.high, self._language)
            told = _("{points} of {most}").format(
                points=points, most=tenths(one.weight, comma)
            )
            rows.append((one.criterion, level, told))
        return tuple(rows)

    def _decision(self) -> Iterator[Block]:
        _, note = self._, self.note
        yield Heading(_("Decision"))
        yield Paragraph(note.decision or BLANK, _("Decided"))
        yield Heading(_("Reasons"), 3)
        yield Bullets(note.reasons or (BLANK,))
        if note.rejected:
            yield Heading(_("Options not taken"), 3)
            yield Bullets(tuple(_joined(*one) for one in note.rejected))
        yield Heading(_("Objections"), 3)
        yield Bullets(note.objections or (_("None were recorded."),))
        for words in note.words:
            yield Paragraph(words, _("In addition"))

    def _next(self) -> Iterator[Block]:
        _, note = self._, self.note
        yield Heading(_("What happens next"))
        yield Paragraph(note.owner or BLANK, _("Answers for it"))
        rows = tuple(
            (
                step.text,
                step.owner or BLANK,
                day(step.on, self._language) if step.on else BLANK,
            )
            for step in note.steps
        )
        empty = ((BLANK, BLANK, BLANK),)
        yield Table((_("Step"), _("Who"), _("By when")), rows or empty)

    def _manager(self) -> Iterator[Block]:
        _, note = self._, self.note
        yield Heading(_("Terms for the manager"))
        yield Bullets(note.terms or (BLANK,))
        yield Paragraph(note.returns or BLANK, _("Condition of return"))
        if note.checks:
            rows = tuple(
                (
                    _("{n} days").format(n=check.days),
                    day(check.on, self._language),
                    check.what or BLANK,
                )
                for check in note.checks
            )
            yield Heading(_("Checks"))
            yield Table((_("After"), _("Date"), _("What is measured")), rows)

    def _end(self) -> Iterator[Block]:
        _ = self._
        yield Heading(_("Signatures"))
        rows = tuple((", ".join(filter(None, one)), BLANK) for one in self.note.present)
        yield Table((_("Who"), _("Signature")), rows)
        yield Paragraph(
            self._(
                "Drawn up in a rehearsal with “Whose Client?”: people, figures and "
                "dates are those of a training scenario. Use it as a template."
            )
        )


def _joined(text: str, why: str) -> str:
    return f"{text} — {why}" if why else text
