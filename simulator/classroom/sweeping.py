"""Look for garbage when it keeps nobody waiting.

All that a class of a thousand has said stays in memory, and going through it in search
of cycles takes a fifth of a second, in which nobody is served. Python would do that
whenever enough is new; here what is young is gone through every other second, which is
done in no time, and everything once in a while, sooner where nobody asks for anything.
"""

import asyncio
import gc
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Final

from simulator.garbage import uncollected

EVERY: Final = 2.0
"""Seconds between two looks at what is young."""
RARELY: Final = 300
"""So many of them, and everything is looked at though people are served."""
QUIET: Final = 15
"""So many, where nobody is."""


@asynccontextmanager
async def sweeping(
    asked: Callable[[], int], every: float = EVERY
) -> AsyncIterator[None]:
    """Sweep meanwhile, at chosen moments only.

    Args:
        asked: Tells how many requests there have been so far.
        every: Seconds between two looks.
    """
    with uncollected():
        task = asyncio.create_task(_sweep(asked, every))
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


async def _sweep(asked: Callable[[], int], every: float) -> None:
    looks, before = 0, asked()
    while True:
        await asyncio.sleep(every)
        looks, now = looks + 1, asked()
        if looks >= RARELY or (looks >= QUIET and now == before):
            gc.collect()
            looks = 0
        else:
            gc.collect(1)
        before = now
