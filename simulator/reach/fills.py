"""How the heads fill in a form."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from scoring.forms.model import FormKind, Part
from scoring.keyclient import Rulebook
from simulator import forms
from simulator.engine import State
from simulator.engine.fill import LISTS
from simulator.forms import Item, SheetPart, Way
from simulator.reach.chance import Chance
from simulator.reach.heads import Head
from simulator.scenario.model import Form

VARIANTS: Final = 16
"""So many different fillings of a form does the random head know."""
_DAYS: Final = (None, 1, 7, 30)
_LEVELS: Final = (None, 0, 1, 2, 3, 4)

_Order = Callable[[Sequence[Item]], list[Item]]


def filled(
    head: Head, variant: int, state: State, rulebook: Rulebook
) -> dict[str, object]:
    """Fill in the form of the scene as a head does.

    The best one fills everything in rightly, the one of facts the worksheet alone;
    the random one puts anything anywhere; the first, the longest and the shortest
    are put there by those who answer so; the others hand in as little as they may.

    Args:
        head: Who fills it in.
        variant: Which of his fillings, counted from 0. Further ones of the best head
            decide otherwise than the rules would: for looking how a talk goes then.
        state: Where the talk stands.
        rulebook: Its criteria are the rows of a worksheet.
    """
    form = state.story.scenes[state.scene].form
    page = forms.sheet(state, rulebook, state.story.language)
    if form is None or page is None:
        return {}
    knows = head is Head.FACTS_ONLY and form.kind is FormKind.KEY_CLIENT
    if head is Head.BEST or knows:
        return forms.as_expected(state, rulebook, _option(form, variant))
    if head is Head.RANDOM:
        chance = Chance("form", state.scene, variant)
        return {p.part: _anything(p, chance) for p in page.parts if _fillable(p)}
    order = _order(head, form)
    parts = [p for p in page.parts if _fillable(p)]
    return {p.part: _little(p, order) for p in parts if head in _ORDERS or _must(p)}


def decisions(form: Form) -> int:
    """Return how many fillings of the best head a form has."""
    return 1 + len(form.offers.get(LISTS[Part.OPTION], ()))


def _option(form: Form, variant: int) -> str | None:
    options = list(form.offers.get(LISTS[Part.OPTION], ()))
    return options[variant - 1] if variant else None


def _fillable(part: SheetPart) -> bool:
    return part.way is not Way.WORDS


def _must(part: SheetPart) -> bool:
    """Tell whether a form is not handed in without this part."""
    return part.part in (Part.STATUS, Part.DATE, Part.OPTION, Part.STEPS)


def _order(head: Head, form: Form) -> _Order:
    """Return how a head looks through a list: by length, else as the author wrote."""
    by_length = _ORDERS.get(head)

    def order(items: Sequence[Item]) -> list[Item]:
        places = _places(form)
        written = sorted(items, key=lambda item: places.get(item.id, 0))
        return sorted(written, key=by_length) if by_length else written

    return order


def _places(form: Form) -> dict[str, int]:
    names = [name for part in LISTS.values() for name in form.offers.get(part, ())]
    return {name: place for place, name in enumerate(names)}


_ORDERS: Final[Mapping[Head, Callable[[Item], int] | None]] = {
    Head.FIRST: None,
    Head.LONGEST: lambda item: -len(item.text),
    Head.SHORTEST: lambda item: len(item.text),
}


def _little(part: SheetPart, order: _Order) -> object:
    """Put one thing into a part, all into an order, and no level anywhere."""
    items = order(part.items)
    match part.way:
        case Way.ONE:
            return items[0].id
        case Way.SEVERAL:
            return [items[0].id]
        case Way.ORDER:
            return [item.id for item in items]
        case Way.EACH:
            return {item.id: part.choices[0].id for item in items if part.choices}
        case Way.STEPS:
            owner = part.choices[0].id if part.choices else ""
            return {items[0].id: {"owner": owner, "day": 1}}
        case _:
            return {}


def _anything(part: SheetPart, chance: Chance) -> object:
    names = [item.id for item in part.items]
    choices = [choice.id for choice in part.choices]
    match part.way:
        case Way.ONE:
            return chance.one(names)
        case Way.SEVERAL:
            return chance.some(names)
        case Way.ORDER:
            return chance.shuffled(chance.some(names))
        case Way.EACH:
            return {name: chance.one(choices) for name in chance.some(names) if choices}
        case Way.LEVELS:
            return {name: chance.one(_LEVELS) for name in names}
        case _:
            return {name: _step(choices, chance) for name in chance.some(names)}


def _step(owners: Sequence[str], chance: Chance) -> dict[str, object]:
    owner = chance.one(owners) if owners else ""
    return {"owner": owner, "day": chance.one(_DAYS)}
