"""Before and after: the same scenario again as an exam, once a week has passed.

Pure, but for `sittings`, which reads the list of attempts.

    held = sittings(sessions)
    due(held, today)          # what is offered
    retest_of(held, attempt)  # what an attempt is held against
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from typing import Final

from msgspec import Struct

from simulator.engine import Mode
from simulator.sessions.usecases import Sessions
from simulator.store.times import moment

WEEK: Final = 7
"""Days after which a scenario is worth playing again: lines are forgotten by then."""

LOOKED_AT: Final = 50
"""Exams, the last ones, among which one that was held again is looked for."""


class Sitting(Struct, frozen=True):
    """When an attempt was held, and how."""

    attempt: str
    scenario: str
    mode: str
    begun_at: datetime
    """When it was begun; aware."""
    ended_at: datetime
    """When it was last played; aware."""
    finished: bool
    branch: bool = False
    """True when it began with the answers of another one: it measures nothing."""

    @property
    def begun(self) -> date:
        """The day it was begun, where the person is."""
        return self.begun_at.astimezone().date()

    @property
    def on(self) -> date:
        """The day it was last played, where the person is."""
        return self.ended_at.astimezone().date()


class Retest(Struct, frozen=True):
    """Two sittings of one scenario, a week or more apart; the second was an exam."""

    before: Sitting
    after: Sitting


def sittings(sessions: Sessions) -> list[Sitting]:
    """Return the attempts that before and after hang on, the one last played last.

    All at scenarios that were ever played as an exam, of others the last one. Damaged
    ones are passed over.

    Raises:
        StoreError: The store cannot be read.
    """
    return list(_sittings(sessions))


def due(held: Sequence[Sitting], today: date) -> Sitting | None:
    """Return the sitting after which an exam is offered now; None when none is due.

    One is offered at a time, the scenario finished most lately of those that are due:
    finished a week ago or longer and not begun again since. One that is such an exam
    itself is done, and is not offered again.

    Args:
        held: What `sittings` returned.
        today: The day it is where the person is.
    """
    latest = {one.scenario: one for one in held if not one.branch}
    waiting = [
        one
        for one in latest.values()
        if one.finished and (today - one.on).days >= WEEK and _retest(held, one) is None
    ]
    return max(waiting, key=lambda one: one.on, default=None)


def retest_of(held: Sequence[Sitting], attempt: str) -> Retest | None:
    """Return an exam with what it is held against; None where it is no such exam.

    That is the last finished sitting of the scenario that lay a week back when the
    exam was begun. Branches are passed over.

    Args:
        held: What `sittings` returned.
        attempt: The id of the exam.
    """
    after = next((one for one in held if one.attempt == attempt), None)
    return _retest(held, after) if after else None


def _retest(held: Sequence[Sitting], after: Sitting) -> Retest | None:
    if not after.finished or after.branch or after.mode != Mode.EXAM:
        return None
    earlier = (
        one
        for one in reversed(held)
        if one.scenario == after.scenario
        and one.finished
        and not one.branch
        and (after.begun - one.on).days >= WEEK
    )
    before = next(earlier, None)
    return Retest(before, after) if before else None


def latest_retest(held: Sequence[Sitting]) -> Retest | None:
    """Return the exam last held that can be held against an earlier sitting.

    Of thousands of exams only the last few are looked at.
    """
    exams = (one for one in reversed(held) if one.mode == Mode.EXAM)
    found = (_retest(held, one) for one in islice(exams, LOOKED_AT))
    return next((one for one in found if one is not None), None)


def _sittings(sessions: Sessions) -> Iterator[Sitting]:
    if sessions.store is None:
        return
    for row in sessions.store.sittings(Mode.EXAM):
        name, scenario, mode, start, end, origin, over = row
        begun, ended = moment(start), moment(end)
        if begun is not None and ended is not None:
            yield Sitting(name, scenario, mode, begun, ended, bool(over), bool(origin))
