"""A scenario's tree → the rows of its sheets.

A row goes by its path: `scenes.opening.replies.which-groups`, and by number,
counted from 1, where items of a list have no id: `scenes.opening.say.2`.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from msgspec import Struct

from simulator.authoring.sheets.cells import Form, shown
from simulator.authoring.sheets.columns import COLUMNS, PATH, Column, Kind
from simulator.authoring.sheets.overview import METER_NAME, METERS, OVERVIEW
from simulator.authoring.sheets.tree import Fields, Items, Leaf, Node, Path, at, child
from simulator.authoring.sheets.unholdable import glimpse, why

IF: Final = "if"
_SPEAKING: Final = ("say", "otherwise", "reminders")
"""Keys that hold lines."""
_FORM_PARTS: Final = ("offers", "expect", "because", "then")
_WORDED: Final = ("offers", "because")
"""Parts of a form that people read, so that they can be changed in a sheet."""


class Row(Struct, frozen=True):
    """One row, as the file has it."""

    path: str
    group: str
    """The path of the list or the mapping that it is an item of."""
    place: Path
    """Where it stands in the tree."""
    cells: Mapping[str, str]
    """Column → words, canonical; empty where there is nothing."""
    locked: Mapping[str, str] = {}
    """Columns that are shown and not read back → why, as a message: a value that no
    cell can hold; empty where that is plain."""
    form: Form | None = None
    """How the column `value` stands in its cell, where each row has its own."""
    required: bool = False
    """True where the column `value` must not be empty."""

    def form_in(self, column: Column) -> Form:
        """Return how the value of a column stands in its cell."""
        return self.form if self.form and column.key == "value" else column.form


Tables = Mapping[Kind, list[Row]]


def tables(root: Node) -> Tables:
    """Return the rows of each sheet of a scenario, in the order of the file."""
    return {
        Kind.OVERVIEW: list(_overview(root)),
        Kind.PEOPLE: list(_entries(Kind.PEOPLE, root, ("cast",))),
        Kind.FACTS: list(_entries(Kind.FACTS, root, ("client", "facts"))),
        Kind.SCENES: list(_entries(Kind.SCENES, root, ("scenes",))),
        Kind.LINES: list(_lines(root)),
        Kind.REPLIES: list(_replies(root)),
        Kind.REACTIONS: list(_reactions(root)),
        Kind.FORMS: list(_forms(root)),
        Kind.ENDINGS: list(_entries(Kind.ENDINGS, root, ("endings",))),
    }


def named(root: Node, place: Path) -> str:
    """Return the path of a place: ids where there are any, else numbers from 1."""
    parts: list[str] = []
    here: Node | None = root
    for step in place:
        here = child(here, step)
        name = child(here, "id") if isinstance(step, int) else None
        own = step + 1 if isinstance(step, int) else step
        parts.append(name.words if isinstance(name, Leaf) else str(own))
    return ".".join(parts)


def line_groups(root: Node) -> Iterator[str]:
    """Yield where lines stand, or could."""
    for place in _speakers(root):
        yield named(root, place)


def speaker(line: Node | None) -> str:
    """Return who says a line; empty when that is not clear."""
    keys = [key.value for key in line.keys] if isinstance(line, Fields) else []
    return next((key for key in keys if key != IF), "")


def _row(kind: Kind, root: Node, place: Path, **given: str) -> Row:
    """Make the row of a node with one cell for each of its keys."""
    node = at(root, place)
    values = {
        column.key: (child(node, column.key), column.form)
        for column in COLUMNS[kind]
        if column.key not in given and column.key != PATH
    }
    cells, locked = in_cells(values)
    group = named(root, place[:-1])
    return Row(named(root, place), group, place, {**given, **cells}, locked)


def in_cells(
    values: Mapping[str, tuple[Node | None, Form]],
) -> tuple[dict[str, str], dict[str, str]]:
    """Return what cells show of values, by column, and why some cannot hold theirs."""
    cells: dict[str, str] = {}
    locked: dict[str, str] = {}
    for key, (node, form) in values.items():
        words = shown(node, form)
        cells[key] = glimpse(node) if words is None else words
        if words is None:
            locked[key] = why(node, form)
    return cells, locked


def _entries(kind: Kind, root: Node, place: Path) -> Iterator[Row]:
    found = at(root, place)
    for key in found.keys if isinstance(found, Fields) else ():
        yield _row(kind, root, (*place, key.value), id=key.value)


def _numbered(root: Node, place: Path) -> Iterator[Path]:
    found = at(root, place)
    for number in range(len(found.items) if isinstance(found, Items) else 0):
        yield (*place, number)


def _scenes(root: Node) -> list[str]:
    scenes = child(root, "scenes")
    return [key.value for key in scenes.keys] if isinstance(scenes, Fields) else []


def _replies(root: Node) -> Iterator[Row]:
    for scene in _scenes(root):
        for place in _numbered(root, ("scenes", scene, "replies")):
            yield _row(Kind.REPLIES, root, place, scene=scene)


def _reactions(root: Node) -> Iterator[Row]:
    for scene in _scenes(root):
        for place in _numbered(root, ("scenes", scene, "reactions")):
            yield _row(Kind.REACTIONS, root, place, scene=scene)
    for place in _numbered(root, ("reactions",)):
        yield _row(Kind.REACTIONS, root, place, scene="")


def _speakers(root: Node) -> Iterator[Path]:
    """Yield the places of all lists of lines, those that are not there included."""
    for scene in _scenes(root):
        place: Path = ("scenes", scene)
        yield (*place, "say")
        for key in ("replies", "reactions", "then"):
            for item in _numbered(root, (*place, key)):
                yield (*item, "say")
        yield (*place, "otherwise")
    for item in _numbered(root, ("reactions",)):
        yield (*item, "say")
    yield ("otherwise",)
    if child(root, "patience") is not None:
        yield from (("patience", "reminders"), ("patience", "say"))
    endings = child(root, "endings")
    for ending in endings.keys if isinstance(endings, Fields) else ():
        yield ("endings", ending.value, "say")


def _lines(root: Node) -> Iterator[Row]:
    for group in _speakers(root):
        for place in _numbered(root, group):
            yield _line(root, place, named(root, group))


def _line(root: Node, place: Path, group: str) -> Row:
    node = at(root, place)
    who = speaker(node)
    cells, locked = in_cells(
        {"text": (child(node, who), Form.LINES), IF: (child(node, IF), Form.NAME)}
    )
    cells = {"where": group, "who": who, **cells}
    return Row(named(root, place), group, place, cells, locked)


def _overview(root: Node) -> Iterator[Row]:
    for item in OVERVIEW:
        if at(root, item.place[:-1]) is None:
            continue
        cells, locked = in_cells({"value": (at(root, item.place), item.form)})
        if item.locked:
            locked.setdefault("value", "")
        path = ".".join(item.place)
        place: Path = item.place
        cells = {"what": item.label, **cells}
        yield Row(path, "", place, cells, locked, item.form, item.required)
    yield from _meters(root)


def _meters(root: Node) -> Iterator[Row]:
    """Yield what the screens call meters, a row each."""
    for place, leaf in _values(root, (METERS,)):
        cells, locked = in_cells({"value": (leaf, Form.WORDS)})
        cells = {"what": METER_NAME, **cells}
        yield Row(".".join(map(str, place)), "", place, cells, locked, Form.WORDS, True)


def _forms(root: Node) -> Iterator[Row]:
    for scene in _scenes(root):
        for part in _FORM_PARTS if at(root, ("scenes", scene, "form")) else ():
            for place, leaf in _values(root, ("scenes", scene, part)):
                if not any(step in _SPEAKING for step in place[3:]):
                    cells, locked = in_cells({"value": (leaf, Form.WORDS)})
                    if part not in _WORDED:
                        locked.setdefault("value", "")
                    path = named(root, place)
                    yield Row(path, "", place, cells, locked, Form.WORDS, True)


def _values(root: Node, place: Path) -> Iterator[tuple[Path, Leaf]]:
    """Yield all values below a place, the keys left out."""
    node = at(root, place)
    if isinstance(node, Leaf):
        yield place, node
    elif isinstance(node, Fields):
        for key in node.keys:
            yield from _values(root, (*place, key.value))
    elif isinstance(node, Items):
        for number in range(len(node.items)):
            yield from _values(root, (*place, number))
