"""Dashes and bullets of word processors where a list item needs a hyphen."""

import re
from functools import partial
from typing import Final

from simulator.scenario.breaks import Break, Trap
from simulator.scenario.codes import broken
from simulator.scenario.findings import Spot
from simulator.scenario.source import Source

_SIGN: Final = "[‐‑‒–—―−•·]"
ODD_ITEM: Final = re.compile(rf"(?P<sign>{_SIGN}) *(?=\S)")
"""Words or a key that begin as a list item would, were it a hyphen."""
_LINE: Final = re.compile(
    rf" *(?P<sign>{_SIGN}) *(?P<key>[A-Za-z_][\w-]*:(?: |$)|\{{)?"
)


def odd_dash(broke: Break) -> Trap | None:
    """A list item whose sign is a dash or a bullet, before a key."""
    last = broke.last.start_mark.line + 1 if broke.last else broke.at.line
    for line in dict.fromkeys((broke.at.line, broke.context.line, last)):
        found = _LINE.match(broke.source.line(line))
        if found and found["key"]:
            return _trap(broke.source, line)
    return None


def odd_item(broke: Break, line: int) -> Trap | None:
    """The same in a list that has begun with hyphens, before anything."""
    return _trap(broke.source, line) if _LINE.match(broke.source.line(line)) else None


def _trap(source: Source, line: int) -> Trap:
    """Tell the sign, and mend it in all lines that start like this one."""
    own = source.indent(line)
    sign = source.line(line)[own]
    alike = [
        number
        for number in range(1, len(source.lines) + 1)
        if source.line(number).startswith(" " * own + sign)
        and (number == line or _has_key(source, number))
    ]
    at = Spot(alike[0], own + 1)
    params: dict[str, object] = {"character": sign, "n": len(alike)}
    return Trap(broken.ODD_DASH, at, params, partial(_mend, source, alike, own))


def _has_key(source: Source, number: int) -> bool:
    found = _LINE.match(source.line(number))
    return found is not None and found["key"] is not None


def _mend(source: Source, lines: list[int], at: int) -> None:
    for number in lines:
        rest = source.line(number)[at + 1 :]
        gap = "" if rest.startswith(" ") else " "
        source.lines[number - 1] = " " * at + "-" + gap + rest
        source.shifts[number] = source.shifts.get(number, 0) + len(gap)
