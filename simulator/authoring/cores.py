"""Do pieces of work on all cores, where a process can be copied as it stands.

What is to be done stands in memory already, and the copies see it there: nothing is
sent to them but the number of a piece, and nothing comes back but what it came to.
"""

import os
import pickle
import signal
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any, Final, NoReturn, TypeVar, cast

Told = TypeVar("Told")
Heard = TypeVar("Heard")
Done = TypeVar("Done")

_FORK: Final = "fork"
_pieces: list[Callable[[], object]] = []
"""What is being done; filled before the process is copied."""


def in_order(
    pieces: Sequence[Callable[[], Done]], cores: int, begun: Iterable[int] | None = None
) -> Iterator[Done]:
    """Yield what each piece comes to, in their order.

    Args:
        pieces: Work that needs nothing of the others; what it returns can be pickled.
        begun: Their numbers, from 0, in the order in which they are begun where there
            are several cores: the longest first, so that all end at one time.
        cores: Processes at most. It is done here where there is but one piece, where
            the system cannot copy a process, and where threads run, since a copy
            has none of them.
    """
    if min(cores, len(pieces)) < 2 or not _can_copy():
        yield from (piece() for piece in pieces)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    _pieces[:] = pieces
    pool = ProcessPoolExecutor(cores, get_context(_FORK), _leave_interrupts)
    try:
        numbers = range(len(pieces)) if begun is None else begun
        done = {number: pool.submit(_work, number) for number in numbers}
        for number in range(len(pieces)):
            yield cast("Done", done[number].result())
    finally:
        pool.shutdown(cancel_futures=True)
        _pieces.clear()


def _can_copy() -> bool:
    return hasattr(os, _FORK) and threading.active_count() == 1


def _work(number: int) -> object:
    return _pieces[number]()


def _leave_interrupts() -> None:
    """Leave Ctrl+C to the process that was copied: it tells of it once."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def met(
    works: Sequence[Generator[Told, Heard, Done]],
    meet: Callable[[Sequence[Told]], Heard | None],
) -> list[Done] | None:
    """Do works side by side that meet once on their way: the first one here.

    Args:
        works: Not begun yet. Each yields once, what the others have to know; it gets
            back what comes of all that was told, and returns what it came to. All of
            that can be pickled.
        meet: Makes of what all have told what all hear; None ends it there.

    Returns:
        What the works came to, in their order. None where they did not meet, where a
        copy came to an early end or an error, and where none can be made: then it is
        to be done in one piece.
    """
    if len(works) > 1 and not _can_copy():
        return None
    own, others = works[0], list[_Copy]()
    try:
        others += map(_Copy, works[1:])
        heard = meet([next(own), *[other.next() for other in others]])
        if heard is None:
            return None
        for other in others:
            other.hear(heard)
        return [_last(own, heard), *[other.next() for other in others]]
    except (EOFError, OSError, pickle.UnpicklingError):
        return None
    finally:
        for other in others:
            other.end()


def _last(work: Generator[Told, Heard, Done], heard: Heard) -> Done:
    """Let a work go on to its end; return what it came to."""
    try:
        work.send(heard)
    except StopIteration as end:
        return cast("Done", end.value)
    raise AssertionError("a work meets the others once")


class _Copy:
    """A copy of this process that does one work."""

    def __init__(self, work: Generator[Any, Any, Any]) -> None:
        (told, tell), (heard, hear) = os.pipe(), os.pipe()
        self._process = os.fork()
        if self._process == 0:
            os.close(told)
            os.close(hear)
            _do(work, heard, tell)
        os.close(tell)
        os.close(heard)
        self._told, self._hear = os.fdopen(told, "rb"), os.fdopen(hear, "wb")

    def next(self) -> Any:
        """Return what it tells next.

        Raises:
            EOFError: It came to an early end.
        """
        return pickle.load(self._told)

    def hear(self, heard: object) -> None:
        """Tell it what comes of all that was told."""
        pickle.dump(heard, self._hear)
        self._hear.flush()

    def end(self) -> None:
        """End it, whatever it is doing."""
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        self._told.close()
        with suppress(OSError):  # what it did not hear any more
            self._hear.close()


def _do(work: Generator[Any, Any, Any], heard: int, tell: int) -> NoReturn:
    """Do a work in a copy, and nothing after that.

    An error is left to the one who does it again. Nothing that waits to be written
    or closed is touched: it is the original's.
    """
    try:
        _leave_interrupts()
        with os.fdopen(tell, "wb") as out, os.fdopen(heard, "rb") as lines:
            pickle.dump(next(work), out)
            out.flush()
            pickle.dump(_last(work, pickle.load(lines)), out)
    finally:
        os._exit(0)
