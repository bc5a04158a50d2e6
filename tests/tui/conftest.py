"""Screens at the speed of the machine: no waiting by the clock, no parsing twice."""

import asyncio
from collections.abc import Hashable, Sized
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.pilot import Pilot

RULES: dict[Hashable, list[RuleSet]] = {}
"""What style sheets of earlier apps came to; nobody changes a rule that was parsed."""


def ready() -> Sized:
    """Return what the event loop has to run besides what is running now."""
    loop: object = asyncio.get_running_loop()
    found: Sized = getattr(loop, "_ready")  # noqa: B009 - unknown to the types
    return found


async def until_idle(*_: float) -> None:
    """Give way until nothing else is ready to run.

    Neither a timer that is not due nor a thread that is not done is waited for.
    """
    await asyncio.sleep(0)
    while ready():
        await asyncio.sleep(0)


async def until_drawn(pilot: Pilot[object], *_: float) -> bool:
    """Let the app do all it has to do, and draw what came of it.

    A frame is due sixty times a second, and a new size is told a little later than
    it came; here both are due at once.
    """
    app = pilot.app
    while True:
        await until_idle()
        if app._resize_timer is not None:
            app._check_resize()
        if app.screen_stack:
            app.screen._on_timer_update()
        if not ready():
            return True


parse = Stylesheet._parse_rules


def parse_once(sheet: Stylesheet, *args: Any, **more: Any) -> list[RuleSet]:
    """Parse a style sheet, unless an app before has parsed it in the same colours."""
    key = (args, *more.items(), *sheet._variables.items())
    if key not in RULES:
        RULES[key] = parse(sheet, *args, **more)
    return RULES[key]


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Replace the pilot's guesses.

    It takes the processor's clock to tell whether the app has come to rest, twenty
    milliseconds and more at each guess, and on a busy machine guesses wrong; the
    event loop knows.
    """
    monkeypatch.setattr("textual.app.wait_for_idle", until_idle)
    monkeypatch.setattr("textual.pilot.wait_for_idle", until_idle)
    monkeypatch.setattr(Pilot, "_wait_for_screen", until_drawn)
    monkeypatch.setattr(Stylesheet, "_parse_rules", parse_once)
