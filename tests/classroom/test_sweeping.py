"""Garbage of a server goes, at moments that keep nobody waiting."""

import asyncio
import gc
import weakref
from collections.abc import Callable
from itertools import count

import pytest

from simulator.classroom.sweeping import QUIET, RARELY, sweeping

SOON = 0.001


class Knot:
    """Refers to itself: nothing but a search finds that nobody wants it."""

    def __init__(self) -> None:
        self.myself = self


async def gone(knot: weakref.ref[Knot], looks: int) -> bool:
    """Wait for so many looks at most, and a few for a busy machine."""
    for _ in range(looks * 20):
        if knot() is None:
            return True
        await asyncio.sleep(SOON)
    return False


async def test_young_garbage_goes_soon() -> None:
    asked = count()
    async with sweeping(lambda: next(asked), SOON):
        assert await gone(weakref.ref(Knot()), 5)


@pytest.mark.parametrize(
    ("asked", "looks"),
    [
        pytest.param(lambda: 7, QUIET, id="where-nobody-asks-for-anything"),
        pytest.param(count().__next__, RARELY, id="once-in-a-while-under-way"),
    ],
)
async def test_old_garbage_goes(asked: Callable[[], int], looks: int) -> None:
    knot = Knot()
    gc.collect()  # it has been looked at, and is old now
    old = weakref.ref(knot)
    async with sweeping(asked, SOON):
        del knot
        assert await gone(old, looks)


async def test_python_looks_by_itself_again_afterwards() -> None:
    assert gc.isenabled()
    async with sweeping(lambda: 0, SOON):
        assert not gc.isenabled()
    assert gc.isenabled()
