"""Do the same work on many items, two at a time, and give the results in order.

Whoever sends one item and waits for its result gets it: nothing is held back for
items that have not come yet.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from threading import Thread
from typing import Final, TypeVar

T = TypeVar("T")
R = TypeVar("R")

WORKERS: Final = 2
AHEAD: Final = 8
"""So many items are under way at most."""


def side_by_side(
    items: Iterable[T], work: Callable[[T], R]
) -> Iterator[tuple[T, Future[R]]]:
    """Yield each item with its result, in the order of the items.

    Args:
        items: Taken as they come, from a thread of their own.
        work: Called from several threads; what it raises, the result raises.
    """
    come: SimpleQueue[list[T]] = SimpleQueue()
    Thread(target=_hand_over, args=(items, come), daemon=True).start()
    under_way: deque[tuple[T, Future[R]]] = deque()
    with ThreadPoolExecutor(WORKERS) as pool:
        while True:
            if under_way and (len(under_way) >= AHEAD or come.empty()):
                yield under_way.popleft()
                continue
            arrived = come.get()
            if not arrived:
                break
            under_way += [(one, pool.submit(work, one)) for one in arrived]
        yield from under_way


def _hand_over(items: Iterable[T], come: SimpleQueue[list[T]]) -> None:
    """Pass items on one by one; an empty list tells the end, however it came."""
    try:
        for item in items:
            come.put([item])
    finally:
        come.put([])
