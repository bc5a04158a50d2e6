"""Give one value of a file other words, in its place and in its way of writing."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from msgspec import Struct

from simulator.authoring.sheets.blocks import Blocks, CommentedError, Piece
from simulator.authoring.sheets.cells import Form, items_of, pairs_of, range_of
from simulator.authoring.sheets.emit import Data, NoPlaceError, Words, inline, value
from simulator.authoring.sheets.quoting import Old, Place, written
from simulator.authoring.sheets.spans import Span, spans
from simulator.authoring.sheets.tree import Fields, Items, Leaf, Node
from simulator.scenario.nodes import PLAIN
from simulator.scenario.scalars import NUMBER

_BARE: Final = ("true", "false", "no-data")
_NUMBERED: Final = (Form.NAME, Form.YES_NO, Form.PAIRS)


class Wanted(Struct, frozen=True):
    """What is to stand in a place."""

    words: str
    """Canonical; empty for nothing."""
    form: Form
    spoken: bool = True
    single: bool = False
    """True where one of several words stands without a list."""


def data_of(wanted: Wanted) -> Data:
    """Return a new value as what is to be written."""
    words, form = wanted.words, wanted.form
    if form is Form.LIST:
        return tuple(_name(one) for one in items_of(words))
    if form is Form.LINES:
        lines = [Words(one) for one in words.split("\n")]
        return lines[0] if len(lines) == 1 and wanted.single else lines
    if form is Form.PAIRS:
        return _nested(pairs_of(words))
    if form is Form.VALUE and is_bare(words):
        return Words(words, raw=True)
    return Words(words, spoken=wanted.spoken and form not in _NUMBERED)


def _name(words: str) -> Words:
    """Return a name of a list; parentheses hold commas that part nothing."""
    return Words(words, spoken=False, raw=words.endswith(")") and _is_code(words))


def _is_code(words: str) -> bool:
    return all(one.isalnum() or one in "_-(), " for one in words)


def is_bare(words: str) -> bool:
    """Tell whether words are a number, a range, yes, no or no data."""
    ends = range_of(words) or (words,)
    return words in _BARE or all(NUMBER.fullmatch(end) for end in ends)


def _nested(pairs: list[tuple[str, int]]) -> dict[str, Data]:
    """Return numbers by name; `oleg.trust` stands under `oleg`."""
    found: dict[str, Data] = {}
    for name, number in pairs:
        above, _, own = name.rpartition(".")
        words = Words(str(number), raw=True)
        if not above:
            found[own] = words
            continue
        inner = found.setdefault(above, {})
        if isinstance(inner, dict):
            inner[own] = words
    return found


class Values:
    """Changes values of one text."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        self._page, self._edits, self._style = blocks.page, blocks.edits, blocks.style

    def set(
        self, parent: Node | None, key: str, wanted: Wanted, order: Sequence[str]
    ) -> None:
        """Give a key of a mapping another value; put it in or take it out.

        Raises:
            CommentedError: Comments stand inside the value.
            NoPlaceError: There is no mapping, or its value is none that a cell holds.
        """
        if not isinstance(parent, Fields):
            raise NoPlaceError
        number = parent.index(key)
        if number is None:
            if wanted.words:
                self._blocks.put(parent, key, data_of(wanted), order)
        elif wanted.words:
            self._change(parent, number, wanted)
        else:
            self._blocks.drop(parent, number)

    def _change(self, parent: Fields, number: int, wanted: Wanted) -> None:
        node = parent.items[number]
        indent = self._page.column(parent.keys[number].start)
        if isinstance(node, Items) and wanted.form in (Form.LIST, Form.LINES):
            self._change_list(node, wanted)
        elif isinstance(node, Fields) and wanted.form is Form.PAIRS:
            self._change_pairs(parent, number, node, wanted)
        elif isinstance(node, Leaf) and self._is_single(wanted):
            self._change_leaf(node, wanted, indent, flow=parent.flow)
        elif parent.flow:
            self._blocks.replace(
                parent, number, f" {inline(data_of(wanted), self._style)}"
            )
        else:
            words = value(data_of(wanted), indent, self._style)
            self._blocks.replace(parent, number, words)

    def _is_single(self, wanted: Wanted) -> bool:
        if wanted.form is Form.LIST:
            return len(items_of(wanted.words)) == 1
        if wanted.form is Form.LINES:
            return "\n" not in wanted.words
        return True

    def _stays_words(self, leaf: Leaf, wanted: Wanted) -> bool:
        """Tell whether a fact stays words: `"5"` that becomes 6 is not a number."""
        quoted = leaf.style != PLAIN and is_bare(leaf.words)
        return quoted or not is_bare(wanted.words)

    def _change_leaf(
        self, leaf: Leaf, wanted: Wanted, indent: int, *, flow: bool
    ) -> None:
        end = self._page.last(leaf)
        if wanted.form is Form.VALUE and not self._stays_words(leaf, wanted):
            self._edits.replace(leaf.start, end, wanted.words)
            return
        old = Old(leaf.style, self._page.text[leaf.start : end])
        header = self._page.header(leaf).partition("#")
        rest = self._page.text[end:].partition("\n")[0]
        followed = rest.lstrip().startswith("#")
        place = Place(indent, flow, self._style.eol, followed)
        spoken = wanted.spoken and wanted.form not in _NUMBERED
        words = written(wanted.words, place, old, spoken=spoken)
        if header[1] and header[2].strip() not in words.partition("\n")[0]:
            raise CommentedError
        if leaf.start == leaf.end:
            words = f" {words}"
        self._edits.replace(leaf.start, end, words)

    def leaf(self, leaf: Leaf, words: str, *, indent: int, flow: bool) -> None:
        """Give a value that is one of many other words."""
        self._change_leaf(leaf, Wanted(words, Form.WORDS), indent, flow=flow)

    def name(self, leaf: Leaf, words: str, *, flow: bool) -> None:
        """Give a key another name."""
        self._change_leaf(leaf, Wanted(words, Form.NAME), 0, flow=flow)

    def _change_list(self, node: Items, wanted: Wanted) -> None:
        new, old = _items(wanted), spans(node, wanted.form)
        codes = SequenceMatcher(
            None, [span.words for span in old], new, autojunk=False
        ).get_opcodes()
        if all(high - low == end - start for _, low, high, start, end in codes):
            for span, words in zip(old, new, strict=True):
                if span.words != words:
                    self._change_item(node, span, Wanted(words, wanted.form))
            return
        pieces: list[Piece] = []
        for _, low, high, start, end in codes:
            kept = old[low:high][: end - start]
            for span, words in zip(kept, new[start:end], strict=False):
                pieces += self._kept(node, span, Wanted(words, wanted.form))
            rest = new[start + len(kept) : end]
            pieces += [("", _item(words, wanted)) for words in rest]
        self._blocks.arrange(node, pieces)

    def _kept(self, node: Items, span: Span, wanted: Wanted) -> list[Piece]:
        """Return an item of a list that gets other neighbours, with other words."""
        if span.words == wanted.words:
            return list(span.numbers)
        if len(span.numbers) > 1:
            return [("", _item(wanted.words, wanted))]
        self._change_item(node, span, wanted)
        return list(span.numbers)

    def _change_item(self, node: Items, span: Span, wanted: Wanted) -> None:
        first, last = node.items[span.numbers[0]], node.items[span.numbers[-1]]
        if wanted.form is Form.LIST and (first is not last or "(" in wanted.words):
            words = inline(_name(wanted.words), self._style)
            self._edits.replace(first.start, self._page.last(last), words)
        elif isinstance(first, Leaf):
            indent = self._page.indent(node) if not node.flow else 0
            self._change_leaf(
                first, Wanted(wanted.words, Form.WORDS), indent, flow=node.flow
            )

    def _change_pairs(
        self, parent: Fields, number: int, node: Fields, wanted: Wanted
    ) -> None:
        new = dict(pairs_of(wanted.words))
        old = dict(_numbers(node))
        if list(new) != list(old):
            words = inline(data_of(wanted), self._style)
            self._blocks.replace(parent, number, f" {words}")
            return
        for name, leaf in old.items():
            if int(leaf.words) != new[name]:
                signed = f"{new[name]:+d}" if leaf.words.startswith("+") else new[name]
                self._edits.replace(leaf.start, leaf.end, str(signed or 0))


def _items(wanted: Wanted) -> list[str]:
    if wanted.form is Form.LINES:
        return wanted.words.split("\n")
    return items_of(wanted.words)


def _item(words: str, wanted: Wanted) -> Words:
    return Words(words) if wanted.form is Form.LINES else _name(words)


def _numbers(node: Fields, before: str = "") -> list[tuple[str, Leaf]]:
    found: list[tuple[str, Leaf]] = []
    for key, one in zip(node.keys, node.items, strict=True):
        if isinstance(one, Leaf):
            found.append((f"{before}{key.value}", one))
        elif isinstance(one, Fields):
            found += _numbers(one, f"{before}{key.value}.")
    return found
