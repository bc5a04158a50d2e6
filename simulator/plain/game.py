"""The plain game from the first screen to leaving it."""

from typing import TYPE_CHECKING, TextIO

from simulator.plain.console import WIDTH, Console, EndOfInput
from simulator.plain.home import Home
from simulator.plain.table import Doors, Table

if TYPE_CHECKING:
    from simulator.study import Wish

INTERRUPTED = 130


def play(
    doors: Doors,
    language: str,
    source: TextIO,
    target: TextIO,
    *,
    scenario: str | None = None,
    mode: str | None = None,
    width: int = WIDTH,
    drill: "Wish | None" = None,
) -> int:
    """Play as lines of text until the person leaves or the input ends.

    Args:
        doors: The ways into the rest of the program.
        language: The language to begin in.
        source: Where answers are read from, a line each.
        target: Where lines are written.
        scenario: A scenario to begin with at once: an id or the path of a file.
        mode: How to answer in it; None asks.
        width: Columns to wrap at.
        drill: Practises what is due today, and nothing else; None: the whole game.

    Returns:
        The exit code: 0, or 130 when interrupted.
    """
    table = Table(Console(source, target, width), doors, language)
    try:
        if drill is None:
            _go(table, scenario, mode)
        else:
            Home(table).drill(drill)
    except EndOfInput:
        _tell_kept(table)
    except KeyboardInterrupt:
        table.console.gap()
        _tell_kept(table)
        return INTERRUPTED
    finally:
        table.console.flush()
    return 0


def _go(table: Table, scenario: str | None, mode: str | None) -> None:
    home = Home(table)
    if scenario is not None:
        home.begin(scenario, mode)
    home.run()


def _tell_kept(table: Table) -> None:
    """Say what becomes of the answers, when the end comes unasked."""
    _ = table.texts.gettext
    if not table.answered:
        return
    if table.keeps:
        table.console.say(_("Everything you answered is kept."))
    else:
        table.console.say(_("Nothing was kept, as you chose."))
