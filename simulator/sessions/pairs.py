"""Two talks of one scenario that are to stand side by side."""

from datetime import date

from msgspec import Struct

from simulator.engine import Mode, answers
from simulator.sessions.attempt import Attempt
from simulator.sessions.errors import (
    NoOriginError,
    TwoScenariosError,
    UnfinishedTalkError,
)
from simulator.sessions.past import Past, branched
from simulator.sessions.retests import retest_of, sittings
from simulator.sessions.summary import summary
from simulator.sessions.usecases import Sessions


class Pair(Struct, frozen=True):
    """Two talks that are over."""

    first: Attempt
    second: Attempt
    shared: int
    """So many answers from the beginning are the same in both."""
    first_on: date
    """The day the first was last played, where the person is."""
    second_on: date

    @property
    def parting(self) -> Past:
        """The first talk up to where they part."""
        return branched(self.first.scenario, self.first.events, self.shared)


def pair_of(sessions: Sessions, attempt: str, other: str = "") -> Pair:
    """Return two talks that are to be compared.

    Args:
        sessions: The use cases.
        attempt: The id of a talk.
        other: That of the talk to stand to its right; empty: the talk stands to the
            right itself, of the one it branched off from, or, of an exam held again,
            of the sitting before it.

    Raises:
        NoOriginError: The talk branched off from no other, and none is named.
        NoSuchAttemptError: One of them is not kept here.
        TwoScenariosError: They are talks of two scenarios.
        UnfinishedTalkError: One of them is not over: nothing is given away before.
        SessionError: One of them cannot be gone through again.
        StoreError: The store cannot be read.
    """
    found = sessions.resume(attempt)
    partner = other or partner_of(sessions, found)
    if not partner:
        raise NoOriginError
    named = sessions.resume(partner)
    first, second = (found, named) if other else (named, found)
    if first.scenario.id != second.scenario.id:
        raise TwoScenariosError(first.scenario.id, second.scenario.id)
    if not (first.finished and second.finished):
        raise UnfinishedTalkError
    shared = _shared(first, second)
    return Pair(first, second, shared, _day(sessions, first), _day(sessions, second))


def partner_of(sessions: Sessions, attempt: Attempt) -> str:
    """Return the id of the talk that one is held against by itself; empty for none.

    Raises:
        StoreError: The store cannot be read.
    """
    if attempt.header.origin or attempt.mode is not Mode.EXAM:
        return attempt.header.origin
    retest = retest_of(sittings(sessions), attempt.id)
    return retest.before.attempt if retest else ""


def _day(sessions: Sessions, attempt: Attempt) -> date:
    kept = sessions.store.attempt(attempt.id) if sessions.store else None
    return summary(kept).last_at.astimezone().date() if kept else attempt.today


def _shared(first: Attempt, second: Attempt) -> int:
    """Count the answers that are the same from the beginning.

    Counted, not taken from where the branch says it came from: the first talk may have
    been played otherwise since, or be another one of the same id.
    """
    mine, theirs = (answers(one.scenario, one.events) for one in (first, second))
    pairs = zip(mine, theirs, strict=False)
    parted = (n for n, (one, other) in enumerate(pairs) if one != other)
    return next(parted, min(len(mine), len(theirs)))
