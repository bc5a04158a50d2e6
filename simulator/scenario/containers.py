"""How mappings and lists are read."""

from collections.abc import Collection
from collections.abc import Mapping as Lookup
from typing import Any, Final

from simulator.scenario.checker import Checker, Reader, Values
from simulator.scenario.codes import sense
from simulator.scenario.codes import shape as codes
from simulator.scenario.known import id_of
from simulator.scenario.nodes import PLAIN, Mapping, Node, Scalar, Sequence
from simulator.scenario.scalars import check_id, text
from simulator.scenario.shapes import ListOf, MapOf, Record, Text, Worded
from simulator.scenario.spelling import as_number

_WORDS: Final = Text()


def record(check: Checker, node: Node, shape: Record, key: Scalar) -> Values | None:
    """Read a mapping with known keys."""
    if not isinstance(node, Mapping):
        check.mapping(node, key)
        return None
    values: Values = {}
    misspelt: set[str] = set()
    keys, names, readers = shape.keys, node.keys, check.readers
    for name, child in node.values.items():
        declared = keys.get(name)
        if declared is None:
            misspelt.add(_unknown_key(check, names[name], node, keys, shape.known))
        else:
            wanted = declared.shape
            values[name] = readers[type(wanted)](check, child, wanted, names[name])
    for name in shape.required:
        if name not in values and name not in misspelt:
            check.report.add(codes.MISSING_KEY, node, key=name)
    return values


def _unknown_key(
    check: Checker, key: Scalar, node: Mapping, names: Collection[str], known: str
) -> str:
    """Report a key that the format does not have, and what may have made it.

    Returns:
        The key that it seems to be a misspelling of; empty when it is of none.
    """
    value = node.values[key.value]
    empty = isinstance(value, Scalar) and not value.value
    tight = check.tight_pair(node, key.value)
    if tight:
        return tight
    if empty and node.flow and key is not next(iter(node.keys.values())):
        if not _decimal_comma(check, key, node):
            check.report.add(codes.SPLIT_BY_COMMA, key, words=key.value)
    else:
        near = check.near(key.value, [name for name in names if name not in node.keys])
        check.report.add(
            codes.UNKNOWN_KEY, key, key=key.value, nearest=near, known=known
        )
        return near
    return ""


def _decimal_comma(check: Checker, key: Scalar, node: Mapping) -> bool:
    """Report a number such as `0,5` in braces, where the comma cuts it in two."""
    names = list(node.keys)
    name = names[names.index(key.value) - 1]
    before = node.values[name]
    if not (isinstance(before, Scalar) and before.value[-1:].isdigit()):
        return False
    words = f"{before.value},{key.value}"
    better = as_number(words)
    if better:
        check.report.add(
            codes.NOT_A_NUMBER, before, key=name, value=words, nearest=better
        )
    return bool(better)


def _map(
    check: Checker, node: Node, shape: MapOf, key: Scalar
) -> dict[str, Any] | None:
    """Read ids with their values."""
    found = check.mapping(node, key)
    if found is None:
        return None
    if len(found.keys) < shape.least:
        check.report.add(codes.TOO_FEW, node, key=key.value)
    outer = check.inside
    values: dict[str, Any] = {}
    read = check.readers[type(shape.item)]
    for name, child in found.values.items():
        if check.report.full:
            break
        own = found.keys[name]
        check_id(check, name, own, you=shape.you)
        check.inside = name
        values[name] = read(check, child, shape.item, own)
    check.inside = outer
    return values


def _list(
    check: Checker, node: Node, shape: ListOf, key: Scalar
) -> tuple[Any, ...] | None:
    item = shape.item
    read = check.readers[type(item)]
    if shape.single and isinstance(node, Scalar) and node.value:
        return (read(check, node, item, key),)
    found = check.sequence(node, key)
    if found is None:
        return None
    _check_count(check, found, shape, key)
    if shape.different:
        _check_different(check, found, key)
    if found.flow and isinstance(item, Text) and item.spoken:
        watch_commas(check, found)
    outer = check.inside
    values: list[Any] = []
    for entry in found.items:
        if check.report.full:
            break
        if shape.inside:
            check.inside = id_of(entry)
        values.append(read(check, entry, item, key))
    check.inside = outer
    return tuple(values)


def _check_count(check: Checker, found: Sequence, shape: ListOf, key: Scalar) -> None:
    count, most = len(found.items), shape.most
    if most is None:
        if count < shape.least:
            check.report.add(codes.TOO_FEW, found, key=key.value)
    elif not shape.least <= count <= most:
        wanted = str(most) if most == shape.least else f"{shape.least}..{most}"
        check.report.add(
            codes.WRONG_COUNT, found, key=key.value, value=count, wanted=wanted
        )


def _check_different(check: Checker, found: Sequence, key: Scalar) -> None:
    """Report words that stand in a list for the second time."""
    first: dict[str, int] = {}
    for item in found.items:
        words = item.value.strip() if isinstance(item, Scalar) else ""
        if words in first:
            line = first[words]
            check.report.add(
                codes.STANDS_ALREADY, item, key=key.value, value=words, line=line
            )
        elif words:
            first[words] = item.line


def watch_commas(check: Checker, found: Sequence) -> None:
    """Warn where a comma among spoken words seems to have cut them in two."""
    for item in found.items[1:]:
        if (
            isinstance(item, Scalar)
            and item.style == PLAIN
            and item.value[:1].islower()
        ):
            check.report.add(sense.CUT_BY_COMMA, item, words=item.value)


def _worded(
    check: Checker, node: Node, shape: Worded, key: Scalar
) -> dict[str, str] | None:
    """Read words in several languages."""
    if shape.one_will_do and isinstance(node, Scalar):
        return {"": text(check, node, _WORDS, key)}
    found = check.mapping(node, key)
    if found is None:
        return None
    words: dict[str, str] = {}
    for language, child in found.values.items():
        own = found.keys[language]
        if language in shape.languages:
            words[language] = text(check, child, _WORDS, own)
        else:
            known = ", ".join(shape.languages)
            _unknown_key(check, own, found, shape.languages, known)
    for language in () if shape.one_will_do else shape.languages:
        if language not in words:
            check.report.add(codes.MISSING_KEY, node, key=language)
    return words


CONTAINER_READERS: Final[Lookup[type, Reader]] = {
    Record: record,
    MapOf: _map,
    ListOf: _list,
    Worded: _worded,
}
