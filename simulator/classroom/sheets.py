"""A form as it leaves the class server, and what comes back.

The ids that an author gives to what he offers say too much: `sound-reason`. So they
are told by numbers, in the order in which they lie before the person; what belongs to
everybody (criteria, statuses, roles) keeps its name.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from scoring.forms import read
from scoring.forms.model import Part, Values
from simulator import forms
from simulator.engine.fill import LISTS
from simulator.forms import Choice, Item, Sheet, SheetPart, Way
from simulator.plaintext import plain

_AUTHORS: Final = frozenset(LISTS)
"""Parts whose items are the author's."""
_CHOICES: Final = frozenset({Part.INPUTS, Part.STEPS, Part.CHECKS})
"""Parts whose choices are the author's."""


def numbered(sheet: Sheet) -> Sheet:
    """Return a form with numbers, from 1 in each part, in place of the author's ids."""
    return replace(sheet, parts=tuple(_numbered(part) for part in sheet.parts))


def named(sheet: Sheet, values: Values) -> dict[str, object]:
    """Return what stands in a numbered form by the author's ids.

    What is not on the form falls out: values come from anywhere.

    Args:
        sheet: The form as its author wrote it.
        values: As the numbered form has them.
    """
    found: dict[str, object] = {}
    for part, shown in zip(sheet.parts, numbered(sheet).parts, strict=True):
        if part.part in values:
            items = _back(shown.items, part.items)
            choices = _back(shown.choices, part.choices)
            found[part.part] = _NAMING[part.way](values, part.part, items, choices)
    return found


def _numbered(part: SheetPart) -> SheetPart:
    items, choices = part.items, part.choices
    if part.part in _AUTHORS:
        items = tuple(replace(one, id=str(n)) for n, one in enumerate(items, 1))
    if part.part in _CHOICES:
        choices = tuple(replace(one, id=str(n)) for n, one in enumerate(choices, 1))
    return replace(part, items=items, choices=choices)


_Names = Mapping[str, str]


def _back(shown: Sequence[Item | Choice], own: Sequence[Item | Choice]) -> _Names:
    return {a.id: b.id for a, b in zip(shown, own, strict=True)}


def _one(values: Values, part: Part, items: _Names, _: _Names) -> object:
    return items.get(read.one(values, part), "")


def _several(values: Values, part: Part, items: _Names, _: _Names) -> object:
    return [items[one] for one in read.several(values, part) if one in items]


def _each(values: Values, part: Part, items: _Names, choices: _Names) -> object:
    return {
        items[item]: choices[one]
        for item, one in read.named(values, part).items()
        if item in items and one in choices
    }


def _levels(values: Values, part: Part, items: _Names, _: _Names) -> object:
    found: dict[str, object] = {}
    for item, value in read.pairs(values, part).items():
        given = read.levels(value)
        if item in items:
            low, high = given or (None, None)
            found[items[item]] = low if low == high else [low, high]
    return found


def _steps(values: Values, part: Part, items: _Names, choices: _Names) -> object:
    found: dict[str, object] = {}
    for item, value in read.pairs(values, part).items():
        owner, day = read.step(value)
        owner = choices.get(owner, "")
        if item in items and forms.is_day(day) and (owner or day is not None):
            found[items[item]] = {"owner": owner, "day": day}
    return found


def _words(values: Values, part: Part, items: _Names, _: _Names) -> object:
    return forms.with_words({}, plain(read.one(values, part)).strip())[part]


_NAMING: Final = {
    Way.ONE: _one,
    Way.SEVERAL: _several,
    Way.ORDER: _several,
    Way.EACH: _each,
    Way.LEVELS: _levels,
    Way.STEPS: _steps,
    Way.WORDS: _words,
}
