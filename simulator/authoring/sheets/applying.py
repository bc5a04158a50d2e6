"""Write what is to be done into the text of a scenario, and nothing else."""

from functools import cached_property
from typing import Final

from simulator.authoring.sheets.blocks import Blocks, CommentedError, Piece
from simulator.authoring.sheets.cells import Form
from simulator.authoring.sheets.changes import Entry, New, moved_by
from simulator.authoring.sheets.columns import PATH, Kind
from simulator.authoring.sheets.edits import Edits
from simulator.authoring.sheets.emit import NoPlaceError, style_of
from simulator.authoring.sheets.fresh import Fresh, order_of, wanted
from simulator.authoring.sheets.moving import Moving
from simulator.authoring.sheets.page import Page
from simulator.authoring.sheets.plan import Arrange, Merged, SetCell
from simulator.authoring.sheets.problems import Problem
from simulator.authoring.sheets.rows import IF, Row, line_groups, speaker
from simulator.authoring.sheets.tree import (
    Fields,
    Items,
    Leaf,
    Node,
    Path,
    Step,
    at,
    child,
)
from simulator.authoring.sheets.values import Values, Wanted
from simulator.messages import N_

_COMMENTED: Final = N_(
    "comments stand inside this value in the YAML file and would be lost. Make the"
    " change there"
)
_NO_PLACE: Final = N_(
    "the YAML file has this written in a way that a sheet cannot change. Make the"
    " change there"
)
_BY_ID: Final = (Kind.PEOPLE, Kind.FACTS, Kind.SCENES, Kind.ENDINGS)
"""Sheets whose rows are keys of a mapping."""
_UNKNOWN: Final = N_("there is no `{value}` in the scenario to put this row into")


class Applied:
    """A text after the changes, with what could not be done."""

    def __init__(self, text: str, problems: list[Problem]) -> None:
        self.text, self.problems = text, problems


def apply(text: str, root: Node, merged: Merged) -> Applied:
    """Return the text with all changes made.

    Args:
        text: The file as it is now.
        root: The same as a tree.
        merged: What is to be done.
    """
    return _Applying(text, root, merged).apply()


class _Applying:
    def __init__(self, text: str, root: Node, merged: Merged) -> None:
        self._root, self._merged = root, merged
        self._page, self._edits = Page(text), Edits(text)
        self._blocks = Blocks(self._page, self._edits, style_of(self._page, root))
        self._values = Values(self._blocks)
        self._moving = Moving(root, self._blocks, merged.lists)
        self._fresh = Fresh(merged.lists, self._moving)
        self._problems: list[Problem] = []

    def apply(self) -> Applied:
        for one in self._merged.cells:
            try:
                self._set(one)
            except CommentedError:
                self._problems.append(one.given.wrong(one.column.key, _COMMENTED))
            except NoPlaceError:
                self._problems.append(one.given.wrong(one.column.key, _NO_PLACE))
        self._arrange_all()
        return Applied(self._edits.result(), self._problems)

    def _set(self, one: SetCell) -> None:
        place, key = one.row.place, one.column.key
        if one.kind is Kind.LINES:
            self._set_line(one, at(self._root, place))
            return
        if one.kind in (Kind.OVERVIEW, Kind.FORMS, Kind.TRANSLATION):
            self._set_single(one)
            return
        target = wanted(one.column, one.words)
        self._values.set(at(self._root, place), key, target, order_of(place))

    def _set_line(self, one: SetCell, line: Node | None) -> None:
        who = speaker(line)
        if not isinstance(line, Fields) or not who:
            raise NoPlaceError
        if one.column.key == "who":
            number = line.index(who)
            if number is not None:
                self._values.name(line.keys[number], one.words, flow=line.flow)
        elif one.column.key == "text":
            words = Wanted(one.words, Form.LINES, single=True)
            self._values.set(line, who, words, (who, IF))
        else:
            self._values.set(line, IF, wanted(one.column, one.words), (who, IF))

    def _set_single(self, one: SetCell) -> None:
        place = one.row.place
        form, step = one.row.form_in(one.column), place[-1]
        parent = at(self._root, place[:-1])
        if isinstance(step, str):
            words = Wanted(one.words, form, single=not isinstance(step, int))
            self._values.set(parent, step, words, order_of(place[:-1]))
            return
        leaf = child(parent, step)
        if not isinstance(parent, Items) or not isinstance(leaf, Leaf):
            raise NoPlaceError
        indent = 0 if parent.flow else self._page.indent(parent)
        self._values.leaf(leaf, one.words, indent=indent, flow=parent.flow)

    def _arrange_all(self) -> None:
        """Arrange lists, the innermost first, so that they move with their rows."""
        found: dict[tuple[int, bool], list[tuple[Arrange, Path]]] = {}
        for one in self._merged.lists:
            place = _resolved(self._root, one.group)
            if place is None and self._fresh.covers(one.group):
                continue
            if place is None or (
                one.kind is Kind.LINES and one.group not in self._groups
            ):
                self._report_unknown(one)
            else:
                level = (len(place), one.kind is Kind.LINES)
                found.setdefault(level, []).append((one, place))
        for level in sorted(found, reverse=True):
            self._moving.take(level[0], [one for one, _ in found[level]])
            for one, place in found[level]:
                self._arrange(one, place)

    def _arrange(self, one: Arrange, place: Path) -> None:
        try:
            pieces = [self._piece(entry, place) for entry in one.entries]
            self._arrange_list(place, pieces)
        except CommentedError:
            self._problems.append(one.given.wrong(PATH, _COMMENTED))
        except NoPlaceError:
            given = next((given for _, given in one.comers), one.given)
            self._problems.append(given.wrong(moved_by(one.kind), _NO_PLACE))

    def _piece(self, entry: Entry, place: Path) -> Piece:
        if isinstance(entry, New):
            return entry.id if entry.kind in _BY_ID else "", self._fresh.data(entry)
        if entry.place[:-1] == place:
            return _number(at(self._root, place), entry)
        return "", self._moving.block(entry)

    def _arrange_list(self, place: Path, pieces: list[Piece]) -> None:
        node = at(self._root, place)
        parent, key = at(self._root, place[:-1]), str(place[-1])
        if not isinstance(parent, Fields):
            raise NoPlaceError
        number = parent.index(key)
        if number is None:
            new = [piece[1] for piece in pieces if isinstance(piece, tuple)]
            if len(new) < len(pieces):
                raise NoPlaceError
            self._blocks.put(parent, key, new, order_of(place[:-1]))
        elif not pieces:
            self._blocks.empty(parent, number)
        elif isinstance(node, Items | Fields) and node.items:
            self._blocks.arrange(node, pieces)
        else:
            raise NoPlaceError

    @cached_property
    def _groups(self) -> frozenset[str]:
        return frozenset(line_groups(self._root))

    def _report_unknown(self, one: Arrange) -> None:
        column = moved_by(one.kind)
        self._problems += [
            given.wrong(column, _UNKNOWN, value=one.group) for _, given in one.comers
        ]


def _number(of: Node | None, row: Row) -> int:
    """Return which item of a list or a mapping a row is."""
    step = row.place[-1]
    number = (
        of.index(step) if isinstance(of, Fields) and isinstance(step, str) else step
    )
    if not isinstance(number, int):
        raise NoPlaceError
    return number


def _resolved(root: Node, group: str) -> Path | None:
    """Return the place of a list, which need not be there; None without its parent."""
    place: Path = ()
    here: Node | None = root
    for part in group.split("."):
        if not isinstance(here, Fields | Items):
            return None
        step = _step(here, part)
        if step is None:
            return None
        place = (*place, step)
        here = child(here, step)
    return place


def _step(node: Fields | Items, part: str) -> Step | None:
    if isinstance(node, Fields):
        return part
    for number, item in enumerate(node.items):
        name = child(item, "id")
        if isinstance(name, Leaf) and name.words == part:
            return number
    return (
        int(part) - 1 if part.isdigit() and 0 < int(part) <= len(node.items) else None
    )
