"""What stands on a form: its parts with the rows that can be filled in."""

from collections.abc import Iterator, Mapping
from enum import Enum, auto
from hashlib import blake2b
from typing import Final

from msgspec import Struct

from scoring.forms.model import FormKind, Part, Role
from scoring.keyclient import Criterion, Rulebook, Status
from simulator.engine import State
from simulator.engine.fill import LISTS, PARTS
from simulator.scenario.formschema import CHECK_NAMES
from simulator.scenario.model import ClientFact, Form


class Way(Enum):
    """How a part is filled in."""

    ONE = auto()
    """One of its rows is chosen."""
    SEVERAL = auto()
    """Any of its rows are chosen."""
    EACH = auto()
    """Each row gets one of the choices."""
    ORDER = auto()
    """Rows are put in order; some may be left out."""
    LEVELS = auto()
    """Each row gets a level 0..4, a range of levels, or no data."""
    STEPS = auto()
    """Each row may be taken up, with an owner and a day."""
    WORDS = auto()
    """Own words."""


class Choice(Struct, frozen=True):
    """Something that can be put at a row."""

    id: str
    text: str = ""
    """The author's words; empty for what the program has a word for."""


class Item(Struct, frozen=True):
    """Something that a form lists."""

    id: str
    text: str = ""
    """The author's words; empty for what the program has a word for."""
    notes: tuple[str, ...] = ()
    """What helps to fill it in: facts learned, then how the levels are parted."""


class Row(Struct, frozen=True):
    """One line of a form."""

    part: Part
    way: Way
    item: Item
    choices: tuple[Choice, ...] = ()
    """What can be put there; for `EACH` and `STEPS`."""


class SheetPart(Struct, frozen=True):
    """One part of a form."""

    part: Part
    way: Way
    items: tuple[Item, ...]
    choices: tuple[Choice, ...] = ()

    def rows(self) -> Iterator[Row]:
        """Yield its lines, in order."""
        for item in self.items:
            yield Row(self.part, self.way, item, self.choices)


class Sheet(Struct, frozen=True):
    """A form as it lies before the trainee."""

    scene: str
    kind: FormKind
    parts: tuple[SheetPart, ...]

    def rows(self) -> tuple[Row, ...]:
        """Return all its lines, in order."""
        return tuple(row for part in self.parts for row in part.rows())


def sheet(state: State, rulebook: Rulebook, language: str) -> Sheet | None:
    """Return the form of the scene; None where it has none, and after the end.

    Args:
        state: Where the talk stands.
        rulebook: Its criteria are the rows of a worksheet.
        language: Whose words of the rulebook to use: `ru` or `en`.

    What an author offers comes shuffled, in an order fixed by the seed and the
    scene, so that its place tells nothing.
    """
    form = state.story.scenes[state.scene].form
    if form is None or state.ending is not None:
        return None
    maker = _Maker(state, form, rulebook, language)
    parts = (maker.part(part) for part in PARTS[form.kind])
    return Sheet(state.scene, form.kind, tuple(part for part in parts if part))


class _Maker(Struct, frozen=True):
    """Makes the parts of one form."""

    state: State
    form: Form
    rulebook: Rulebook
    language: str

    def part(self, part: Part) -> SheetPart | None:
        """Return a part; None where the author offers nothing for it."""
        if part is Part.WORDS:
            return SheetPart(part, Way.WORDS, (Item(part),))
        if part is Part.LEVELS:
            return SheetPart(part, Way.LEVELS, self._criteria())
        if part is Part.STATUS:
            return SheetPart(part, Way.ONE, self._statuses())
        if part is Part.CHECKS:
            return self._checks()
        offered = self.form.offers.get(LISTS[part])
        if not offered:
            return None
        items = tuple(Item(name, text) for name, text in self._shuffled(offered))
        return SheetPart(part, _WAYS[part], items, self._choices(part))

    def _statuses(self) -> tuple[Item, ...]:
        word = self.rulebook.status_word
        return tuple(Item(one, word(one, self.language)) for one in Status)

    def _choices(self, part: Part) -> tuple[Choice, ...]:
        if part is Part.PEOPLE:
            return tuple(Choice(role) for role in Role)
        if part is Part.INPUTS:
            return _choices(self.form.offers.get("people", {}))
        if part is Part.STEPS:
            cast = self.state.story.cast.values()
            default = {person.id: person.name for person in cast}
            return _choices(self.form.offers.get("owners", default))
        return ()

    def _checks(self) -> SheetPart | None:
        measures = self.form.offers.get("checks")
        if not measures:
            return None
        days = tuple(Item(name) for name in CHECK_NAMES)
        choices = _choices(dict(self._shuffled(measures)))
        return SheetPart(Part.CHECKS, Way.EACH, days, choices)

    def _criteria(self) -> tuple[Item, ...]:
        return tuple(
            Item(one.id, one.name[self.language], self._notes(one))
            for one in self.rulebook.criteria
            if one.weight
        )

    def _notes(self, criterion: Criterion) -> tuple[str, ...]:
        facts = self.state.story.client.facts
        known = [facts[name] for name in self.state.known if name in facts]
        return tuple(_told(f) for f in known if f.criterion == criterion.id)

    def _shuffled(self, offered: Mapping[str, str]) -> list[tuple[str, str]]:
        salt = f"{self.state.seed}/{self.state.scene}/"

        def draw(item: tuple[str, str]) -> bytes:
            return blake2b((salt + item[0]).encode(), digest_size=8).digest()

        return sorted(offered.items(), key=draw)


def _choices(offered: Mapping[str, str]) -> tuple[Choice, ...]:
    return tuple(Choice(name, text) for name, text in offered.items())


def _told(fact: ClientFact) -> str:
    return f"{fact.name}: {fact.line}"


_WAYS: Final[Mapping[Part, Way]] = {
    Part.DATE: Way.ONE,
    Part.PEOPLE: Way.EACH,
    Part.ORDER: Way.ORDER,
    Part.INPUTS: Way.EACH,
    Part.OPTION: Way.ONE,
    Part.REASONS: Way.SEVERAL,
    Part.OBJECTIONS: Way.SEVERAL,
    Part.STEPS: Way.STEPS,
    Part.TERMS: Way.SEVERAL,
    Part.RETURN: Way.ONE,
}
