"""What can be wrong with dashes, indentation and the spaces after signs."""

import re
from functools import partial
from typing import Final

from simulator.scenario.breaks import Break, Trap, after_bracket
from simulator.scenario.codes import broken
from simulator.scenario.dashes import odd_item
from simulator.scenario.findings import Spot
from simulator.scenario.homes import is_key
from simulator.scenario.indents import dashed, fitting_of, indentation, slipped
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
    if dashed(broke.source, line) == broke.source.indent(line):
        odd = odd_item(broke, line)
        if odd is not None:
            return odd
    words = broke.source.line(line).strip()
    mend = partial(broke.source.comment_out, line)
    key, _, rest = words.partition(" ")
    better = f"{key}: {rest.strip()}" if rest and is_key(key) else ""
    params: dict[str, object] = {"words": words, "nearest": better}
    return Trap(broken.NO_KEY, broke.context, params, mend)


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
        return _beside_dashes(broke, line)
    if dash and column == broke.context.column:
        tight = tight_pair(broke, broke.context.line)
        if tight is not None and tight.params["words"] == "-":
            return tight
        return _item_among_keys(broke, line)
    return indented(broke)


def _beside_dashes(broke: Break, line: int) -> Trap:
    """A line where the dashes of a list stand: an item without one, or it slipped."""
    odd = odd_item(broke, line)
    if odd is not None:
        return odd
    better = slipped(broke.source, line)
    if better is not None:
        return _moved(broke.source, line, better)
    mend = partial(_add_dash, broke.source, line)
    return Trap(broken.MISSING_DASH, broke.at, {"better": broke.at.column}, mend)


def _item_among_keys(broke: Break, line: int) -> Trap:
    """A list item that has slipped out of its list, or one that has none."""
    better = dashed(broke.source, line)
    if better is not None:
        return _moved(broke.source, line, better)
    mend = partial(broke.source.comment_out, line)
    return Trap(broken.MISPLACED_DASH, broke.at, {}, mend)


def indented(broke: Break) -> Trap:
    """Tell in which column a line was meant to start."""
    line = broke.at.line
    return _moved(broke.source, line, indentation(broke.source, line))


def _moved(source: Source, line: int, better: int) -> Trap:
    own = source.indent(line)
    place = Spot(line, own + 1)
    if better == own:
        return Trap(broken.BROKEN, place, {}, None)
    alone = source.line(line).endswith(":") and source.indent(line + 1) == own
    if alone and better < own:
        mend = partial(source.move, line, better)
    else:
        mend = partial(source.move_block, line, better, fitting_of(source, line))
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
