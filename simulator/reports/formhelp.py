"""What helps to fill a row of a form in: what is known, how the levels are parted."""

from collections.abc import Iterator
from gettext import NullTranslations
from itertools import pairwise

from scoring.forms import read
from scoring.forms.model import Values
from scoring.formulas import Exact
from scoring.keyclient import Assessment, Criterion, Rulebook
from simulator.forms import Row, Way
from simulator.messages import N_
from simulator.reports.formnames import NO_DATA, item_name
from simulator.reports.formnotes import DASH, level_name, step_name
from simulator.reports.names import status_named
from simulator.reports.numbers import decimal_sign, points_between
from simulator.reports.phrases import Phrase, verbatim

NOTHING_KNOWN = N_("Nothing is known of it: leave it at “no data”.")


def row_name(row: Row) -> Phrase:
    """Name a row of a form."""
    return item_name(row.part, row.item.id, row.item.text)


def shown(values: Values, row: Row) -> Phrase:
    """Say what stands at a row; empty where being chosen is all there is to say."""
    item = row.item.id
    match row.way:
        case Way.LEVELS:
            return level_name(read.levels(read.pairs(values, row.part).get(item)))
        case Way.EACH:
            return _choice(row, read.named(values, row.part).get(item, ""))
        case Way.STEPS:
            owner, day = read.step(read.pairs(values, row.part).get(item))
            return step_name(_choice(row, owner) if owner else None, day)
        case Way.WORDS:
            return verbatim(read.one(values, row.part))
        case _:
            return verbatim("")


def help_lines(
    row: Row, rulebook: Rulebook, texts: NullTranslations, language: str
) -> list[str]:
    """Return what helps with a row: facts learned, then how the levels are parted."""
    if row.way is not Way.LEVELS:
        return []
    criterion = rulebook.criterion(row.item.id)
    known = list(row.item.notes) or [texts.gettext(NOTHING_KNOWN)]
    return known + (list(scale(criterion, texts, language)) if criterion else [])


def scale(
    criterion: Criterion, texts: NullTranslations, language: str
) -> Iterator[str]:
    """Yield how a criterion's levels are parted: bounds on a line, or five anchors."""
    if not criterion.bounds:
        for level, anchor in enumerate(criterion.anchors):
            yield f"{level} — {anchor.get(language, '')}"
        return
    marks = _thresholds(criterion, language)
    parts = [f"{level}: {mark}" for level, mark in enumerate(marks)]
    unit = criterion.unit.get(language, "")
    yield " · ".join(parts) + (f" ({unit})" if unit else "")


def _thresholds(criterion: Criterion, language: str) -> list[str]:
    """Return from where each level begins, level 0 first: `<50`, `≥50`, … `≥95`."""
    at_least, short_of = ("≤", ">") if criterion.reversed else ("≥", "<")
    bounds = [_bound(bound, language) for bound in criterion.bounds]
    return [f"{short_of}{bounds[0]}", *(f"{at_least}{bound}" for bound in bounds)]


def bands(criterion: Criterion, language: str) -> list[str]:
    """Return which values each level takes, level 0 first: `<50`, `50–75`, … `≥95`."""
    bounds = [_bound(bound, language) for bound in criterion.bounds]
    first, last = ("≤", ">") if criterion.reversed else ("≥", "<")
    between = [f"{low}–{high}" for low, high in pairwise(bounds)]
    return [f"{last}{bounds[0]}", *between, f"{first}{bounds[-1]}"]


def _bound(bound: Exact, language: str) -> str:
    return f"{float(bound):g}".replace(".", decimal_sign(language))


def running_line(
    total: Assessment, rulebook: Rulebook, texts: NullTranslations, language: str
) -> str:
    """Say what the levels so far come to: `15–95 points: not enough data`."""
    points = points_between(total.points.low, total.points.high, language)
    status = status_named(total.status, rulebook, language).render(texts)
    told = texts.gettext("{points} of 100: {status}")
    return told.format(points=points, status=status)


def no_data(texts: NullTranslations) -> str:
    """Return the words for no data."""
    return texts.gettext(NO_DATA)


def _choice(row: Row, chosen: str) -> Phrase:
    texts = {choice.id: choice.text for choice in row.choices}
    if not chosen:
        return verbatim(DASH)
    return item_name(row.part, chosen, texts.get(chosen, ""))
