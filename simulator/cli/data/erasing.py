"""`whose-client data erase`: take everything about the person off this machine."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.exits import Exit
from simulator.cli.output import tell
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Shell, settings_of

if TYPE_CHECKING:
    from simulator.store import Whole


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext

    def run(yes: bool) -> int:
        from simulator import places
        from simulator.cli.questions import somebody_there

        data = places.data_dir(settings_of(click.get_current_context()).data)
        if not yes and not somebody_there():
            tell(_("Nobody is there to be asked. With --yes nothing is asked."))
            return Exit.UNUSABLE
        return _run(data, shell, asking=not yes)

    page = Page(
        text=_(
            "Take everything about you off this machine: talks, what was typed and not "
            "sent, drills, what was sent to record stores, settings, seats and keys of "
            "classes, notes of checks and of errors. It cannot be taken back.\n"
            "\n"
            "Asks twice. What others said in classes that are held here stays, and so "
            "do your own packs; archives, copies and reports that were saved are files "
            "of your own, which this command does not know. Close the game first."
        ),
        examples=(f"{NAME} data erase", f"{NAME} data erase --yes"),
        exits=exits(shell, store=True),
    )
    option = click.Option(["--yes"], is_flag=True, help=_("Ask nothing."))
    return Paged("erase", page, shell, run, [option])


def _run(data: Path, shell: Shell, *, asking: bool) -> int:
    from contextlib import closing

    from simulator.keeping.erasing import erase_files, found_files
    from simulator.store import open_whole

    _ = shell.texts.gettext
    with closing(open_whole(data)) as whole:
        files = found_files(data)
        kept = whole.path.exists()
        if not (kept or files):
            tell(_("Nothing is kept in {folder}.").format(folder=data))
            return Exit.FINE
        if asking and not _agreed(data, whole.attempts, shell):
            tell(_("Nothing was erased."))
            return Exit.FINE
        if kept:
            whole.erase()
        stuck = erase_files(files)
        _tell(whole, data, stuck, shell)
    return Exit.FAILED if stuck else Exit.FINE


def _agreed(data: Path, talks: int, shell: Shell) -> bool:
    """Ask twice: whether it is meant, and by a word that nobody types by mistake."""
    _, ngettext = shell.texts.gettext, shell.texts.ngettext
    said = ngettext("{n} talk", "{n} talks", talks).format(n=talks)
    tell(_("`whose-client data export FILE` keeps a copy that can be taken in again."))
    first = _("Erase everything in {folder}, with {talks}?")
    if not click.confirm(first.format(folder=data, talks=said), err=True):
        return False
    word = _("erase")
    asked = _("This cannot be taken back. Type the word “{word}”").format(word=word)
    return str(click.prompt(asked, err=True)).strip().casefold() == word.casefold()


def _tell(whole: "Whole", data: Path, stuck: Sequence[Path], shell: Shell) -> None:
    """Say what is gone and what is left."""
    from simulator.keeping.erasing import left_files

    _, ngettext = shell.texts.gettext, shell.texts.ngettext
    if stuck:
        told = _("These could not be erased: {files}.")
        tell(told.format(files=", ".join(map(str, stuck))))
    else:
        tell(_("Erased: nothing about you is left in {folder}.").format(folder=data))
    if rooms := whole.rooms:
        left = ngettext(
            "Left: {n} class that is held here, with what people said in it. `class "
            "erase` takes one of them out.",
            "Left: {n} classes that are held here, with what people said in them. "
            "`class erase` takes one of them out.",
            rooms,
        )
        tell(left.format(n=rooms))
    if others := left_files(data):
        told = _(
            "Left, as it was not made by the program or is your own work: {files}."
        )
        tell(told.format(files=", ".join(others)))
    tell(
        _(
            "Not known to the program, and so left as well: archives, copies and "
            "reports that you saved elsewhere."
        )
    )
