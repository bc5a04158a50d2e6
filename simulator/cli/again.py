"""Do something again whenever files change, until somebody interrupts."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Event
from typing import Final

from simulator.packs.files import is_folder
from simulator.watching import Watch

LOOK: Final = 0.2
"""Seconds between two looks; a change is acted on when a look finds no further one."""
_PARTS: Final = ("rubrics", "rulebooks")


def again(
    paths: Iterable[Path],
    act: Callable[[], object],
    wait: Callable[[], object] = lambda: Event().wait(LOOK),
) -> None:
    """Act at once, and then after every change; never returns.

    A file that is being saved is waited for: half of it would only be full of
    mistakes that nobody made.

    Args:
        paths: Files, with all that lies beside them, and folders, with all in them.
        act: What is done.
        wait: Passes the time between two looks; ends it all by an exception.
    """
    named = tuple(paths)
    while True:
        watch = Watch(_places(named))
        act()
        while not watch.changed():
            wait()
        wait()
        while watch.changed():
            wait()


def _places(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the folders whose files matter, and the files that may come again."""
    for path in paths:
        if is_folder(path):
            yield path
            yield from (found for found in path.rglob("*") if _is_folder(found))
        else:
            yield path
            yield path.parent
            yield from (path.parent / part for part in _PARTS)


def _is_folder(path: Path) -> bool:
    return is_folder(path) and not any(part.startswith(".") for part in path.parts)
