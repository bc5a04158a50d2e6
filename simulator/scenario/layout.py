"""What can be wrong with dashes, indentation and the spaces after signs."""

import re
from functools import partial
from typing import Final

from simulator.scenario.breaks import Break, Trap, after_bracket
from simulator.scenario.codes import broken
from simulator.scenario.findings import Spot
from simulator.scenario.indents import indentation
from simulator.scenario.source import Source

_TIGHT: Final = re.compile(r"\s*(?:- +)*(?:(?P<key>[A-Za-z_][\w-]*:)|-)(?=[^\s:-])")


def tight_pair(broke: Break, line: int) -> Trap | None:
    """`key:value` or `-item`, which YAML takes for one word."""
    text = broke.source.line(line)
    found = _TIGHT.match(text)
    if found is None:
        return None
    words = found["key"] or "-"
    rest = text[found.end() :].split()
    place = Spot(line, found.end())
    return Trap(
        broken.NO_SPACE,
        place,
        {"words": words, "better": f"{words} {rest[0] if rest else ''}"},
        partial(broke.source.insert, line, found.end() + 1, " "),
    )


def no_key(broke: Break) -> Trap | None:
    """A line without a colon where only `key: value` can stand."""
    if "could not find expected ':'" not in broke.words:
        return None
    line = broke.context.line
    tight = tight_pair(broke, line)
    if tight is not None:
        return tight
    words = broke.source.line(line).strip()
    mend = partial(broke.source.comment_out, line)
    return Trap(broken.NO_KEY, broke.context, {"words": words}, mend)


def block(broke: Break) -> Trap | None:
    """Something wrong with dashes or indentation."""
    if "while parsing a block" not in broke.words:
        return None
    special = after_bracket(broke)
    if special is not None:
        return special
    line, column = broke.at
    if broke.source.indent(line) + 1 != column:
        return None
    dash = broke.source.line(line)[column - 1 :].startswith(("- ", "-\n"))
    if "collection" in broke.words and column == broke.context.column:
        tight = tight_pair(broke, line)
        if tight is not None and tight.params["words"] == "-":
            return tight
        return Trap(
            broken.MISSING_DASH, broke.at, {}, partial(_add_dash, broke.source, line)
        )
    if dash and column == broke.context.column:
        tight = tight_pair(broke, broke.context.line)
        if tight is not None and tight.params["words"] == "-":
            return tight
        mend = partial(broke.source.comment_out, line)
        return Trap(broken.MISPLACED_DASH, broke.at, {}, mend)
    return indented(broke)


def indented(broke: Break) -> Trap:
    """Tell in which column a line was meant to start."""
    line = broke.at.line
    better = indentation(broke.source, line)
    place = Spot(line, broke.source.indent(line) + 1)
    if better == broke.source.indent(line):
        return Trap(broken.BROKEN, place, {}, None)
    mend = partial(broke.source.move_block, line, better)
    return Trap(broken.INDENTED, place, {"better": better + 1}, mend)


def _add_dash(source: Source, number: int) -> None:
    """Make a line the start of a list item, with the lines that belong to it."""
    indent = source.indent(number)
    following = number + 1
    if source.blank(following) or source.indent(following) <= indent:
        while source.indent(following) >= indent and not source.blank(following):
            if source.line(following)[indent:].startswith("- "):
                break
            source.move(following, source.indent(following) + 2)
            following += 1
    source.move(number, indent + 2)
    line = source.line(number)
    source.lines[number - 1] = f"{line[:indent]}- {line[indent + 2 :]}"
