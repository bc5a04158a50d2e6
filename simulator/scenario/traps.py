"""Which of YAML's traps the writer has stepped into, and the way out of it.

Each is told as what happened in the file, with the smallest change in memory that
lets reading go on.
"""

import re
from functools import partial
from typing import Any, Final

import yaml

from simulator.scenario.breaks import Break, Trap, after_bracket
from simulator.scenario.codes import broken
from simulator.scenario.dashes import odd_dash
from simulator.scenario.findings import Spot
from simulator.scenario.layout import block, indented, no_key, tight_pair
from simulator.scenario.text import unquoted

_CLOSING: Final = {"[": "]", "{": "}"}
_NAME: Final = re.compile(r"\s*[A-Za-z_][A-Za-z0-9_-]*")
_VALUE: Final = re.compile(r"\{[^{}]*\}|\[[^][]*\]|[^\s,]+")
_SPECIAL: Final = re.compile(
    "an alias|an anchor|a tag|a block scalar|a directive|start any token"
    "|node content|tag handle|keys are not allowed|entries are not allowed"
)


def explain(broke: Break) -> Trap:
    """Tell which trap it is."""
    for detect in _DETECT:
        trap = detect(broke)
        if trap is not None:
            return trap
    return Trap(broken.BROKEN, broke.at, {}, None)


def _tab(broke: Break) -> Trap | None:
    if broke.character(broke.at) != "\t":
        return None
    return Trap(broken.TAB, broke.at, {}, None)


def _quote(broke: Break) -> Trap | None:
    """A quote that is not closed, closed too early, or a stray backslash."""
    if "quoted scalar" in broke.words:
        if "unexpected" in broke.words:
            return _unclosed(broke, broke.context)
        before = broke.source.line(broke.at.line)[: broke.at.column]
        place = Spot(broke.at.line, max(before.rfind("\\"), 0) + 1)
        words = broke.source.line(place.line)[place.column - 1 : place.column + 1]
        return broke.trap(broken.BAD_ESCAPE, place, words=words)
    if not isinstance(broke.last, yaml.ScalarEvent):
        return None
    last: Any = broke.last
    if not last.style or last.style in "|>":
        return None
    start, end = last.start_mark, last.end_mark
    if end.line + 1 != broke.at.line:
        return None
    opened = Spot(start.line + 1, start.column + 1)
    if start.line != end.line:
        return _unclosed(broke, opened)
    if broke.character(broke.at) == ":":
        return None
    rest = broke.source.line(broke.at.line)[broke.at.column - 1 :]
    trap = broke.trap(broken.AFTER_QUOTE, broke.at, words=rest)
    return Trap(trap.rule, trap.at, trap.params, partial(broke.source.blunt, *opened))


def _unclosed(broke: Break, opened: Spot) -> Trap:
    return broke.trap(
        broken.UNCLOSED_QUOTE, opened, quote=broke.character(opened) or '"'
    )


def _special(broke: Break) -> Trap | None:
    """A value that begins with a character that YAML keeps for itself."""
    if not _SPECIAL.search(broke.words):
        return None
    character = broke.character(broke.context)
    if not character:
        return None
    return broke.trap(broken.SPECIAL_START, broke.context, character=character)


def _tight_brace(broke: Break) -> Trap | None:
    """`oleg:{trust: 1}` in braces, where a space is missing after the colon."""
    line, column = broke.at
    text = broke.source.line(line)
    if "unexpected ':'" not in broke.words or text[column - 1 : column] != ":":
        return None
    words = re.split(r"[{\[, ]", text[:column])[-1]
    mend = partial(broke.source.insert, line, column + 1, " ")
    value = _VALUE.match(text, column)
    better = f"{words} {value.group() if value else ''}"
    return Trap(broken.NO_SPACE, broke.at, {"words": words, "better": better}, mend)


def _colon(broke: Break) -> Trap | None:
    """A colon where no key can be: in spoken words, or a key indented wrongly."""
    if "values are not allowed" not in broke.words:
        return None
    start = _start_of(broke.last)
    if start is None or start.line == broke.at.line:
        return _colon_in_words(broke, start)
    tight = tight_pair(broke, start.line)
    if tight is not None:
        return tight
    line = broke.source.line(broke.at.line)[: broke.at.column - 1]
    if line.lstrip().startswith("- "):
        return indented(broke)
    if _NAME.fullmatch(line):
        return indented(broke)
    return _colon_in_words(broke, None)


def _colon_in_words(broke: Break, start: Spot | None) -> Trap:
    begin = start.column - 1 if start else 0
    words = broke.source.line(broke.at.line)[begin : broke.at.column - 1]
    return broke.trap(broken.COLON, broke.at, words=unquoted(words.strip()))


def _start_of(event: Any) -> Spot | None:
    if not isinstance(event, yaml.ScalarEvent):
        return None
    mark: Any = event.start_mark
    return Spot(mark.line + 1, mark.column + 1)


def _flow(broke: Break) -> Trap | None:
    """Something wrong inside brackets or braces."""
    if "while parsing a flow" not in broke.words:
        return None
    start = _start_of(broke.last)
    one_line = start is None or start.line == broke.at.line
    if broke.character(broke.at) == ":" and one_line:
        return _colon_in_words(broke, start)
    special = after_bracket(broke)
    if special is not None:
        return special
    opened = broke.opened or broke.context
    opening = broke.character(opened)
    return broke.trap(
        broken.UNCLOSED_BRACKET,
        opened,
        character=opening,
        closing=_CLOSING.get(opening, "]"),
    )


_DETECT: Final = (
    _tab,
    _quote,
    _tight_brace,
    _special,
    odd_dash,
    _colon,
    _flow,
    no_key,
    block,
)
"""In the order in which they are tried."""
