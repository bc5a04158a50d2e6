"""Do without looking for garbage while very many things are made that all stay."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no cycles of garbage meanwhile.

    A large file becomes half a million objects, and a tree of talks as many: going
    through all of them again and again while they are made takes longer than making
    them, and finds nothing. What nobody refers to any more goes as always.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
