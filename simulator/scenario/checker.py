"""The reader of one file by its schema: nodes → values, and findings.

A value that could not be read is None (words: empty). The values are used only
when there is no error, so that never passes for a value that was there.
"""

import re
from collections.abc import Callable, Collection
from collections.abc import Mapping as Lookup
from typing import Any, Final

from scoring.codes import CodeUse
from simulator.plaintext import is_blank
from simulator.scenario.alphabets import in_latin
from simulator.scenario.codes import broken
from simulator.scenario.codes import shape as codes
from simulator.scenario.conditions import Condition
from simulator.scenario.dashes import ODD_ITEM
from simulator.scenario.findings import Report, Spot
from simulator.scenario.homes import is_required
from simulator.scenario.known import Known
from simulator.scenario.nodes import PLAIN, Mapping, Node, Scalar, Sequence
from simulator.scenario.reader import Document
from simulator.scenario.spelling import nearest
from simulator.scenario.text import unquoted

_CANDIDATES: Final = 200_000
"""How many spellings are compared in one file at most."""

_TIGHT_PAIR: Final = re.compile(r"([A-Za-z_][\w-]*):(\S.*)")
_TIGHT: Final = re.compile(r"-[^\W\d]")
"""A dash at the very beginning of a word."""

Values = dict[str, Any]
"""Key → value of the shape that the schema declares for it, so it is `Any` here."""

Reader = Callable[["Checker", Node, Any, Scalar], Any]
"""Reads a node as a shape; the scalar is the key under which the node stands."""


class Checker:
    """Reads the nodes of one file."""

    __slots__ = (
        "_patience",
        "conditions",
        "document",
        "inside",
        "known",
        "readers",
        "report",
        "uses",
    )

    def __init__(
        self,
        report: Report,
        document: Document,
        known: Known,
        readers: Lookup[type, Reader],
    ) -> None:
        self.report = report
        self.document = document
        self.known = known
        self.readers = readers
        """Shape → what reads it."""
        self.inside = ""
        """The id under which the value being read stands: for a reply, its scene."""
        self.uses: dict[str, CodeUse] = {}
        """Words → the code that they were read as; most come many times."""
        self._patience = _CANDIDATES
        self.conditions: dict[str, Condition] = {}
        """Words → the condition that they were read as."""

    @property
    def tired(self) -> bool:
        """True when no further spellings are compared in this file."""
        return self._patience <= 0

    def near(self, word: str, candidates: Collection[str]) -> str:
        """Return the nearest spelling; empty when none is near, or enough were sought.

        A file full of mistakes must not take minutes to read.
        """
        if self.report.full or self.tired:
            return ""
        self._patience -= len(candidates)
        return nearest(word, candidates)

    def told_there(self, name: str, among: Collection[str]) -> bool:
        """Tell whether a name is there, but with a letter of another alphabet.

        Or with its value, as in `{trust:4}`, where a space is missing. That is told
        once where it stands, and not at each place that asks for it.
        """
        if self.report.full or self.tired:
            return False
        odd = (one for one in among if not one.isascii() or ":" in one)
        return any(in_latin(one).partition(":")[0] == name for one in odd)

    def words(self, node: Node, key: Scalar) -> str:
        """Return the words of a scalar; empty, with a finding, when it has none."""
        if not isinstance(node, Scalar):
            if not self._colon_in_words(node):
                self.report.add(codes.TEXT_EXPECTED, node, key=key.value)
            return ""
        value = node.value.strip()
        if is_blank(value):
            self._report_empty(node, key)
            return ""
        return value

    def sequence(self, node: Node, key: Scalar) -> Sequence | None:
        """Return a node that is a list; None, with a finding, when it is not."""
        if isinstance(node, Sequence):
            return node
        if isinstance(node, Scalar) and not node.value:
            self._report_empty(node, key)
        elif not self._tight_dashes(node) and not self._odd_dashes(node, key):
            self.report.add(codes.LIST_EXPECTED, node, key=key.value)
        return None

    def mapping(self, node: Node, key: Scalar) -> Mapping | None:
        """Return a node that has keys; None, with a finding, when it has none."""
        if isinstance(node, Mapping):
            return self.spaced(node)
        if isinstance(node, Scalar) and not node.value:
            self._report_empty(node, key)
        else:
            near = self._example(key.value)
            self.report.add(codes.MAPPING_EXPECTED, node, key=key.value, nearest=near)
        return None

    def _example(self, key: str) -> str:
        """Return what may stand under a key; empty where it could be anything."""
        meter = next(iter(self.known.owners), "resistance")
        return {"mood": f"{meter}: -1", "levels": "P3: 2"}.get(key, "")

    def spaced(self, node: Mapping) -> Mapping:
        """Return what is in braces without pairs that lack the space: `{trust:+1}`."""
        names = node.keys if node.flow else ()
        tight = {name for name in names if self.tight_pair(node, name)}
        if not tight:
            return node
        keys = {name: key for name, key in node.keys.items() if name not in tight}
        values = {name: node.values[name] for name in keys}
        return Mapping(node.line, node.column, node.flow, keys, values)

    def tight_pair(self, node: Mapping, name: str) -> str:
        """Report a key such as `trust:+1`, which has swallowed its value.

        Returns:
            The key that is meant; empty where it is no such pair.
        """
        key, value = node.keys[name], node.values[name]
        found = _TIGHT_PAIR.fullmatch(name)
        empty = isinstance(value, Scalar) and not value.value
        if not found or not empty or key.style != PLAIN:
            return ""
        better = f"{found[1]}: {found[2]}"
        self.report.add(codes.NO_SPACE_IN_BRACES, key, value=name, nearest=better)
        return found[1]

    def _tight_dashes(self, node: Node) -> bool:
        """Report items such as `-olga: words`, which YAML takes for keys or words."""
        if isinstance(node, Mapping):
            first = [] if node.flow else list(node.keys.values())
        else:
            first = [node] if isinstance(node, Scalar) else []
        tight = [one for one in first if one.style == PLAIN and _TIGHT.match(one.value)]
        for one in tight:
            better = f"- {one.value[1:]}" + (":" if isinstance(node, Mapping) else "")
            self.report.add(broken.NO_SPACE, one, words="-", better=better)
        return bool(tight)

    def _odd_dashes(self, node: Node, key: Scalar) -> bool:
        """Report items such as `– olga: words`, with a dash in place of the hyphen."""
        if isinstance(node, Mapping):
            first = [] if node.flow else list(node.keys.values())
        else:
            first = [node] if isinstance(node, Scalar) and node.line > key.line else []
        odd = [one for one in first if one.style == PLAIN and ODD_ITEM.match(one.value)]
        if odd:
            sign = odd[0].value[0]
            self.report.add(broken.ODD_DASH, odd[0], character=sign, n=len(odd))
        return bool(odd)

    def _report_empty(self, node: Scalar, key: Scalar) -> None:
        rest = self.document.line(node.line)[node.column - 1 :].strip()
        commented = node.style == PLAIN and rest[:1] == "#" and rest[1:2].strip()
        rule = codes.LOST_IN_COMMENT if commented else codes.EMPTY_VALUE
        out = "" if is_required(key.value) else key.value
        self.report.add(rule, node, key=key.value, nearest=out)

    def _colon_in_words(self, node: Node) -> bool:
        """Report an item such as `- Да: нет`, which YAML takes for a mapping."""
        if not isinstance(node, Mapping) or node.flow or len(node.keys) != 1:
            return False
        (key,) = node.keys.values()
        if key.style != PLAIN or not re.search("[^a-z_-]", key.value):
            return False
        place = Spot(key.line, key.column + len(key.value))
        self.report.add(broken.COLON, place, words=unquoted(key.value))
        return True
