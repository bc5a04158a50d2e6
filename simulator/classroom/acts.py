"""What a trainer does in a class, as values, and as they stand in its log."""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct
from msgspec.structs import asdict, fields

from simulator.classroom.errors import BadLogError

ALL = ""
"""In place of a person: everybody in the class."""


class VoteClosed(Struct, frozen=True):
    """Nobody answers this line any more; all see what was answered."""


class Reopened(Struct, frozen=True):
    """The line can be answered again; what was answered stands until then."""


class WentOn(Struct, frozen=True):
    """The talk of the room goes on with somebody's answer."""

    person: str


class SteppedBack(Struct, frozen=True):
    """The talk of the room is again where it was before it last went on."""


class Paused(Struct, frozen=True):
    """Nobody answers for a while, or everybody may again."""

    on: bool


class Timed(Struct, frozen=True):
    """The vote closes by itself in a while."""

    seconds: int
    """From the moment at which it was written; 0 stops the clock."""


class Spoke(Struct, frozen=True):
    """The trainer spoke as the one whom people talk to, for this turn."""

    to: str
    """A person, or `ALL`."""
    text: str


class HandTaken(Struct, frozen=True):
    """The trainer has seen somebody's raised hand."""

    person: str


class Shown(Struct, frozen=True):
    """The room may see the debrief, though the class is not over; or no longer."""

    on: bool


class Named(Struct, frozen=True):
    """Quotations bear names, or do not; at first they do not."""

    on: bool


Act = (
    VoteClosed
    | Reopened
    | WentOn
    | SteppedBack
    | Paused
    | Timed
    | Spoke
    | HandTaken
    | Shown
    | Named
)


_NAMES: Final[Mapping[str, type[Act]]] = {
    "close-vote": VoteClosed,
    "reopen": Reopened,
    "go-on": WentOn,
    "step-back": SteppedBack,
    "pause": Paused,
    "timer": Timed,
    "speak": Spoke,
    "take-hand": HandTaken,
    "show": Shown,
    "names": Named,
}
_KINDS: Final[Mapping[object, type]] = {"str": str, "int": int, "bool": bool}


def act_to_json(act: Act) -> dict[str, object]:
    """Return what a trainer did as plain JSON: `act`, and what belongs to it."""
    name = next(name for name, kind in _NAMES.items() if kind is type(act))
    return {"act": name, **asdict(act)}


def act_from_json(body: Mapping[str, object]) -> Act:
    """Return what `act_to_json` wrote.

    Raises:
        BadLogError: It is none of this version.
    """
    made = _NAMES.get(str(body.get("act")))
    if made is None:
        raise BadLogError(f"not an act of a trainer: {body!r:.80}")
    values = {field.name: body.get(field.name) for field in fields(made)}
    if any(type(values[f.name]) is not _kind(f.type) for f in fields(made)):
        raise BadLogError(f"an act of a trainer is broken: {body!r:.80}")
    return made(**values)  # type: ignore[arg-type]  # each was held to its type


def _kind(annotation: object) -> type:
    kind = _KINDS.get(getattr(annotation, "__name__", annotation))
    if kind is None:
        raise BadLogError(f"no JSON holds a {annotation}")
    return kind
