"""Do what takes its time beside the screen, and again while nobody answers."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import Final, TypeVar

from simulator.sessions.errors import UnreachableError

AGAIN: Final = 2.0
"""Seconds after which another machine is asked once more."""
Found = TypeVar("Found")


async def aside(work: Callable[[], Found]) -> Found:
    """Return what some work comes to, done in a thread that nobody waits for.

    When the person leaves, the program ends at once, however long the work would
    still take: threads of an executor would be waited for.
    """
    loop = asyncio.get_running_loop()
    promise: asyncio.Future[Found] = loop.create_future()

    def done(found: Found | None, error: BaseException | None) -> None:
        if promise.done():
            return
        if error is not None:
            promise.set_exception(error)
        else:
            promise.set_result(found)  # type: ignore[arg-type]  # None only if Found is

    def run() -> None:
        found, wrong = None, None
        try:
            found = work()
        except BaseException as error:
            wrong = error
        with suppress(RuntimeError):  # the program has ended meanwhile
            loop.call_soon_threadsafe(done, found, wrong)

    Thread(target=run, daemon=True, name="aside").start()
    return await promise


async def surely(
    work: Callable[[], Found], tell: Callable[[UnreachableError | None], object]
) -> Found:
    """Return what some work comes to, asking until somebody answers.

    Args:
        work: May be done again: what was done already counts once.
        tell: Told that nobody answers, and with None that somebody does again.
    """
    while True:
        try:
            found = await aside(work)
        except UnreachableError as error:
            tell(error)
            await asyncio.sleep(AGAIN)
        else:
            tell(None)
            return found
