"""Change a form by one key or one click. Values are never altered, always new."""

import re
from collections.abc import Mapping
from typing import Final

from scoring.forms import read
from scoring.forms.model import Part, Values
from scoring.principles import HIGHEST_LEVEL, LOWEST_LEVEL
from simulator.forms.sheet import Row, Sheet, Way
from simulator.scenario.formschema import MOST_DAYS

LONGEST_WORDS: Final = 2_000
"""Characters of own words in a form."""
_LEVELS: Final = (None, *range(LOWEST_LEVEL, HIGHEST_LEVEL + 1))
_DAYS: Final = (1, 3, 7, 14, 30, 60, 90)
"""Days that a click goes through."""
_RANGE: Final = re.compile(r"([0-4])\s*(?:[-–—]\s*([0-4]))?")


def empty() -> dict[str, object]:
    """Return the values of a form in which nothing stands yet."""
    return {}


def arranged(sheet: Sheet, values: Values) -> tuple[Row, ...]:
    """Return the lines of a form as they stand now: points in the order given."""
    rows: list[Row] = []
    for part in sheet.parts:
        found = list(part.rows())
        if part.way is Way.ORDER:
            order = read.several(values, part.part)
            places = {name: place for place, name in enumerate(order)}
            found.sort(key=lambda row: places.get(row.item.id, len(order)))
        rows += found
    return tuple(rows)


def is_set(values: Values, row: Row) -> bool:
    """Tell whether anything stands at a row."""
    part, item = row.part, row.item.id
    match row.way:
        case Way.ONE:
            return read.one(values, part) == item
        case Way.SEVERAL | Way.ORDER:
            return item in read.several(values, part)
        case Way.WORDS:
            return bool(read.one(values, part))
        case _:
            return read.pairs(values, part).get(item) is not None


def empty_parts(sheet: Sheet, values: Values) -> tuple[Part, ...]:
    """Return the parts in which nothing stands yet.

    Levels and own words are left out: no data is an answer, and words are a gift.
    """
    return tuple(
        part.part
        for part in sheet.parts
        if part.way not in (Way.LEVELS, Way.WORDS)
        and not any(is_set(values, row) for row in part.rows())
    )


def toggled(values: Values, row: Row) -> dict[str, object]:
    """Choose a row, or no longer; where it takes a value, go on to the next one."""
    part, item = row.part, row.item.id
    match row.way:
        case Way.ONE:
            return {**values, part: item}
        case Way.SEVERAL | Way.ORDER:
            chosen = read.several(values, part)
            rest = [one for one in chosen if one != item]
            return {**values, part: rest if item in chosen else [*rest, item]}
        case Way.STEPS if is_set(values, row):
            return _without(values, row)
        case _:
            return turned(values, row, 1)


def turned(values: Values, row: Row, by: int) -> dict[str, object]:
    """Go on to the next value of a row, or back to the one before."""
    match row.way:
        case Way.LEVELS:
            given = read.levels(read.pairs(values, row.part).get(row.item.id))
            place = _LEVELS.index(given[1 if by > 0 else 0]) if given else 0
            return _with(values, row, _LEVELS[(place + by) % len(_LEVELS)])
        case Way.EACH:
            now = read.named(values, row.part).get(row.item.id, "")
            return _with(values, row, _next(row, now, by) or None)
        case Way.STEPS:
            owner, day = read.step(read.pairs(values, row.part).get(row.item.id))
            return _with(values, row, _step(_next(row, owner, by), day))
        case Way.ORDER:
            return moved(values, row, by)
        case _:
            return toggled(values, row)


def typed(values: Values, row: Row, text: str) -> dict[str, object] | None:
    """Put what was typed at a row; None where it makes no sense there.

    A level is `3`, a range of levels `2-3`; a day is a whole number of days; an
    empty text takes away what stands there.
    """
    match row.way:
        case Way.LEVELS:
            return _typed_level(values, row, text.strip())
        case Way.STEPS:
            return _typed_day(values, row, text.strip())
        case Way.WORDS:
            return with_words(values, text)
        case _:
            return None


def is_day(day: int | None) -> bool:
    """Tell whether a step can have this day; none at all is possible, too."""
    return day is None or 0 <= day <= MOST_DAYS


def with_words(values: Values, text: str) -> dict[str, object]:
    """Put own words into a form; beyond `LONGEST_WORDS` they are cut."""
    return {**values, Part.WORDS: text[:LONGEST_WORDS]}


def dated(values: Values, row: Row) -> dict[str, object]:
    """Go on to the next usual day of a step, for those who have no keys at hand."""
    owner, day = read.step(read.pairs(values, row.part).get(row.item.id))
    later = [one for one in _DAYS if day is None or one > day]
    return _with(values, row, _step(owner, later[0] if later else None))


def moved(values: Values, row: Row, by: int) -> dict[str, object]:
    """Move a point up (−1) or down (1); one that is left out comes in at the end."""
    order = list(read.several(values, row.part))
    if row.item.id not in order:
        return {**values, row.part: [*order, row.item.id]}
    place = order.index(row.item.id)
    target = min(max(place + by, 0), len(order) - 1)
    order.insert(target, order.pop(place))
    return {**values, row.part: order}


def fitting(sheet: Sheet, values: Values) -> dict[str, object]:
    """Return what of some values belongs to a form: an old draft may hold others."""
    parts = {part.part: {item.id for item in part.items} for part in sheet.parts}
    found: dict[str, object] = {}
    for name, value in values.items():
        if name in parts:
            found[name] = _of_these(value, parts[Part(name)], name)
    return found


def _of_these(value: object, items: set[str], part: str) -> object:
    if part == Part.WORDS:
        return value if isinstance(value, str) else ""
    if isinstance(value, Mapping):
        return {name: one for name, one in value.items() if name in items}
    if isinstance(value, list | tuple):
        return [one for one in value if isinstance(one, str) and one in items]
    return value if value in items else ""


def _typed_level(values: Values, row: Row, text: str) -> dict[str, object] | None:
    if not text:
        return _with(values, row, None)
    found = _RANGE.fullmatch(text)
    if found is None:
        return None
    low = int(found[1])
    high = int(found[2] or low)
    level = low if low == high else [min(low, high), max(low, high)]
    return _with(values, row, level)


def _typed_day(values: Values, row: Row, text: str) -> dict[str, object] | None:
    owner, _ = read.step(read.pairs(values, row.part).get(row.item.id))
    if not text:
        return _with(values, row, _step(owner, None))
    if not text.isdecimal() or int(text) > MOST_DAYS:
        return None
    return _with(values, row, _step(owner, int(text)))


def _step(owner: str, day: int | None) -> dict[str, object] | None:
    return {"owner": owner, "day": day} if owner or day is not None else None


def _next(row: Row, now: str, by: int) -> str:
    """Return the choice after this one; after the last comes none."""
    ids = ["", *(choice.id for choice in row.choices)]
    place = ids.index(now) if now in ids else 0
    return ids[(place + by) % len(ids)]


def _with(values: Values, row: Row, value: object) -> dict[str, object]:
    if value is None and row.way is not Way.LEVELS:
        return _without(values, row)
    rows = {**read.pairs(values, row.part), row.item.id: value}
    return {**values, row.part: rows}


def _without(values: Values, row: Row) -> dict[str, object]:
    rows = read.pairs(values, row.part)
    rows.pop(row.item.id, None)
    return {**values, row.part: rows}
