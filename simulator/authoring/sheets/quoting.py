"""How words are written as YAML, so that the same words are read again.

Nothing is taken on trust: each way of writing is tried, the quietest first, and
read back by the parser; the first that gives the same words is used. Double quotes
can hold anything, so one always does.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, Final

import yaml
from msgspec import Struct

from simulator.authoring.sheets.tree import Fields, Items, Leaf, read_tree
from simulator.scenario.nodes import PLAIN
from simulator.scenario.text import normal

_NARROWEST: Final = 60
_USUAL: Final = 100
"""Columns of a text with line breaks of its own, where no width is known."""
_ODD: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]"
)
"""What must be escaped: YAML, or this program, does not take it as it is."""


class Place(Struct, frozen=True):
    """Where words are to stand."""

    indent: int
    """The column of the key, or of the dash, before them."""
    flow: bool = False
    """True inside brackets or braces."""
    eol: str = "\n"
    followed: bool = False
    """True when a comment stands behind it, which a text of several lines would eat."""


class Old(Struct, frozen=True):
    """How the words were written that stood there before."""

    style: str = PLAIN
    text: str = ""
    """As they stood in the file."""


def written(
    words: str, place: Place, old: Old | None = None, *, spoken: bool = True
) -> str:
    """Return words as YAML.

    Args:
        words: What is to be read again; blanks at its ends do not count.
        place: Where it is to stand.
        old: What stood there; its way of quoting is kept where the words allow.
        spoken: True for what a person reads: `yes` and `5` are then quoted, so
            that every program takes them for words.
    """
    for way in _ways(words, place, old or Old(), spoken):
        if _same(way, words, place):
            return way
    return _double(words)


def _ways(words: str, place: Place, old: Old, spoken: bool) -> Iterator[str]:
    if old.style == '"':
        yield _double(words)
    elif old.style == "'" and "\n" not in words and not _ODD.search(words):
        yield "'" + words.replace("'", "''") + "'"
    elif old.style and old.style in "|>" and not place.flow:
        yield _block(words, place, old)
    if _ODD.search(words):
        return
    if "\n" in words:
        if not (place.flow or place.followed):
            yield _block(words, place, Old("|", "|-"))
    elif not (spoken and _is_value(words)):
        yield words


def _same(way: str, words: str, place: Place) -> bool:
    """Tell whether the words are read again, and nothing around them is hurt."""
    try:
        if place.flow:
            return _same_in_brackets(way, words)
        tree = read_tree(f"{' ' * place.indent}k: {way}{place.eol}")
    except (yaml.YAMLError, ValueError):
        return False
    if not isinstance(tree, Fields) or len(tree.items) != 1:
        return False
    return _reads(tree.items[0], words) and _as_item(way, words, place)


def _as_item(way: str, words: str, place: Place) -> bool:
    tree = read_tree(f"{' ' * place.indent}- {way}{place.eol}")
    if not isinstance(tree, Items) or len(tree.items) != 1:
        return False
    return _reads(tree.items[0], words)


def _same_in_brackets(way: str, words: str) -> bool:
    tree = read_tree(f"{{k: {way}, z: [{way}, z]}}")
    if not isinstance(tree, Fields) or [key.value for key in tree.keys] != ["k", "z"]:
        return False
    first, second = tree.items
    if not isinstance(second, Items) or len(second.items) != 2:
        return False
    return _reads(first, words) and _reads(second.items[0], words)


def _reads(node: object, words: str) -> bool:
    return isinstance(node, Leaf) and node.words == normal(words).strip()


def _double(words: str) -> str:
    """Write in double quotes; what cannot stand in a file is escaped."""
    quoted = json.dumps(words, ensure_ascii=False)
    return _ODD.sub(lambda found: _escape(found.group()), quoted)


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _block(words: str, place: Place, old: Old) -> str:
    r"""Write as `|` or `>` with the header and the width that were there."""
    lines = old.text.splitlines()
    header = lines[0].rstrip() if lines else old.style
    bodies = [line for line in lines[1:] if line.strip()]
    deep = place.indent + 2
    if bodies:
        deep = len(bodies[0]) - len(bodies[0].lstrip(" "))
    if old.style == "|":
        body = words.split("\n")
    else:
        body = _folded(words, [line[deep:] for line in bodies])
    indented = [" " * deep + line if line else "" for line in body]
    return place.eol.join([header, *indented])


def _folded(words: str, old: list[str]) -> list[str]:
    """Return the lines of a folded text; a line break is written as an empty line.

    The old lines before and after what has changed stay as they were broken.
    """
    width = max(_NARROWEST, sorted(map(len, old))[len(old) // 2] if old else _USUAL)
    if "\n" in words:
        lines: list[str] = []
        for part in re.split("(\n+)", words):
            breaks = not part.strip("\n")
            lines += [""] * len(part) if breaks else _wrapped(part, width)
        return lines
    above: list[str] = []
    below: list[str] = []
    while old and words.startswith(f"{old[0]} "):
        above.append(old.pop(0))
        words = words[len(above[-1]) + 1 :]
    while old and words.endswith(f" {old[-1]}"):
        below.insert(0, old.pop())
        words = words[: -len(below[0]) - 1]
    return [*above, *_wrapped(words, width), *below]


def _wrapped(paragraph: str, width: int) -> Iterator[str]:
    """Yield lines that blanks between words part; an empty text is an empty line."""
    line = ""
    for word in re.split(r"(?<=\S) (?=\S)", paragraph):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _is_value(words: str) -> bool:
    """Tell whether other programs would read more than words in this."""
    resolver: Any = yaml.SafeLoader("")
    tag: str = resolver.resolve(yaml.ScalarNode, words, (True, False))
    return tag != "tag:yaml.org,2002:str"
