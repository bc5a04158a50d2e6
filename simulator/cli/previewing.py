"""Open a preview: on screens, which it needs."""

import os
import sys
from typing import TYPE_CHECKING

from simulator import clock, i18n, places
from simulator.cli.game import chosen_language, wants_lines
from simulator.cli.habits import recalled, remember
from simulator.cli.settings import Settings, Shell
from simulator.errors import SimulatorError
from simulator.messages import N_

if TYPE_CHECKING:
    from simulator.sessions.usecases import Sessions


class NoScreensError(SimulatorError):
    """A preview was asked for where no screens can be drawn."""

    def __init__(self) -> None:
        super().__init__(
            N_(
                "A preview needs a terminal that screens can be drawn on. Without one, "
                "“whose-client check” tells mistakes and “whose-client run” plays."
            )
        )


def preview(settings: Settings, shell: Shell, scenario: str) -> int:
    """Preview a scenario until its author leaves.

    Raises:
        NoScreensError: This is no terminal that screens can be drawn on.
        PackError: There is no scenario of that name.
    """
    if wants_lines(settings, os.environ, sys.stdin, sys.stdout):
        raise NoScreensError
    if not settings.colour:
        os.environ["NO_COLOR"] = "1"

    from simulator.cli import opening
    from simulator.packs import read_file
    from simulator.preview import Room
    from simulator.sessions.hearing import Ears, shipped_reader
    from simulator.tui.game import Habits
    from simulator.tui.previewing import run_preview

    habits = recalled(places.habits_file(places.data_dir(settings.data)))
    language = habits["language"] = chosen_language(shell, habits)
    library = opening.library(settings)
    path = library.find(scenario, language)
    read_file(path)  # a name mistyped is told here, before a screen opens
    room = Room(
        library, path, seed=clock.new_seed(), now=clock.now, ears=Ears(shipped_reader)
    )
    room.take(room.read())

    def open_sessions() -> "Sessions":
        return opening.unkept_sessions(settings)

    file = places.habits_file(places.data_dir(settings.data))
    return run_preview(
        room,
        open_sessions,
        i18n.load,
        Habits(**habits),
        lambda chosen: remember(file, language=chosen.language, theme=chosen.theme),
    )
