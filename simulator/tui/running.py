"""Run an app on this terminal, for as long as there is a terminal. Start at `run`."""

import os
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from threading import Event, Thread
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from simulator.tui.app import GameApp

HANGUP: Final = 129
"""The exit code of a program that its terminal left: 128 and the signal's number."""

GRACE: Final = 2.0
"""Seconds that an app has for leaving a terminal that is gone."""


def run(app: "GameApp") -> int:
    """Run an app on this terminal until the person leaves, or the terminal does.

    Returns:
        The exit code: 0, or 129 when the terminal was closed under the app.

    Raises:
        Exception: Whatever a screen raised that nobody foresaw; the terminal has been
            put in order first.
    """
    with _watched(app):
        code = app.run(mouse=True) or 0
    if app.unforeseen is not None:
        raise app.unforeseen
    return code


async def run_beside(app: "GameApp") -> int:
    """Run an app in a loop that does other things, too; see `run`."""
    with _watched(app):
        code = await app.run_async(mouse=True) or 0
    if app.unforeseen is not None:
        raise app.unforeseen
    return code


@contextmanager
def _watched(app: "GameApp") -> Iterator[None]:
    """Leave when the terminal is closed.

    A window that is closed usually ends the program by a signal; not so where the
    signal is ignored, as under `nohup`, or goes to another process. Textual would then
    read the end of its input for ever, at the cost of a core.
    """
    if not hasattr(select, "poll"):
        yield
        return
    over = Event()
    Thread(target=partial(_leave_on_hangup, app, over), daemon=True).start()
    try:
        yield
    finally:
        over.set()


def _leave_on_hangup(app: "GameApp", over: Event) -> None:
    terminal = sys.__stdin__.fileno() if sys.__stdin__ else 0
    _wait_for_hangup(terminal)
    if not over.is_set():
        _paint_to_nowhere(terminal)
        app.call_later(app.exit, HANGUP)
        if not over.wait(GRACE):
            os._exit(HANGUP)


def _wait_for_hangup(terminal: int) -> None:
    """Return once nobody can write to a terminal any more; keys do not wake it."""
    watch = select.poll()
    watch.register(terminal, 0)
    watch.poll()


def _paint_to_nowhere(terminal: int) -> None:
    """Let what is still painted succeed: the orderly way out paints, and flushes."""
    device = os.fstat(terminal).st_rdev
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (sys.__stdout__, sys.__stderr__):
        if stream is not None and os.fstat(stream.fileno()).st_rdev == device:
            os.dup2(nowhere, stream.fileno())
