"""`whose-client class erase`: take everything of one person out of a class."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.classes.exporting import person_option
from simulator.cli.classes.where import code_argument, data_of, database_option, logs_of
from simulator.cli.exits import Exit
from simulator.cli.output import tell
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Shell, settings_of

if TYPE_CHECKING:
    from simulator.store import Logs


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext
    yes = click.Option(["--yes"], is_flag=True, help=_("Ask nothing."))

    def run(code: str, person: str, yes: bool, database: str) -> int:
        from simulator.cli.questions import somebody_there

        settings = settings_of(click.get_current_context())
        if not yes and not somebody_there():
            tell(_("Nobody is there to be asked. With --yes nothing is asked."))
            return Exit.UNUSABLE
        logs = logs_of(database, settings)
        erased = _erase(logs, code, person, shell, asking=not yes)
        if erased:
            _tell_server(data_of(settings), erased, shell)
        return Exit.FINE

    page = Page(
        text=_(
            "Take everything of one person out of a class: his name, his word, all "
            "that he said. It cannot be taken back; everybody else's results stay.\n"
            "\n"
            "Asks twice. Reports and tables that were saved before are files of your "
            "own, and so are copies of the data folder: those, this command does not "
            "know. Without CODE the class opened last is meant."
        ),
        examples=(
            f'{NAME} class erase k7m2x9qd --person "Anna"',
            f'{NAME} class erase k7m2x9qd --person "Anna" --yes',
        ),
        exits=exits(shell, store=True),
    )
    params = [code_argument(shell), person_option(shell), yes, database_option(shell)]
    return Paged("erase", page, shell, run, params)


def _erase(logs: "Logs", code: str, person: str, shell: Shell, *, asking: bool) -> str:
    """Erase somebody; return the code of his class, nothing where it was not meant."""
    from simulator import clock
    from simulator.classroom.codes import code_of
    from simulator.classroom.erasing import erase, finish
    from simulator.classroom.errors import NobodyError
    from simulator.classroom.exporting import person_of
    from simulator.classroom.results import room_of

    _ = shell.texts.gettext
    log = logs.open()
    try:
        room = room_of(log, code_of(code), clock.now())
        try:
            seat = person_of(room, person)
        except NobodyError:
            finish(log, room, clock.now)  # perhaps an erasing that was interrupted
            raise
        title = room.scenario.title
        if asking and not _agreed(seat.name, title, seat.state.turn, shell):
            tell(_("Nothing was erased."))
            return ""
        erase(log, room, seat.person, clock.now)
    finally:
        log.close()
    tell(_("Erased: nothing of {name} is left in this class.").format(name=seat.name))
    return room.header.code


def _agreed(name: str, title: str, turns: int, shell: Shell) -> bool:
    """Ask twice: whether it is meant, and whom it is about."""
    from simulator.classroom.happenings import folded

    _, ngettext = shell.texts.gettext, shell.texts.ngettext
    said = ngettext("{n} answer", "{n} answers", turns).format(n=turns)
    first = _("Erase {name} from «{title}», with {answers}?")
    if not click.confirm(first.format(name=name, title=title, answers=said), err=True):
        return False
    again = click.prompt(_("This cannot be taken back. Type the name again"), err=True)
    return folded(again) == folded(name)


def _tell_server(data: Path, code: str, shell: Shell) -> None:
    """Let the server of the class, if one runs, look at its log and forget, too."""
    from simulator.cli.classes.asking import watched
    from simulator.errors import SimulatorError

    with suppress(SimulatorError):
        watched(data, code, "", shell)
