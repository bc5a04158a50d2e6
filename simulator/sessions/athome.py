"""What the first screen says of earlier talks, however many there are."""

from msgspec import Struct

from simulator.sessions.summary import Summary, summary
from simulator.sessions.usecases import Sessions


class AtHome(Struct, frozen=True):
    """What the menu depends on."""

    unfinished: Summary | None
    """The talk last left, to go on with."""
    played: bool
    """True when there is any talk to look back on."""


def at_home(sessions: Sessions) -> AtHome:
    """Look at the talk last left and the talk last played, damaged ones passed over.

    Raises:
        StoreError: The store cannot be read.
    """
    unfinished = _first(sessions, unfinished=True)
    return AtHome(unfinished, bool(unfinished or _first(sessions, unfinished=False)))


def _first(sessions: Sessions, *, unfinished: bool) -> Summary | None:
    """Return the latest that can be read; all are looked at only if one is damaged."""
    if sessions.store is None:
        return None
    for kept in sessions.store.latest(1, unfinished=unfinished):
        if (found := summary(kept)).readable:
            return found
        past = sessions.unfinished() if unfinished else sessions.past()
        return next(iter(past), None)
    return None
