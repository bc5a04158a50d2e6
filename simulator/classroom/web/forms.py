"""A form of the talk as a form of a page, and what a browser sends of it.

A field is named by its part, and by its number where a part has several: `status`,
`steps.2.day`. What was typed is drawn again as it was typed, whatever is wrong with it.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Final

from msgspec import Struct

from scoring.principles import HIGHEST_LEVEL, LOWEST_LEVEL
from simulator import forms
from simulator.classroom.sheets import named, numbered
from simulator.classroom.web.errors import NoDayError, SamePlaceError, StillEmptyError
from simulator.classroom.web.pages import texts
from simulator.engine import Fill
from simulator.forms import NEEDED, Row, Sheet, SheetPart, Way
from simulator.reports.formhelp import help_lines, no_data, row_name, running_line
from simulator.reports.formnames import form_name, item_name, part_name, still_empty
from simulator.sessions.desk import Desk

Fields = Mapping[str, str]
ASKED: Final = "asked"
"""The field that names the empty parts that the person has been told of."""
COUNT: Final = "count"
"""The button that only works out what the levels come to."""
_NUMBERS: Final = [str(n) for n in range(LOWEST_LEVEL, HIGHEST_LEVEL + 1)]
_RANGES: Final = [*_NUMBERS, *("-".join(two) for two in combinations(_NUMBERS, 2))]


class RowDrawn(Struct, frozen=True):
    """A row of a form on a page."""

    field: str
    name: str
    notes: tuple[str, ...]
    options: tuple[tuple[str, str], ...]
    """What can be chosen: the value that is sent, and its words."""


class PartDrawn(Struct, frozen=True):
    """A part of a form on a page."""

    field: str
    way: str
    name: str
    needed: bool
    """True for the part without which the form cannot be handed in."""
    rows: tuple[RowDrawn, ...]


class FormDrawn(Struct, frozen=True):
    """A form on a page."""

    name: str
    parts: tuple[PartDrawn, ...]
    total: str
    """What the levels come to so far; empty in a form without levels."""
    most_days: int = forms.MOST_DAYS
    longest: int = forms.LONGEST_WORDS


def drawn(desk: Desk, fields: Fields, language: str) -> FormDrawn:
    """Return a form as it is drawn.

    Args:
        desk: The form.
        fields: What was typed so far.
        language: Of the words that are not the author's.
    """
    sheet, rulebook = numbered(desk.sheet), desk.attempt.rulebook
    parts = [_part(desk, sheet, part, language) for part in sheet.parts]
    total = ""
    if any(part.way is Way.LEVELS for part in sheet.parts):
        values = named(desk.sheet, _levels(sheet, fields))
        total = running_line(desk.total(values), rulebook, texts(language), language)
    return FormDrawn(form_name(sheet.kind).render(texts(language)), tuple(parts), total)


def handed_in(desk: Desk, fields: Fields, language: str) -> Fill:
    """Return the answer that hands in what a browser has sent.

    Raises:
        UnfinishedFormError: A part is empty that may not be.
        StillEmptyError: Other parts are, and the person was not told so yet.
        NoDayError, SamePlaceError: What was typed makes no sense.
    """
    sheet = numbered(desk.sheet)
    values: dict[str, object] = {}
    for part in sheet.parts:
        values = _READING[part.way](values, part, fields)
    values = named(desk.sheet, values)
    answer, empty = desk.answer(values), desk.empty(values)
    asked = ",".join(empty)
    if empty and fields.get(ASKED) != asked:
        raise StillEmptyError(still_empty(empty, texts(language)), asked)
    return answer


def _part(desk: Desk, sheet: Sheet, part: SheetPart, language: str) -> PartDrawn:
    rows = [_row(desk, row, part, language) for row in part.rows()]
    return PartDrawn(
        field=part.part,
        way=part.way.name,
        name=part_name(part.part).render(texts(language)),
        needed=NEEDED[sheet.kind] is part.part,
        rows=tuple(rows),
    )


def _row(desk: Desk, row: Row, part: SheetPart, language: str) -> RowDrawn:
    catalogue = texts(language)
    return RowDrawn(
        field=row.item.id if row.way is Way.ONE else _field(row),
        name=row_name(row).render(catalogue),
        notes=tuple(help_lines(row, desk.attempt.rulebook, catalogue, language)),
        options=tuple(_options(row, part, language)),
    )


def _options(row: Row, part: SheetPart, language: str) -> Iterator[tuple[str, str]]:
    catalogue = texts(language)
    if row.way is Way.LEVELS:
        yield "", no_data(catalogue)
        yield from ((one, one.replace("-", "–")) for one in _RANGES)
    if row.way is Way.ORDER:
        yield from ((str(n), str(n)) for n in range(1, len(part.items) + 1))
    for choice in row.choices:
        yield choice.id, item_name(row.part, choice.id, choice.text).render(catalogue)


def _field(row: Row) -> str:
    return f"{row.part}.{row.item.id}"


_Values = dict[str, object]


def _one(values: _Values, part: SheetPart, fields: Fields) -> _Values:
    return {**values, part.part: fields.get(part.part, "")}


def _several(values: _Values, part: SheetPart, fields: Fields) -> _Values:
    chosen = [row.item.id for row in part.rows() if fields.get(_field(row))]
    return {**values, part.part: chosen}


def _each(values: _Values, part: SheetPart, fields: Fields) -> _Values:
    given = {row.item.id: fields.get(_field(row), "") for row in part.rows()}
    return {**values, part.part: given}


def _order(values: _Values, part: SheetPart, fields: Fields) -> _Values:
    """Put the points in order by the places that were chosen for them."""
    items: dict[int, str] = {}
    for row in part.rows():
        place = fields.get(_field(row), "")
        if place.isascii() and place.isdigit():
            if int(place) in items:
                raise SamePlaceError(int(place))
            items[int(place)] = row.item.id
    return {**values, part.part: [items[place] for place in sorted(items)]}


def _given_levels(values: _Values, part: SheetPart, fields: Fields) -> _Values:
    for row in part.rows():
        values = forms.typed(values, row, fields.get(_field(row), "")) or values
    return values


def _steps(values: _Values, part: SheetPart, fields: Fields) -> _Values:
    owners = {
        row.item.id: {"owner": fields.get(f"{_field(row)}.owner", "")}
        for row in part.rows()
    }
    values = {**values, part.part: owners}
    for row in part.rows():
        day = fields.get(f"{_field(row)}.day", "")
        dated = forms.typed(values, row, day)
        if dated is None:
            raise NoDayError(day.strip()[:20], forms.MOST_DAYS)
        values = dated
    return values


def _words(values: _Values, part: SheetPart, fields: Fields) -> _Values:
    return forms.with_words(values, fields.get(part.part, ""))


_READING: Final = {
    Way.ONE: _one,
    Way.SEVERAL: _several,
    Way.EACH: _each,
    Way.ORDER: _order,
    Way.LEVELS: _given_levels,
    Way.STEPS: _steps,
    Way.WORDS: _words,
}


def _levels(sheet: Sheet, fields: Fields) -> _Values:
    """Return the levels alone, which are never wrong."""
    values: _Values = {}
    for part in sheet.parts:
        if part.way is Way.LEVELS:
            values = _given_levels(values, part, fields)
    return values
