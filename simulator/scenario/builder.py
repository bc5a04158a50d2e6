"""YAML events → nodes, refusing what the format does without.

Iterative, and it stops pulling events at the depth limit, so no file can make it
recurse; an alias costs one finding, however much it stands for.
"""

from collections.abc import Callable
from typing import Any, Final

import yaml

from simulator.scenario.codes import broken
from simulator.scenario.findings import Place, Report, Rule, Spot
from simulator.scenario.homes import NAMED_BY_AUTHORS
from simulator.scenario.marginalia import DASH, Marginalia
from simulator.scenario.nodes import PLAIN, Mapping, Node, Scalar, Sequence
from simulator.scenario.pureparser import PureParser
from simulator.scenario.text import normal

DEEPEST: Final = 64
"""Levels of nesting that are read at most."""

PURE_PARSER: Final[Any] = PureParser
PARSER: Final[Any] = getattr(yaml, "CSafeLoader", PURE_PARSER)
"""PyYAML's parser in C, or the slower one where a machine lacks it."""

_IGNORED: Final = Scalar("", 0, 0, PLAIN)
"""Stands for a key that could not be used: its value is dropped."""

_Event = Any
"""An event of PyYAML's; its declared types forget that parsers always give marks."""


class Builder:
    """Builds the nodes of one file."""

    __slots__ = (
        "_current",
        "_handlers",
        "_key",
        "_normal",
        "_report",
        "_stack",
        "_stopped",
        "flow_start",
        "last",
        "notes",
        "root",
    )

    def __init__(self, report: Report, cuts: frozenset[int], is_normal: bool) -> None:
        """Prepare to build.

        Args:
            report: Takes the findings.
            cuts: Lines on which a comment follows something else.
            is_normal: True when no value needs to be brought into NFC.
        """
        self._report = report
        self._normal = is_normal
        self._current: Sequence | Mapping | None = None
        self._key: Scalar | None = None
        self._stack: list[tuple[Sequence | Mapping | None, Scalar | None]] = []
        self._stopped = False
        self.root: Node | None = None
        self.last: _Event = None
        """The last event that was read, for telling what went wrong after it."""
        self.flow_start: Spot | None = None
        """Where the list or mapping in brackets that ended last had begun."""
        self.notes = Marginalia(cuts)
        """What is to be looked at in the text."""
        self._handlers: dict[type, Callable[[_Event], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._start_mapping,
            yaml.SequenceStartEvent: self._start_sequence,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
            yaml.StreamEndEvent: self._stop,
        }

    def build(self, text: str, parser_class: Any = PARSER) -> None:
        """Read the text.

        Raises:
            yaml.YAMLError: The text is not YAML from some place on.
        """
        parser = parser_class(text)
        get, handlers = parser.get_event, self._handlers
        event: _Event = None
        try:
            while not self._stopped:
                event = get()
                handle = handlers.get(type(event))
                if handle is not None:
                    handle(event)
        finally:
            self.last = event
            parser.dispose()

    @property
    def open_bracket(self) -> Spot | None:
        """Where the innermost bracket opened that has not been closed."""
        node = self._current
        return Spot(node.line, node.column) if node is not None and node.flow else None

    def _scalar(self, event: _Event) -> None:
        mark, style = event.start_mark, event.style or PLAIN
        value = event.value if self._normal else normal(event.value)
        scalar = Scalar(value, mark.line + 1, mark.column + 1, style)
        if style == '"':
            self.notes.escapes(scalar, event)
            scalar.value = normal(scalar.value)
        elif style == PLAIN:
            if self.notes.cuts:
                self.notes.end(scalar, event)
            if DASH in value:
                self.notes.item(scalar, event, self._current)
        if event.tag is not None or event.anchor is not None:
            self._decorated(event)
        self._place(scalar)

    def _place(self, node: Node) -> None:
        """Put a key, value or item where it belongs."""
        current, key = self._current, self._key
        if isinstance(current, Mapping):
            if key is None:
                self._key = self._accepted(current, node)
                return
            self._key = None
            if key is not _IGNORED:
                current.keys[key.value] = key
                current.values[key.value] = node
        elif current is None:
            self.root = node
        else:
            current.items.append(node)

    def _accepted(self, mapping: Mapping, key: Node) -> Scalar:
        """Return the key if it can be one, `_IGNORED` otherwise."""
        if not isinstance(key, Scalar):
            self._refuse(broken.KEY_NOT_A_WORD, key)
            return _IGNORED
        value = key.value
        if value == "<<" and key.style == PLAIN:
            self._report.add(broken.MERGE_KEY, key)
            return _IGNORED
        first = mapping.keys.get(value)
        if first is None:
            return key
        if self._begins_item(mapping, key):
            return key
        self._refuse(
            broken.DUPLICATE_KEY,
            key,
            key=key.value,
            line=first.line,
            column=first.column,
            nearest=f"{value}-2" if self._holder() in NAMED_BY_AUTHORS else "",
        )
        return _IGNORED

    def _holder(self) -> str:
        """Return the key under which the innermost mapping stands; empty without."""
        outer = self._stack[-1][0]
        return next(reversed(outer.keys), "") if isinstance(outer, Mapping) else ""

    def _begins_item(self, mapping: Mapping, key: Scalar) -> bool:
        """Begin another item where the first key of one comes again: its dash is gone.

        An id right after an id is no other item, but written twice.
        """
        items = self._stack[-1][0]
        if not isinstance(items, Sequence) or mapping.flow:
            return False
        names = list(mapping.keys)
        if names[0] != key.value or names == ["id"]:
            return False
        self._refuse(broken.MISSING_DASH, key, better=items.column)
        self._current = Mapping(key.line, key.column, flow=False)
        items.items.append(self._current)
        return True

    def _start_mapping(self, event: _Event) -> None:
        mark = event.start_mark
        node = Mapping(mark.line + 1, mark.column + 1, bool(event.flow_style))
        self._start(event, node)

    def _start_sequence(self, event: _Event) -> None:
        mark = event.start_mark
        node = Sequence(mark.line + 1, mark.column + 1, bool(event.flow_style))
        self._start(event, node)

    def _start(self, event: _Event, node: Mapping | Sequence) -> None:
        if event.tag is not None or event.anchor is not None:
            self._decorated(event)
        self._place(node)
        self._stack.append((self._current, self._key))
        self._current, self._key = node, None
        if len(self._stack) > DEEPEST:
            self._report.add(broken.TOO_DEEP, node, most=DEEPEST)
            self.root = None
            self._stopped = True

    def _end(self, event: _Event) -> None:
        node = self._current
        if node is not None and node.flow:
            self.flow_start = Spot(node.line, node.column)
        self._current, self._key = self._stack.pop()

    def _alias(self, event: _Event) -> None:
        place = _spot(event)
        self._refuse(broken.ALIAS, place, name=event.anchor)
        self._place(Scalar(f"*{event.anchor}", *place, PLAIN))

    def _document(self, event: _Event) -> None:
        if self.root is not None:
            self._report.add(broken.SEVERAL_DOCUMENTS, _spot(event))
            self._stopped = True

    def _stop(self, event: _Event) -> None:
        self._stopped = True

    def _decorated(self, event: _Event) -> None:
        """Refuse an anchor or a tag."""
        if event.anchor is not None:
            self._refuse(broken.ANCHOR, _spot(event), name=event.anchor)
        if event.tag is not None:
            self._refuse(broken.TAG, _spot(event), name=event.tag)

    def _refuse(self, rule: Rule, at: Place, **params: object) -> None:
        """Report what is not allowed, and stop where there is no end of it."""
        self._report.add(rule, at, **params)
        if self._report.full:
            self.root = None
            self._stopped = True


def _spot(event: _Event) -> Spot:
    mark = event.start_mark
    return Spot(mark.line + 1, mark.column + 1)
