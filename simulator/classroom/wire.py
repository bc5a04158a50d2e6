"""A talk as it goes between a class server and a terminal: values → JSON → values.

    told = Told(…)
    decoded(Told, json.loads(json.dumps(encoded(told)))) == told

One encoding for all values that are made of dataclasses, tuples, mappings by name,
closed sets, numbers and texts; the types say how it is read back. Whoever reads
trusts nobody: what does not fit is a `BadWireError`, and no text controls a terminal.
"""

from collections.abc import Mapping
from enum import Enum
from fractions import Fraction
from functools import cache
from types import NoneType, UnionType
from typing import (
    Any,
    Final,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
)

from msgspec import Struct

from simulator.classroom.errors import ClassroomError
from simulator.engine import Mode, Spoken, View
from simulator.forms import Sheet
from simulator.messages import N_
from simulator.plaintext import plain
from simulator.records import is_record, kinds_of, parts_of

Value = TypeVar("Value")
_WRONG: Final = (KeyError, TypeError, ValueError, AttributeError, ArithmeticError)


class BadWireError(ClassroomError):
    """What was sent is nothing that this version sends."""

    def __init__(self, why: str = "") -> None:
        super().__init__(
            N_("The class server is of another version than this program: {why}."),
            why=why,
        )


class Told(Struct, frozen=True):
    """Where a person's talk stands, as he may see it."""

    name: str
    """His own."""
    role: str
    brief: str
    mode: Mode
    moves: int
    """How many he has made; the next one has the number after it."""
    closed: bool
    """True once the trainer has ended the class."""
    view: View
    """Replies are named by their numbers."""
    spoken: tuple[Spoken, ...]
    """Every line that counts, oldest first."""
    meanable: tuple[str, ...] = ()
    """The words of the replies that his last answer could have meant."""
    sheet: Sheet | None = None
    """The form before him, with numbers in place of the author's ids."""
    stops: tuple[str, ...] = ()
    """The stop-criteria that the facts he knows say to hold."""
    waiting: str = ""
    """A sentence while nobody can answer, such as that others still do."""
    split: tuple[str, ...] = ()
    """Lines that tell what the others have answered, once that may be seen."""
    stand: str = ""
    """What tells this moment from the next."""
    line: str = ""
    """Which line of the room's talk is answered; see `roomwords.line_of`."""


_kinds_of: Final = cache(kinds_of)


def encoded(value: object) -> Any:
    """Return a value as plain JSON."""
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if isinstance(value, Enum):
        return value.value if isinstance(value, str) else value.name
    parts = parts_of(value)
    if parts is not None:
        return {name: encoded(one) for name, one in parts.items()}
    if isinstance(value, Mapping):
        return {str(name): encoded(one) for name, one in value.items()}
    if isinstance(value, tuple | list):
        return [encoded(one) for one in value]
    return value


def decoded(kind: type[Value], body: object) -> Value:
    """Return the value that `encoded` has made of one of a type.

    Raises:
        BadWireError: It is none of this type.
    """
    try:
        found: Value = _decoded(kind, body)
    except _WRONG as error:
        raise BadWireError(f"{type(error).__name__} {error}"[:80]) from error
    return found


def _decoded(kind: Any, body: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _one_of(get_args(kind), body)
    if origin is tuple:
        return _tuple(get_args(kind), body)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        (_, of) = get_args(kind)
        return {plain(str(name)): _decoded(of, one) for name, one in body.items()}
    if isinstance(kind, type) and is_record(kind):
        make, hints = cast("Any", kind), _kinds_of(kind)
        return make(**{name: _decoded(of, body[name]) for name, of in hints.items()})
    return _plain(kind, body)


def _plain(kind: Any, body: Any) -> Any:
    """Read a value that JSON has itself, or a text that stands for one."""
    if kind is Fraction:
        return Fraction(_of(str, body))
    if issubclass(kind, Enum):
        return kind(body) if issubclass(kind, str) else kind[body]
    return plain(_of(str, body)) if kind is str else _of(kind, body)


def _of(kind: type[Value], body: object) -> Value:
    """Return what is of a type: no truth is a number."""
    if type(body) is not kind:
        raise TypeError(f"{body!r:.20} is no {kind.__name__}")
    return body


def _tuple(kinds: tuple[Any, ...], body: Any) -> Any:
    _of(list, body)
    if kinds[-1] is Ellipsis:
        return tuple(_decoded(kinds[0], one) for one in body)
    return tuple(_decoded(kind, one) for kind, one in zip(kinds, body, strict=True))


def _one_of(kinds: tuple[Any, ...], body: Any) -> Any:
    """Read a value as the first of some types that it is of."""
    if body is None and NoneType in kinds:
        return None
    for kind in kinds:
        if kind is not NoneType:
            try:
                return _decoded(kind, body)
            except _WRONG:
                continue
    raise TypeError(f"{body!r:.20} is none of {len(kinds)} kinds")
