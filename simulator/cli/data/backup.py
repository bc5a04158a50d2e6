"""`whose-client data backup`: one consistent copy of the store, while others play."""

from pathlib import Path

import click

from simulator.cli.data.exporting import file_argument
from simulator.cli.output import tell
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Shell, settings_of


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext

    def run(file: Path) -> int:
        from contextlib import closing

        from simulator import places
        from simulator.keeping import beside
        from simulator.store import FILE, open_whole

        data = places.data_dir(settings_of(click.get_current_context()).data)
        if not (data / FILE).exists():
            tell(_("Nothing has been played yet."))
            return 0
        with closing(open_whole(data)) as whole, beside(file, data) as part:
            whole.copy_to(part)
        tell(_("Saved: {path}").format(path=file))
        return 0

    page = Page(
        text=_(
            "Copy the file in which talks and classes are kept, as it stands at one "
            "moment.\n"
            "\n"
            "Games and class servers may go on meanwhile. To go back to a copy, stop "
            "them, delete `attempts.sqlite-wal` in the data folder if it is there, and "
            "put the copy in the place of `attempts.sqlite`. Whoever can read the copy "
            "can read every talk, and every class that is held here."
        ),
        examples=(f"{NAME} data backup talks-monday.sqlite",),
        exits=exits(shell, store=True),
    )
    return Paged("backup", page, shell, run, [file_argument(shell)])
