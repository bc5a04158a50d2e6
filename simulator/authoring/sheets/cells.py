"""What a cell holds: the words of one value, a list, or a few numbers by name.

A cell is compared in its *canonical* form, in which what does not matter (blanks at
the ends, how a list is parted, a typographic minus) is always the same.
"""

import re
from collections.abc import Iterable
from enum import Enum, auto
from typing import Final

from simulator.authoring.sheets.tree import Fields, Leaf, Node
from simulator.messages import N_
from simulator.scenario.shapes import (
    CodeUses,
    FactValue,
    LevelRange,
    Levels,
    ListOf,
    MapOf,
    Moods,
    Shape,
    Text,
    YesNo,
)
from simulator.scenario.text import normal


class Form(Enum):
    """How a value stands in one cell."""

    WORDS = auto()
    """What a person reads."""
    NAME = auto()
    """An id, a number, a condition: one word for the program."""
    VALUE = auto()
    """What a fact is: words, a number, or `[low, high]`."""
    YES_NO = auto()
    LIST = auto()
    """Names, parted by commas."""
    LINES = auto()
    """Words, one a line."""
    PAIRS = auto()
    """Numbers by name: `resistance: -1, trust: +1`."""


LONGEST: Final = 32_767
"""Characters that a cell of a spreadsheet can hold."""
_COMMA: Final = re.compile(r"[,;\n](?![^()]*\))")
_PAIR: Final = re.compile(r"([\w.-]*\w)\s*[\s:=]\s*([+-]?[0-9]{1,9})")
_RANGE: Final = re.compile(r"\[\s*([^\s,\]]+)\s*,\s*([^\s,\]]+)\s*\]")
_QUOTES: Final = "\"'“”„«»‘’`"
_AS_TYPED: Final = str.maketrans(
    {
        "−": "-",
        "–": "-",
        "\u2011": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "≥": ">=",
        "≤": "<=",
    }
)
"""What a spreadsheet makes of signs → the signs that mean something."""
_YES: Final = frozenset({"true", "yes", "да", "истина", "1", "+"})
_NO: Final = frozenset({"false", "no", "нет", "ложь", "0", "-"})


class BadWordsError(Exception):
    """A cell's words cannot be what is expected there; says what can."""

    def __init__(self, template: str, **values: str) -> None:
        super().__init__(template)
        self.template = template
        self.values = values


def form_of(shape: Shape) -> Form:
    """Return how values of a shape stand in a cell."""
    if isinstance(shape, ListOf):
        return Form.LINES if isinstance(shape.item, Text) else Form.LIST
    forms = {
        Text: Form.WORDS,
        YesNo: Form.YES_NO,
        CodeUses: Form.LIST,
        FactValue: Form.VALUE,
        LevelRange: Form.VALUE,
        Moods: Form.PAIRS,
        Levels: Form.PAIRS,
        MapOf: Form.PAIRS,
    }
    return forms.get(type(shape), Form.NAME)


def shown(node: Node | None, form: Form) -> str | None:
    """Return a value as a cell shows it, canonically.

    Returns:
        Empty where there is no value; None where a cell cannot hold it so that the
        same is read again, as a list of which an item has line breaks.
    """
    if node is None:
        return ""
    words = _shown(node, form)
    if words is None or len(words) > LONGEST or "x005F_" in words:
        return None
    try:
        return words if canonical(words, form) == words else None
    except BadWordsError:
        return None


def _shown(node: Node, form: Form) -> str | None:
    if form is Form.PAIRS:
        pairs = list(_pairs(node))
        return None if None in pairs else ", ".join(str(pair) for pair in pairs)
    if isinstance(node, Leaf):
        one_line = form is Form.LINES and "\n" in node.words
        return None if one_line or not node.words else node.words
    items = [item.words for item in node.items if isinstance(item, Leaf)]
    if isinstance(node, Fields) or len(items) < len(node.items) or not all(items):
        return None
    if form is Form.VALUE:
        return f"[{', '.join(items)}]"
    if form is Form.LINES:
        return None if any("\n" in item for item in items) else "\n".join(items)
    return ", ".join(items) if form is Form.LIST else None


def _pairs(node: Node, before: str = "") -> Iterable[str | None]:
    """Yield the numbers of a mapping by name; None for what is no number."""
    if not isinstance(node, Fields) or (before.count(".") > 1):
        yield None
        return
    for key, value in zip(node.keys, node.items, strict=True):
        if isinstance(value, Leaf):
            number = re.fullmatch(r"[+-]?[0-9]{1,9}", value.words)
            yield f"{before}{key.value}: {int(value.words)}" if number else None
        else:
            yield from _pairs(value, f"{before}{key.value}.")


def canonical(words: str, form: Form) -> str:
    """Return a cell's words in the form in which they are compared.

    Raises:
        BadWordsError: They cannot be a value of this form.
    """
    words = normal(words.replace("_x000D_", "").replace("\r\n", "\n")).strip()
    if form is Form.WORDS or not words:
        return words
    if form is Form.LINES:
        return "\n".join(line.strip() for line in words.split("\n") if line.strip())
    if form is Form.VALUE:
        found = _RANGE.fullmatch(words.translate(_AS_TYPED))
        return f"[{found[1]}, {found[2]}]" if found else words
    words = words.translate(_AS_TYPED).strip(_QUOTES + " ")
    if form is Form.LIST:
        return ", ".join(items_of(words))
    if form is Form.PAIRS:
        return ", ".join(_canonical_pairs(words))
    return _yes_or_no(words) if form is Form.YES_NO else " ".join(words.split())


def items_of(words: str) -> list[str]:
    """Return the names of a list; a comma inside parentheses parts nothing."""
    parts = (
        " ".join(part.strip(_QUOTES + " ").split()) for part in _COMMA.split(words)
    )
    return [part for part in parts if part]


def pairs_of(words: str) -> list[tuple[str, int]]:
    """Return the names and numbers of canonical pairs."""
    found = (_PAIR.fullmatch(part) for part in items_of(words))
    return [(pair[1], int(pair[2])) for pair in found if pair]


def range_of(words: str) -> tuple[str, str] | None:
    """Return both ends of `[low, high]`; None for anything else."""
    found = _RANGE.fullmatch(words)
    return (found[1], found[2]) if found else None


def _canonical_pairs(words: str) -> Iterable[str]:
    seen: set[str] = set()
    for part in items_of(words):
        pair = _PAIR.fullmatch(part)
        if pair is None:
            raise BadWordsError(
                N_(
                    "`{value}` is no name with a number. Write `trust: 1, patience: -2`"
                ),
                value=part,
            )
        above = pair[1].rpartition(".")[0]
        if seen & {pair[1], above} or any(
            one.startswith(f"{pair[1]}.") for one in seen
        ):
            raise BadWordsError(
                N_("`{value}` is given a second number. Keep one of them"),
                value=pair[1],
            )
        seen.add(pair[1])
        yield f"{pair[1]}: {int(pair[2])}"


def _yes_or_no(words: str) -> str:
    lower = words.lower()
    if lower in _YES or lower in _NO:
        return "true" if lower in _YES else "false"
    raise BadWordsError(
        N_("`{value}` is neither yes nor no. Write `yes` or `no`"), value=words
    )
