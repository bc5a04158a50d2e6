"""The stored form of events: plain JSON objects, one a line of an attempt.

Field names are those of `simulator.engine.events`, with `kind` beside them; a
behaviour code is written as scenarios write it, with its span where it has one.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

from msgspec.structs import fields

from scoring.codes import Code, CodeUse
from scoring.forms.model import FormKind
from scoring.talk import Outcome
from simulator.engine.answers import Source
from simulator.engine.errors import BadEventsError
from simulator.engine.events import (
    Corrected,
    Event,
    Filled,
    Finished,
    Learned,
    Mood,
    Moved,
    Read,
    Rewound,
    Said,
    Started,
    Why,
)
from simulator.engine.placed import Placed, placed_json, placed_of

_KINDS: Final[Mapping[str, type[Event]]] = {
    "started": Started,
    "said": Said,
    "read": Read,
    "filled": Filled,
    "moved": Moved,
    "learned": Learned,
    "mood": Mood,
    "rewound": Rewound,
    "corrected": Corrected,
    "finished": Finished,
}
_NAMES: Final = {kind: name for name, kind in _KINDS.items()}
_REQUIRED: Final = {
    kind: frozenset(one.name for one in fields(kind) if one.required) for kind in _NAMES
}


def kind_of(event: Event) -> str:
    """Return the name under which an event is stored, such as `said`."""
    return _NAMES[type(event)]


def to_json(event: Event) -> dict[str, object]:
    """Return the event as an object that `json.dumps` takes as it is."""
    body: dict[str, object] = {"kind": kind_of(event)}
    for name in event.__struct_fields__:
        body[name] = _plain(getattr(event, name))
    if isinstance(event, Started) and event.placed is None:
        del body["placed"]
    return body


def from_json(body: object) -> Event:
    """Return the event that `to_json` wrote.

    Raises:
        BadEventsError: The object is not an event of this version.
    """
    if not isinstance(body, Mapping) or body.get("kind") not in _KINDS:
        raise BadEventsError(f"not an event: {body!r:.80}")
    kind = _KINDS[str(body["kind"])]
    try:
        values = {
            name: _read(name, body[name])
            for name in kind.__struct_fields__
            if name in body or name in _REQUIRED[kind]
        }
    except (KeyError, ValueError, TypeError) as error:
        raise BadEventsError(f"a {body['kind']!r} event is broken: {error}") from error
    return kind(**values)  # type: ignore[arg-type]  # each value was read by name


def _plain(value: object) -> object:
    if isinstance(value, CodeUse):
        use: dict[str, object] = {"code": str(value.code), "about": list(value.about)}
        return use | {"span": list(value.span)} if value.span else use
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, Placed):
        return placed_json(value)
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _code_use(body: object) -> CodeUse:
    if not isinstance(body, Mapping):
        raise TypeError(f"not a code: {body!r:.40}")
    span = body.get("span")
    return CodeUse(
        Code(body["code"]),
        tuple(str(one) for one in body["about"]),
        (int(span[0]), int(span[1])) if span else None,
    )


def _codes(body: object) -> tuple[CodeUse, ...]:
    if not isinstance(body, list):
        raise TypeError("codes are not a list")
    return tuple(_code_use(one) for one in body)


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"not a whole number: {value!r:.40}")
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"neither true nor false: {value!r:.40}")
    return value


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"not text: {value!r:.40}")
    return value


def _reply(value: object) -> str | None:
    return None if value is None else _words(value)


def _values(value: object) -> dict[str, object]:
    if not isinstance(value, Mapping):
        raise TypeError(f"not the values of a form: {value!r:.40}")
    return {str(name): one for name, one in value.items()}


def _names(value: object) -> tuple[str, ...] | None:
    if value is None:
        return None
    if not isinstance(value, list):
        raise TypeError(f"not a list: {value!r:.40}")
    return tuple(_words(one) for one in value)


_READERS: Final[Mapping[str, Callable[[object], object]]] = {
    **dict.fromkeys(("turn", "seed", "before", "after", "to", "right"), _whole),
    **dict.fromkeys(("fruitless", "good"), _truth),
    "codes": _codes,
    "values": _values,
    "carried": _names,
    "placed": placed_of,
    "form": lambda value: FormKind(_words(value)),
    **dict.fromkeys(("reply", "was", "meant"), _reply),
    "by": lambda value: Source(_words(value)),
    "why": lambda value: Why(_words(value)),
    "outcome": lambda value: Outcome(_words(value)),
}


def _read(name: str, value: object) -> object:
    return _READERS.get(name, _words)(value)
