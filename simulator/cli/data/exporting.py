"""`whose-client data export`: everything about the person here, in a file."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.output import tell
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Shell, settings_of

if TYPE_CHECKING:
    from simulator.keeping import Extras, Written


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext

    def run(file: Path) -> int:
        from contextlib import closing

        from simulator import places
        from simulator.cli.progress import progress_bar
        from simulator.keeping import write_archive
        from simulator.store import open_whole

        data = places.data_dir(settings_of(click.get_current_context()).data)
        with (
            closing(open_whole(data)) as whole,
            progress_bar(_("Talks"), whole.attempts) as done,
        ):
            written = write_archive(file, whole, _extras(data), done)
        _tell(file, written, shell)
        return 0

    page = Page(
        text=_(
            "Write everything about you on this machine into one archive: every talk "
            "with all that was said, what was typed and not sent, every drill, what "
            "was sent to record stores, the settings, and in which classes you took "
            "part.\n"
            "\n"
            "Changes nothing here; one may go on playing meanwhile. Tickets and keys "
            "of classes are left out. The format is described in docs/data.md."
        ),
        examples=(f"{NAME} data export my-talks.zip",),
        exits=exits(shell, store=True),
    )
    return Paged("export", page, shell, run, [file_argument(shell)])


def file_argument(shell: Shell) -> click.Argument:
    """Return the argument that names a file."""
    kind = click.Path(path_type=Path, dir_okay=False)
    return click.Argument(["file"], metavar=shell.texts.gettext("FILE"), type=kind)


def _extras(data: Path) -> "Extras":
    from simulator import __version__, clock, places
    from simulator.cli.classes.seats import untold
    from simulator.cli.habits import recalled
    from simulator.keeping import Extras

    settings = recalled(places.habits_file(data))
    return Extras(clock.now().isoformat(), __version__, settings, untold(data))


def _tell(file: Path, written: "Written", shell: Shell) -> None:
    _, ngettext = shell.texts.gettext, shell.texts.ngettext
    count = written.attempts
    tell(ngettext("{n} talk written.", "{n} talks written.", count).format(n=count))
    if drills := written.drills:
        said = ngettext(
            "{n} answer to a drill written.", "{n} answers to drills written.", drills
        )
        tell(said.format(n=drills))
    if written.left_out:
        told = _(
            "Damaged, so left out: {names}. `data backup` copies them as they are."
        )
        tell(told.format(names=", ".join(written.left_out)))
    tell(_("Saved: {path}").format(path=file))
