"""Where a log of an archive belongs beside what is kept here already.

Pure: it is told what is kept by a function, and says what to keep.
"""

import hashlib
import json
import re
from collections.abc import Callable
from enum import StrEnum
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from simulator.store import Log

_FORKED: Final = re.compile(r"-[0-9a-f]{12}$")
"""What stands after an id when two talks had the same one."""

Find = Callable[[str], Log | None]
"""Returns the attempt of an id that is kept here; None where there is none."""


class Fate(StrEnum):
    """What becomes of an attempt that is taken in."""

    NEW = "new"
    """It was not here."""
    LONGER = "longer"
    """It goes on where the one that was here stops."""
    KNOWN = "known"
    """All of it was here."""
    CONFLICT = "conflict"
    """Other answers stand under its id here: both are kept."""


class Placed(Struct, frozen=True):
    """Where an attempt belongs."""

    fate: Fate
    log: Log
    """What is to stand under its id now; of a known one, what stands there."""


def placed(theirs: Log, find: Find) -> Placed:
    """Say where an attempt belongs; doing it twice comes to the same as once.

    Of two logs of which one begins with the other, the longer is kept. Where they
    part, both are, and the one taken in gets an id of its own. That id is made of
    the first answer in which they part, so that it is the same whenever the same two
    meet, however long they have grown.
    """
    name = theirs.kept.header.id
    for there in dict.fromkeys((name, _FORKED.sub("", name))):
        ours = find(there)
        if ours is not None and fits(ours, renamed(theirs, there)):
            return _joined(ours, renamed(theirs, there))
    ours = find(name)
    if ours is None:
        return Placed(Fate.NEW, theirs)
    return _forked(ours, theirs, find)


def fits(ours: Log, theirs: Log) -> bool:
    """Tell whether one log begins with the other, and both are of one attempt."""
    if ours.kept.header != theirs.kept.header or not ours.kept.readable:
        return False
    return agreeing(ours, theirs) == min(len(ours.events), len(theirs.events))


def agreeing(ours: Log, theirs: Log) -> int:
    """Return how many events two logs have in common from their beginning."""
    if ours.kept.header != theirs.kept.header:
        return 0
    pairs = zip(ours.events, theirs.events, strict=False)
    parted = (n for n, (one, other) in enumerate(pairs) if one.body != other.body)
    return next(parted, min(len(ours.events), len(theirs.events)))


def renamed(log: Log, name: str) -> Log:
    """Return an attempt under another id."""
    header = replace(log.kept.header, id=name)
    return replace(log, kept=replace(log.kept, header=header))


def _joined(ours: Log, theirs: Log) -> Placed:
    """Keep the longer one, and words not sent yet wherever there are any."""
    if len(theirs.events) > len(ours.events):
        return Placed(Fate.LONGER, replace(theirs, draft=theirs.draft or ours.draft))
    if theirs.draft and not ours.draft:
        return Placed(Fate.LONGER, replace(ours, draft=theirs.draft))
    return Placed(Fate.KNOWN, ours)


def _forked(ours: Log, theirs: Log, find: Find) -> Placed:
    log = renamed(theirs, _own_name(ours, theirs))
    there = find(log.kept.header.id)
    if there is None:
        return Placed(Fate.CONFLICT, log)
    if fits(there, log):
        return _joined(there, log)
    return _forked(there, log, find)


def _own_name(ours: Log, theirs: Log) -> str:
    """Return the id of a log that parts from the one whose id it had."""
    until = theirs.events[: agreeing(ours, theirs) + 1]
    told = [ours.kept.header.id, *(one.body for one in until)]
    digest = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
    return f"{_FORKED.sub('', ours.kept.header.id)}-{digest[:12]}"
