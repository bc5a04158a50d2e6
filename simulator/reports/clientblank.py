"""A client file with nothing filled in: what a company can write of one client."""

from collections.abc import Iterator
from gettext import NullTranslations

from scoring.rulebook import Quantity, Rulebook
from simulator.scenario.factvalues import NO_DATA

_INDENT = "  "


def blank_client(
    rulebook: Rulebook, texts: NullTranslations, language: str
) -> Iterator[str]:
    """Yield the lines of a file that `rules` takes, each fact without data.

    Args:
        rulebook: Its base quantities, judged criteria and stop-criteria are asked for.
        texts: The words of the program.
        language: In which the rulebook's own names are written.
    """
    _ = texts.gettext
    yield "# " + _("Write what you know; leave no-data where nobody has looked.")
    yield "# " + _("sales: 600000, or [500000, 700000] for an interval, or at length:")
    yield "# sales: {is: 600000, source: CRM, date: 2026-03-01}"
    yield "format: 1"
    yield 'client: "…"'
    yield "facts:"
    for quantity in rulebook.quantities:
        if quantity.formula is None:
            yield from _fact(quantity, language)
    for criterion in rulebook.criteria:
        if not criterion.bounds:
            told = _("a level, {{level: 3}}").format()
            yield _line(criterion.id, NO_DATA, criterion.name[language], told)
            for level, anchor in enumerate(criterion.anchors):
                yield f"{_INDENT}#   {level} — {anchor[language]}"
    told_stops = [stop for stop in rulebook.stops if stop.when is None]
    if told_stops:
        yield "stops:"
    for stop in told_stops:
        yield _line(stop.id, NO_DATA, stop.name[language], "true, false")


def _fact(quantity: Quantity, language: str) -> Iterator[str]:
    unit = quantity.unit.get(language, "")
    value = NO_DATA
    if quantity.default is not None:
        value = f"{float(quantity.default):g}"
    if quantity.series:
        unit = f"[…, …] {unit}"
    yield _line(quantity.id, value, quantity.name[language], unit)


def _line(item: str, value: str, *told: str) -> str:
    words = ", ".join(filter(None, told))
    return f"{_INDENT}{item}: {value}".ljust(34) + f" # {words}"
