"""A scenario that is parsed again and again while somebody writes it.

Where a change lies within one part of a sound file (a scene, or anything else that is
a key at the margin), only that part is read; what depends on the whole is looked at for
the whole. Wherever it is not as simple as that, the file is parsed as if for the first
time. What comes of it is the same either way.
"""

from bisect import bisect_right
from typing import Any, Final, NamedTuple

from msgspec import Struct

from simulator.garbage import uncollected
from simulator.scenario import assemble
from simulator.scenario.checker import Checker, Values
from simulator.scenario.files import File
from simulator.scenario.findings import Report
from simulator.scenario.known import Known, gather
from simulator.scenario.model import Scenario, Scene
from simulator.scenario.nodes import Mapping, Node, Scalar, Sequence
from simulator.scenario.parsing import Parsed, Stages, concluded, stages
from simulator.scenario.reader import Document, read
from simulator.scenario.readers import READERS
from simulator.scenario.schema import SCENARIO, SCENE
from simulator.scenario.text import MOST_MEGABYTES

SCENES: Final = "scenes"
_MARKS: Final = (b"---", b"...", b"%", b"\xef\xbb\xbf")
"""What at the beginning of a line, or of the file, is about more than one part."""


class _Part(NamedTuple):
    """A part of a file that can be read by itself."""

    path: tuple[str, ...]
    """A key of the file, or `scenes` and the id of one."""
    key: Scalar
    start: int
    """Where its first line starts, in bytes."""
    end: int
    """Where the next part starts."""


class _Read(Struct, frozen=True):
    """A sound file, as it was read last."""

    data: bytes
    name: str
    root: Mapping
    values: Values
    known: Known
    scenario: Scenario


class Reparser:
    """Parses one file whenever it has changed."""

    def __init__(self) -> None:
        """Begin; nothing was parsed yet."""
        self._last: _Read | None = None

    @uncollected()
    def parse(self, data: bytes, name: str) -> Parsed:
        """Read and check a scenario as `simulator.scenario.parsing.parse` does."""
        found = self._last and _again(self._last, data, name)
        if not found:
            found = stages(data, name)
        self._last = _sound(found, data, name)
        return found.parsed


def _sound(found: Stages, data: bytes, name: str) -> _Read | None:
    """Return what a later parsing can go by; None where there were mistakes."""
    parsed, values = found.parsed, found.values
    if parsed.scenario is None or parsed.document is None or not found.plain:
        return None
    if values is None or _is_odd(data):
        return None
    known = found.file.known
    return _Read(data, name, parsed.document, values, known, parsed.scenario)


def _is_odd(data: bytes) -> bool:
    """Tell whether there may be marks of documents, or ends of lines of other sorts."""
    begun = data.startswith(_MARKS) or any(b"\n" + mark in data for mark in _MARKS)
    return begun or b"\r" in data


def _again(last: _Read, data: bytes, name: str) -> Stages | None:
    """Parse what has changed; None where all is to be parsed."""
    part = _changed(last, data) if name == last.name else None
    if part is None or len(data) > MOST_MEGABYTES * 1024 * 1024:
        return None
    by = len(data) - len(last.data)
    chunk, report = data[part.start : part.end + by], Report(name)
    document = _by_itself(chunk, part, report)
    if document is None:
        return None
    lines = chunk.count(b"\n") - last.data.count(b"\n", part.start, part.end)
    key, node = _only(document)
    root = _with(last.root, part, key, node, lines)
    known = gather(root)
    if _names(known) != _names(last.known):
        return None
    value = _value(part, key, node, Checker(report, document, known, READERS))
    if report.codes():
        return None
    _move(key, part.key.line - 1)
    _move(node, part.key.line - 1)
    values, scenes = _replaced(last, part, value)
    file = File(Document(root), report, known)
    return Stages(concluded(file, root, values, data, scenes), file, values, plain=True)


def _changed(last: _Read, data: bytes) -> _Part | None:
    """Return the part that holds all that is different; None where none does."""
    old = last.data
    first = _alike(old, data)
    rest = min(len(old), len(data)) - first
    after = _alike(old[::-1][:rest], data[::-1][:rest]) if rest else 0
    part = _part_at(last, old.count(b"\n", 0, first) + 1, first)
    if part is None or not part.start <= first <= len(old) - after <= part.end:
        return None
    return part


def _alike(one: bytes, other: bytes) -> int:
    """Return how many bytes at the beginning are the same."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _part_at(last: _Read, line: int, place: int) -> _Part | None:
    """Return the part that a line belongs to.

    Args:
        last: The file.
        line: Counted from 1.
        place: Any byte of that line.
    """
    keys = _keys(last.root)
    number = bisect_right([key.line for _, key in keys], line) - 1
    if number < 0 or keys[number][0] == (SCENES,):
        return None
    path, key = keys[number]
    start = last.data.rfind(b"\n", 0, place) + 1
    for _ in range(line - key.line):
        start = last.data.rfind(b"\n", 0, start - 1) + 1
    end = len(last.data)
    if number + 1 < len(keys):
        end = start
        for _ in range(keys[number + 1][1].line - key.line):
            end = last.data.find(b"\n", end) + 1
    return _Part(path, key, start, end)


def _keys(root: Mapping) -> list[tuple[tuple[str, ...], Scalar]]:
    """Return the keys of all parts, in the order of the file."""
    found: list[tuple[tuple[str, ...], Scalar]] = []
    for name, key in root.keys.items():
        found.append(((name,), key))
        scenes = root.values[name]
        if name == SCENES and isinstance(scenes, Mapping) and not scenes.flow:
            found += [((name, scene), key) for scene, key in scenes.keys.items()]
    return found


def _by_itself(chunk: bytes, part: _Part, report: Report) -> Document | None:
    """Read a part; None where it is no longer one, or something is wrong with it."""
    blanks = chunk[: part.key.column - 1]
    if _is_odd(chunk) or blanks.strip(b" ") or not chunk.endswith(b"\n"):
        return None
    document = read(chunk, report)
    root = document.root
    if report.codes() or not isinstance(root, Mapping) or root.flow:
        return None
    key = root.keys.get(part.path[-1])
    if key is None or len(root.keys) > 1 or key.line > 1:
        return None
    same = (key.column, key.style) == (part.key.column, part.key.style)
    return document if same else None


def _only(document: Document) -> tuple[Scalar, Node]:
    root = document.root
    assert isinstance(root, Mapping)
    (key,), (node,) = root.keys.values(), root.values.values()
    return key, node


def _with(root: Mapping, part: _Part, key: Scalar, node: Node, lines: int) -> Mapping:
    """Return a mapping with another value for a part, all below it moved down."""
    found = Mapping(root.line, root.column, root.flow)
    name, *inner = part.path
    for other, old_key in root.keys.items():
        value = root.values[other]
        if other == name and inner:
            assert isinstance(value, Mapping)
            deeper = part._replace(path=tuple(inner))
            found.keys[other] = old_key
            found.values[other] = _with(value, deeper, key, node, lines)
        elif other == name:
            found.keys[other], found.values[other] = key, node
        else:
            below = lines if old_key.line > part.key.line else 0
            found.keys[other] = _moved(old_key, below) if below else old_key
            found.values[other] = _moved(value, below) if below else value
    return found


def _moved(node: Any, by: int) -> Any:
    """Return a node as it is so many lines further down."""
    if isinstance(node, Scalar):
        return Scalar(node.value, node.line + by, node.column, node.style)
    if isinstance(node, Sequence):
        items = Sequence(node.line + by, node.column, node.flow)
        items.items = [_moved(item, by) for item in node.items]
        return items
    found = Mapping(node.line + by, node.column, node.flow)
    found.keys = {name: _moved(key, by) for name, key in node.keys.items()}
    found.values = {name: _moved(value, by) for name, value in node.values.items()}
    return found


def _move(node: Node, by: int) -> None:
    """Move a node that nobody else has seen so many lines down."""
    node.line += by
    if isinstance(node, Sequence):
        for item in node.items:
            _move(item, by)
    elif isinstance(node, Mapping):
        for one in (*node.keys.values(), *node.values.values()):
            _move(one, by)


def _names(known: Known) -> object:
    """Return all that the reading of one part may ask about the others."""
    return (
        list(known.scenes),
        list(known.endings),
        known.facts,
        known.people,
        known.owners,
        {scene: list(replies) for scene, replies in known.replies.items()},
        known.flags,
        known.forms,
        known.options,
    )


def _value(part: _Part, key: Scalar, node: Node, checker: Checker) -> Any:
    shape: Any = SCENARIO.keys[part.path[0]].shape
    if len(part.path) > 1:
        checker.inside, shape = part.path[1], SCENE
    return READERS[type(shape)](checker, node, shape, key)


def _replaced(last: _Read, part: _Part, value: Any) -> tuple[Values, dict[str, Scene]]:
    """Return the values of the whole file, and its scenes as they are built."""
    name, *inner = part.path
    scenes = dict(last.scenario.scenes)
    if inner:
        scenes[inner[0]] = assemble.scene(inner[0], value)
        value = {**last.values[SCENES], inner[0]: value}
    return {**last.values, name: value}, scenes
