"""Do pieces of work on all cores, where a process can be copied as it stands.

What is to be done stands in memory already, and the copies see it there: nothing is
sent to them but the number of a piece, and nothing comes back but what it came to.
"""

import multiprocessing
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Final, TypeVar, cast

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
    _pieces[:] = pieces
    context = multiprocessing.get_context(_FORK)
    pool = ProcessPoolExecutor(cores, context, _leave_interrupts)
    try:
        numbers = range(len(pieces)) if begun is None else begun
        done = {number: pool.submit(_work, number) for number in numbers}
        for number in range(len(pieces)):
            yield cast("Done", done[number].result())
    finally:
        pool.shutdown(cancel_futures=True)
        _pieces.clear()


def _can_copy() -> bool:
    methods = multiprocessing.get_all_start_methods()
    return _FORK in methods and threading.active_count() == 1


def _work(number: int) -> object:
    return _pieces[number]()


def _leave_interrupts() -> None:
    """Leave Ctrl+C to the process that was copied: it tells of it once."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
