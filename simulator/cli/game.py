"""Open the game: on screens where they can be drawn, in lines everywhere else."""

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from simulator import i18n, places
from simulator.cli.habits import recalled, remember
from simulator.cli.settings import Settings, Shell

if TYPE_CHECKING:
    from simulator.sessions.usecases import Sessions
    from simulator.study import Wish

KEPT_ELSEWHERE: Final = ".json"
"""How files end in which a talk was saved by hand."""


def play(
    settings: Settings,
    shell: Shell,
    scenario: str | None = None,
    mode: str | None = None,
    drill: "Wish | None" = None,
) -> int:
    """Play until the person leaves.

    Args:
        settings: The global options.
        shell: The language.
        scenario: What to begin with: an id, the path of a scenario, or a talk that
            was saved to a file, which is taken in and offered for going on.
        mode: How to answer in it; None asks.
        drill: Begins with the drills of today.

    Raises:
        SimulatorError: The scenario or the file cannot be used.
    """
    habits = recalled(places.habits_file(places.data_dir(settings.data)))
    language = chosen_language(shell, habits)
    if scenario is not None:
        scenario = _looked_up(scenario, settings, language)
    if wants_lines(settings, os.environ, sys.stdin, sys.stdout):
        return _in_lines(settings, language, scenario, mode, drill)
    return _on_screens(
        settings, {**habits, "language": language}, scenario, mode, drill
    )


def wants_lines(
    settings: Settings, environment: Mapping[str, str], source: TextIO, target: TextIO
) -> bool:
    """Tell whether to play in lines of text.

    So it is when asked for, when either end is no terminal, and on a terminal
    that can do nothing but print.
    """
    if settings.plain or environment.get("TERM") == "dumb":
        return True
    return not (source.isatty() and target.isatty())


def chosen_language(shell: Shell, habits: Mapping[str, str]) -> str:
    """Return the language of the game: as last chosen there, unless asked for."""
    if shell.chosen.asked:
        return shell.language
    return habits.get("language", shell.language)


def _looked_up(scenario: str, settings: Settings, language: str) -> str | None:
    """Make sure that there is something to begin with, before a screen opens."""
    from simulator.cli import opening

    if not scenario.endswith(KEPT_ELSEWHERE):
        opening.library(settings).load(scenario, language)
        return scenario
    opening.sessions(settings).load_file(Path(scenario))
    return None


def _in_lines(
    settings: Settings,
    language: str,
    scenario: str | None,
    mode: str | None,
    drill: "Wish | None",
) -> int:
    from simulator.cli import opening
    from simulator.plain.game import play as play_in_lines
    from simulator.plain.table import Doors

    file = places.habits_file(places.data_dir(settings.data))
    doors = Doors(
        open_sessions=lambda: opening.sessions(settings),
        open_unkept=lambda: opening.unkept_sessions(settings),
        load_texts=i18n.load,
        remember=lambda chosen: remember(file, language=chosen),
    )
    width = shutil.get_terminal_size().columns
    return play_in_lines(
        doors,
        language,
        sys.stdin,
        sys.stdout,
        scenario=scenario,
        mode=mode,
        width=width,
        drill=drill,
    )


def _on_screens(
    settings: Settings,
    habits: Mapping[str, str],
    scenario: str | None,
    mode: str | None,
    drill: "Wish | None",
) -> int:
    if not settings.colour:
        os.environ["NO_COLOR"] = "1"

    from simulator.tui.app import run_app
    from simulator.tui.game import Habits

    file = places.habits_file(places.data_dir(settings.data))

    def open_sessions() -> "Sessions":
        from simulator.cli import opening

        return opening.sessions(settings)

    def open_unkept() -> "Sessions":
        from simulator.cli import opening

        return opening.unkept_sessions(settings)

    return run_app(
        open_sessions,
        i18n.load,
        Habits(**habits),
        lambda chosen: remember(file, language=chosen.language, theme=chosen.theme),
        open_unkept=open_unkept,
        scenario=scenario,
        mode=mode or "choose",
        drill=drill,
    )
