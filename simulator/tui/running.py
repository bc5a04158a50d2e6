"""Run an app on this terminal, for as long as there is a terminal. Start at `run`."""

import os
import select
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from threading import Event, Thread
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from simulator.tui.app import GameApp

SIGNALLED: Final = 128
"""What is added to the number of a signal to make the exit code."""
HANGUP: Final = SIGNALLED + 1
"""The exit code of a program that its terminal left."""

GRACE: Final = 2.0
"""Seconds that an app has for leaving a terminal that is gone."""


def run(app: "GameApp") -> int:
    """Run an app on this terminal until the person leaves, or the terminal does.

    Returns:
        The exit code: 0; 129 when the terminal was closed under the app, 143 when the
        system asked the program to end.

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
    """Leave when the terminal is closed, or the system asks the program to end.

    A screen that is still drawn, and a terminal without echo, are no way to leave. A
    window that is closed usually ends the program by a signal; not so where the
    signal is ignored, as under `nohup`, or goes to another process. Textual would then
    read the end of its input for ever, at the cost of a core.
    """
    if not hasattr(select, "poll"):
        yield
        return
    over = Event()
    Thread(target=partial(_leave_on_hangup, app, over), daemon=True).start()
    with _asked_to_end(app, over):
        try:
            yield
        finally:
            over.set()


@contextmanager
def _asked_to_end(app: "GameApp", over: Event) -> Iterator[None]:
    """Leave in order when a signal asks for it that nobody has ignored."""

    def asked(number: int, _: object) -> None:
        Thread(
            target=partial(_leave, app, over, SIGNALLED + number), daemon=True
        ).start()

    mine = threading.current_thread() is threading.main_thread()
    asking = [
        one
        for one in (signal.SIGTERM, signal.SIGHUP)
        if mine and signal.getsignal(one) is signal.SIG_DFL
    ]
    for one in asking:
        signal.signal(one, asked)
    try:
        yield
    finally:
        for one in asking:
            signal.signal(one, signal.SIG_DFL)


def _leave_on_hangup(app: "GameApp", over: Event) -> None:
    _hung_up(_terminal(), None)
    if not over.is_set():
        _leave(app, over, HANGUP)


def _leave(app: "GameApp", over: Event, code: int) -> None:
    """Let an app leave as if it had been told to, and soon in any case."""
    if _hung_up(_terminal(), 0):
        _paint_to_nowhere(_terminal())
    app.call_later(app.exit, code)
    if not over.wait(GRACE):
        os._exit(code)


def _terminal() -> int:
    return sys.__stdin__.fileno() if sys.__stdin__ else 0


def _hung_up(terminal: int, patience: float | None) -> bool:
    """Wait until nobody can write to a terminal any more; keys do not wake it.

    Args:
        terminal: Its number.
        patience: Milliseconds; None: as long as it takes.

    Returns:
        Whether it is so.
    """
    watch = select.poll()
    watch.register(terminal, 0)
    return bool(watch.poll(patience))


def _paint_to_nowhere(terminal: int) -> None:
    """Let what is still painted succeed: the orderly way out paints, and flushes."""
    device = os.fstat(terminal).st_rdev
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (sys.__stdout__, sys.__stderr__):
        if stream is not None and os.fstat(stream.fileno()).st_rdev == device:
            os.dup2(nowhere, stream.fileno())
