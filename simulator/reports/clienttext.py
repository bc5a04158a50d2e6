"""A client by the rules, told to a person: the result, and the arithmetic on demand."""

from collections.abc import Iterable, Iterator, Mapping
from gettext import NullTranslations
from typing import Final

from scoring.evaluate import Evaluation, Settles, Worked, turning
from scoring.formulas import Amount, Exact, Missing, Range, Unknown
from scoring.keyclient import Interval, Line, Sensitivity
from scoring.rulebook import Quantity, Rulebook, Status
from simulator.messages import N_
from simulator.reports.formhelp import bands
from simulator.reports.formnotes import level_name
from simulator.reports.formulatext import FormulaTeller
from simulator.reports.names import status_named
from simulator.reports.numbers import decimal_sign
from simulator.scenario.clients import ClientFile

THIN: Final = "\N{NARROW NO-BREAK SPACE}"
"""Parts the thousands of a number."""
_WHY: Final[Mapping[Missing, str]] = {
    Missing.NO_DATA: N_("no data: {names}"),
    Missing.ZERO: N_("not to be divided: {names} may be zero"),
}


class ClientTeller:
    """Tells one evaluation in one language."""

    def __init__(
        self, rulebook: Rulebook, texts: NullTranslations, language: str
    ) -> None:
        self.rulebook, self.texts, self.language = rulebook, texts, language

    def result(self, found: Evaluation) -> str:
        """Write the status with its points: `73.75 of 100: key client`."""
        status = self._status(found.assessment.status)
        told = self.texts.gettext("{points} of 100: {status}")
        return told.format(points=self.points(found.assessment.points), status=status)

    def lines(self, found: Evaluation) -> Iterator[str]:
        """Tell the result: criteria, stop-criteria, flags, what would settle it."""
        _ = self.texts.gettext
        yield self.result(found)
        yield ""
        for line in found.assessment.lines:
            yield "  " + self.criterion(line, found)
        yield ""
        yield from self._conditions(found)
        yield from self._settling(found.settling)
        yield from self._turning(turning(self.rulebook, found))

    def explained(self, found: Evaluation) -> Iterator[str]:
        """Tell the arithmetic, line by line."""
        _ = self.texts.gettext
        for one in found.quantities(self.rulebook):
            if one.given or one.quantity.formula is not None or _has(one):
                yield self.quantity(one, found)
        yield ""
        for off in self.rulebook.off:
            name = off.name[self.language]
            yield _("{name}: switched off; the other weights are rescaled").format(
                name=name
            )
        for line in found.assessment.lines:
            yield self._worth(line, self._held(line, found))
        points, book = found.assessment.points, self.rulebook
        yield _("Sum: {points}").format(points=self.points(points))
        yield _("Key from {key}, not key below {low}, between them a candidate").format(
            key=self.number(book.key_from), low=self.number(book.not_key_below)
        )
        yield self._reason(found)

    def sources(self, client: ClientFile) -> Iterator[str]:
        """Tell where the facts come from, and from when."""
        for name, one in client.sources.items():
            told = ", ".join(part for part in (one.source, one.date) if part)
            if told:
                yield f"{self.name(name)}: {told}"

    def quantity(self, one: Worked, found: Evaluation) -> str:
        """Write a quantity with its formula and the numbers put in."""
        name, formula = one.quantity.name[self.language], one.quantity.formula
        value = self.value(one.quantity, one.value)
        if one.given:
            return f"{name} = {value}"
        if formula is None:
            told = self.texts.gettext("{name} = {value}, by default")
            return told.format(name=name, value=value)

        def put_in(quantity: str) -> str:
            return self._bare(found.values[quantity]) or self.name(quantity)

        told = FormulaTeller(self.texts, put_in).told(formula)
        return f"{name} = {told} = {value}"

    def criterion(self, line: Line, found: Evaluation) -> str:
        """Write a criterion: its value, the level it stands at, what that is worth."""
        _, name = self.texts.gettext, line.criterion.name[self.language]
        if not line.known:
            told = _("{name}: no data, {points} of {weight}")
        else:
            told = _("{name}: level {level}, {points} of {weight}")
        return told.format(
            name=name,
            level=level_name(line.levels).render(self.texts),
            points=self.points(line.points),
            weight=self.number(line.criterion.weight),
        )

    def value(self, quantity: Quantity, value: Amount | Unknown) -> str:
        """Write a value with its unit, or why there is none."""
        if isinstance(value, Unknown):
            names = ", ".join(self.name(one) for one in value.about)
            return self.texts.gettext(_WHY[value.why]).format(names=names)
        unit = quantity.unit.get(self.language, "")
        return f"{self._bare(value)} {unit}".strip()

    def name(self, item: str) -> str:
        """Return what a quantity or a criterion is called."""
        found = self.rulebook.quantity(item) or self.rulebook.criterion(item)
        return found.name[self.language] if found else item

    def _status(self, status: Status) -> str:
        return status_named(status, self.rulebook, self.language).render(self.texts)

    def points(self, points: Interval) -> str:
        """Write points: `73.75`, or `15–95`."""
        low = self.number(points.low)
        return low if points.low == points.high else f"{low}–{self.number(points.high)}"

    def number(self, value: Exact) -> str:
        """Write a number: at most two decimals, thousands parted, comma in Russian."""
        exact = float(value)
        text = f"{exact:,.2f}".rstrip("0").rstrip(".")
        comma = decimal_sign(self.language)
        return text.replace(",", THIN).replace(".", comma)

    def _bare(self, value: Amount | Unknown) -> str:
        if isinstance(value, Unknown):
            return ""
        if isinstance(value, Range):
            ends = dict.fromkeys((value.low, value.high))
            return "–".join(self.number(end) for end in ends)
        return f"[{'; '.join(self.number(one) for one in value)}]"

    def _held(self, line: Line, found: Evaluation) -> str:
        """Write which value was held against which bounds; nothing without one."""
        criterion = line.criterion
        evidence = found.evidence.get(criterion.id)
        if not line.known:
            return self.texts.gettext("no data")
        if evidence is None or evidence.value is None or not criterion.bounds:
            return ""
        low, high = evidence.value
        value = self._bare(Range(low, high))
        all_bands = bands(criterion, self.language)[line.levels[0] : line.levels[1] + 1]
        told = self.texts.gettext("{value} lies in {bands}")
        return told.format(value=value, bands=", ".join(all_bands))

    def _worth(self, line: Line, held: str) -> str:
        _ = self.texts.gettext
        level = level_name(line.levels).render(self.texts)
        weight = self.number(line.criterion.weight)
        return _("{name}: {why}weight {weight} × level {level} ÷ 4 = {points}").format(
            name=line.criterion.name[self.language],
            why=f"{held}; " if held else "",
            weight=weight,
            level=level,
            points=self.points(line.points),
        )

    def _reason(self, found: Evaluation) -> str:
        _, status = self.texts.gettext, found.assessment.status
        told = self._status(status)
        stops = [s.name[self.language] for s in found.assessment.stops]
        if stops:
            return _("{status}; stop-criteria: {names}").format(
                status=told, names=", ".join(stops)
            )
        if status is Status.NOT_ENOUGH_DATA:
            return _("The interval reaches over a threshold: {status}").format(
                status=told
            )
        return _("The whole interval lies there: {status}").format(status=told)

    def _conditions(self, found: Evaluation) -> Iterator[str]:
        _ = self.texts.gettext
        held = [stop.name[self.language] for stop, holds in found.stops if holds]
        unclear = [s.name[self.language] for s, holds in found.stops if holds is None]
        flags = [flag.name[self.language] for flag, holds in found.flags if holds]
        for told, names in (
            (_("Stop-criteria that hold: {names}"), held),
            (_("Not checked yet: {names}"), unclear),
            (_("Worth knowing: {names}"), flags),
        ):
            if names:
                yield told.format(names="; ".join(names))

    def _settling(self, settling: Iterable[Settles]) -> Iterator[str]:
        _ = self.texts.gettext
        for one in settling:
            names = " + ".join(self.name(name) for name in one.missing)
            told = _("Could settle it alone: {names}")
            if len(one.missing) > 1:
                told = _("Could settle it together: {names}")
            yield told.format(names=names)

    def _turning(self, lower: Iterable[Sensitivity]) -> Iterator[str]:
        _ = self.texts.gettext
        for one in lower:
            yield _("One level less of “{name}”: {points}, {status}").format(
                name=one.criterion.name[self.language],
                points=self.points(one.points),
                status=self._status(one.status),
            )


def _has(one: Worked) -> bool:
    return not isinstance(one.value, Unknown)
