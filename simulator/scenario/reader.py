"""A YAML file → its nodes, with everything that is wrong with it as YAML.

After a mistake that can be mended in memory, reading goes on, so that one look
at the findings shows them all.
"""

import re
from typing import Any, Final

import yaml
from msgspec import Struct

from simulator.plaintext import name_of
from simulator.scenario.breaks import what_broke
from simulator.scenario.builder import PARSER, Builder
from simulator.scenario.codes import broken
from simulator.scenario.escapes import escape_of
from simulator.scenario.findings import Report, Spot
from simulator.scenario.marginalia import DASH, LongItem
from simulator.scenario.nodes import PLAIN, Node, Scalar
from simulator.scenario.source import Source
from simulator.scenario.text import decode, is_normal, lines_of
from simulator.scenario.traps import explain

_COMMENTED: Final = re.compile(r"^[ \t]*[^#\s].*[ \t]#", re.MULTILINE)
_MENDS: Final = 100
"""How often a file is mended and read again at most."""
_MENDED_CHARACTERS: Final = 20_000_000
"""How many characters are read again at most: large files are mended less often."""
_TAB_WIDTHS: Final = (2, 4, 8)
_MANY_LINES: Final = 20_000
"""In a file with more lines the width of a tab is not tried out."""


class Document(Struct):
    """What was read of a file."""

    root: Node | None
    """None when nothing could be read."""
    text: str = ""
    value_ends: dict[Spot, Spot] = {}
    """Where plain values that a comment follows start → where they end."""
    damaged: frozenset[int] = frozenset()
    """Lines that were mended: what stands there is not the writer's."""
    _lines: list[str] = []

    def line(self, number: int) -> str:
        """Return a line of the file, counted from 1."""
        if not self._lines:
            self._lines = lines_of(self.text)
        return self._lines[number - 1] if number <= len(self._lines) else ""


def read(data: bytes, report: Report, parser: Any = PARSER) -> Document:
    """Read a file as YAML; never raises, whatever the bytes."""
    text = decode(data, report)
    if text is None:
        return Document(None)
    attempt = _attempt(text, report.file)
    try:
        attempt.builder.build(text, parser)
    except yaml.YAMLError as error:
        return _mended(text, attempt, error, report, parser)
    return _finished(attempt, Source(""), text, report)


class _Attempt(Struct, frozen=True):
    """One reading of the text, and what was found in it."""

    builder: Builder
    report: Report


def _attempt(text: str, file: str) -> _Attempt:
    report = Report(file)
    commented = " #" in text or "\t#" in text
    cuts = _commented_lines(text) if commented else frozenset[int]()
    return _Attempt(Builder(report, cuts, is_normal(text)), report)


def _commented_lines(text: str) -> frozenset[int]:
    """Return the lines on which ` #` follows something else."""
    found: set[int] = set()
    line, start = 1, 0
    for match in _COMMENTED.finditer(text):
        line += len(lines_of(text[start : match.start()])) - 1
        start = match.start()
        found.add(line)
    return frozenset(found)


def _finished(attempt: _Attempt, source: Source, text: str, report: Report) -> Document:
    """Wrap up a reading that came to its end."""
    root = attempt.builder.root
    nothing = isinstance(root, Scalar) and not root.value and root.style == PLAIN
    if nothing or (root is None and attempt.report.clean() and report.clean()):
        report.add(broken.EMPTY_FILE, None)
        root = None
    notes = attempt.builder.notes
    noted = notes.unsafe or notes.long_items
    lines = source.lines if source.damaged else lines_of(text) if noted else []
    _watch_items(notes.long_items, lines, attempt.report)
    for character, start, end in notes.unsafe:
        place = source.original(escape_of(character, lines, start, end))
        report.add(broken.UNSAFE_ESCAPE, place, character=name_of(character))
    source.restore(root)
    attempt.report.move(source.shifts)
    report.take(attempt.report)
    return Document(root, text, notes.value_ends, frozenset(source.damaged))


def _watch_items(long: list[LongItem], lines: list[str], report: Report) -> None:
    """Warn of list items that stand too far right and became words of one above."""
    for second, last, dash in long:
        for number in range(second, last + 1):
            words = lines[number - 1].lstrip()
            if words.startswith(DASH):
                at = Spot(number, len(lines[number - 1]) - len(words) + 1)
                report.add(broken.SWALLOWED_ITEM, at, better=dash)


def _mended(
    text: str, attempt: _Attempt, error: yaml.YAMLError, report: Report, parser: Any
) -> Document:
    """Mend and read again until the file is read or nothing helps."""
    source = Source(text)
    for _ in range(max(min(_MENDS, _MENDED_CHARACTERS // len(text)), 5)):
        if not _mend(error, attempt.builder, source, report, parser):
            break
        attempt = _attempt(source.text, report.file)
        try:
            attempt.builder.build(source.text, parser)
        except yaml.YAMLError as next_error:
            error = next_error
        else:
            return _finished(attempt, source, text, report)
    attempt.report.move(source.shifts)
    report.take(attempt.report)
    return Document(None, text)


def _mend(
    error: yaml.YAMLError, builder: Builder, source: Source, report: Report, parser: Any
) -> bool:
    """Tell what broke and mend it; False when it can't be mended."""
    broke = what_broke(error, builder, source)
    if broke is None:
        report.add(broken.BROKEN, None)
        return False
    trap = explain(broke)
    if trap.rule is broken.TAB:
        _mend_tabs(trap.at, source, report, parser)
        return True
    if not source.told(trap.at.line):
        report.add(trap.rule, source.original(trap.at), **trap.params)
    if trap.mend is not None:
        trap.mend()
    return trap.mend is not None


def _mend_tabs(at: Spot, source: Source, report: Report, parser: Any) -> None:
    """Report every tab that indents, and put spaces in their place."""
    tabbed = source.tabbed()
    if source.indent(at.line) < at.column or at.line not in dict(tabbed):
        report.add(broken.TAB, source.original(at))
        line = source.line(at.line)
        source.lines[at.line - 1] = f"{line[: at.column - 1]} {line[at.column :]}"
        source.empty_blank_lines()
        return
    source.empty_blank_lines()
    for number, column in tabbed:
        report.add(broken.TAB, Spot(number, column))
    for width in _TAB_WIDTHS:
        source.expand(tabbed, width)
        if len(source.lines) > _MANY_LINES or _readable(source.text, parser):
            return


def _readable(text: str, parser: Any) -> bool:
    try:
        _attempt(text, "").builder.build(text, parser)
    except yaml.YAMLError:
        return False
    return True
