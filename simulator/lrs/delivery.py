"""Statements in batches: what is refused is singled out, what fails is tried again.

A batch that is refused is parted until the culprit stands alone, so one bad statement
keeps back no other. A batch that nobody knows the fate of is sent again: ids are
stable, so a store that has it already changes nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum, auto
from itertools import islice
from typing import Final

from msgspec import Struct

from simulator.lrs.answers import Answer, Verdict
from simulator.lrs.errors import AllRefusedError, BusyLrsError, UnreachableError

MOST: Final = 200
"""Statements in a batch."""
MOST_BYTES: Final = 500_000
"""Bytes in a batch; a statement that is larger goes alone."""
TRIES: Final = 6
"""How often a batch is sent before sending is given up for this time."""
LONGEST: Final = 300.0
"""Seconds that are waited for at most, whatever the store asks."""
_HOPELESS: Final = 20
"""Refused one by one, and none taken: then all are."""
_PARTED_AFTER: Final = 2
"""A batch at which the store hung up so often is sent in parts."""

Post = Callable[[Sequence[bytes]], Answer]
Wait = Callable[[float, str], None]
"""Waits so many seconds; told why."""


class Fate(Enum):
    """What became of one statement."""

    TAKEN = auto()
    THERE = auto()
    """It was there already, in other words, which stay."""
    REFUSED = auto()


class Parcel(Struct, frozen=True):
    """A statement on its way."""

    id: str
    attempt: str
    events: int
    """See `simulator.reports.xapi.Statement.events`."""
    data: bytes


class Result(Struct, frozen=True):
    """A statement, and what became of it."""

    parcel: Parcel
    fate: Fate
    why: str = ""


def delivered(
    parcels: Iterable[Parcel], post: Post, wait: Wait, address: str
) -> Iterator[tuple[Result, ...]]:
    """Send parcels in their order; yield what became of some, again and again.

    Whoever asks for more says by this that he has kept what he was told.

    Args:
        parcels: What is to be sent, made when it is asked for.
        post: Sends one batch.
        wait: Waits between two tries.
        address: Whom to name where it cannot go on.

    Raises:
        AllRefusedError, BusyLrsError: It is of no use to go on now.
        LrsError: Whatever `post` raises.
    """
    return _Delivery(post, wait, address).run(iter(parcels))


class _Delivery:
    """One run."""

    def __init__(self, post: Post, wait: Wait, address: str) -> None:
        self._post = post
        self._wait = wait
        self._address = address
        self._most_bytes = MOST_BYTES
        self._answered = False
        self._hopeless = 0
        """Refused so far, while none was taken; below 0 once one was."""

    def run(self, parcels: Iterator[Parcel]) -> Iterator[tuple[Result, ...]]:
        held: list[Parcel] = []
        while batch := self._batch(held, parcels):
            yield from self._settled(batch)

    def _batch(self, held: list[Parcel], more: Iterator[Parcel]) -> Sequence[Parcel]:
        """Return the next parcels that may go together; `held` keeps what is over."""
        held.extend(islice(more, MOST - len(held)))
        size = count = 0
        for parcel in held:
            size += len(parcel.data)
            if count and size > self._most_bytes:
                break
            count += 1
        batch = held[:count]
        del held[:count]
        return batch

    def _settled(self, batch: Sequence[Parcel]) -> Iterator[tuple[Result, ...]]:
        answer = self._tried(batch)
        if answer.verdict is Verdict.TAKEN:
            self._hopeless = -1
            yield tuple(Result(parcel, Fate.TAKEN) for parcel in batch)
        elif len(batch) == 1:
            yield (self._alone(batch[0], answer),)
            self._give_up_if_hopeless(answer)
        else:
            if answer.verdict is Verdict.TOO_LARGE:
                self._most_bytes = max(sum(len(p.data) for p in batch) // 2, 1)
            middle = len(batch) // 2
            yield from self._settled(batch[:middle])
            yield from self._settled(batch[middle:])

    def _alone(self, parcel: Parcel, answer: Answer) -> Result:
        if answer.verdict is Verdict.CONFLICT:
            self._hopeless = -1
            return Result(parcel, Fate.THERE, answer.why)
        if self._hopeless >= 0:
            self._hopeless += 1
        return Result(parcel, Fate.REFUSED, answer.why)

    def _give_up_if_hopeless(self, answer: Answer) -> None:
        if self._hopeless >= _HOPELESS:
            raise AllRefusedError(self._address, answer.why)

    def _tried(self, batch: Sequence[Parcel]) -> Answer:
        """Send a batch until there is an answer to go by.

        Raises:
            BusyLrsError: There is none after all tries.
        """
        data = [parcel.data for parcel in batch]
        for tried in range(1, TRIES + 1):
            answer = self._once(data)
            hung_up = answer.verdict is Verdict.HUNG_UP
            if hung_up and len(batch) > 1 and tried >= _PARTED_AFTER:
                return answer
            if not hung_up and answer.verdict is not Verdict.LATER:
                return answer
            pause = 2.0 ** (tried - 1) if answer.after is None else answer.after
            if tried == TRIES or pause > LONGEST:
                raise BusyLrsError(self._address, answer.why)
            self._wait(pause, answer.why)
        raise AssertionError  # the last try returns or raises

    def _once(self, data: Sequence[bytes]) -> Answer:
        """Send once; one who has answered before may be away for a moment."""
        try:
            answer = self._post(data)
        except UnreachableError as error:
            if not self._answered:
                raise
            return Answer(Verdict.LATER, str(error.values["why"]))
        self._answered = self._answered or answer.verdict is not Verdict.LATER
        return answer
