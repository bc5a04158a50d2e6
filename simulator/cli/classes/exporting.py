"""`whose-client class export`: everything that a class keeps of one person."""

from pathlib import Path

import click

from simulator.cli.classes.where import code_argument, database_option, logs_of
from simulator.cli.exits import Exit
from simulator.cli.output import tell
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Shell, settings_of


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext
    output = click.Option(
        ["--output"],
        type=click.Path(path_type=Path, dir_okay=False),
        metavar=_("FILE"),
        required=True,
        help=_("Where to: FILE.json, or FILE.zip with the talk as text beside it."),
    )

    def run(code: str, person: str, output: Path, database: str) -> int:
        from simulator import clock
        from simulator.classroom.codes import code_of
        from simulator.classroom.exporting import exported, person_of
        from simulator.classroom.results import room_of
        from simulator.sessions.filed import write_file

        log = logs_of(database, settings_of(click.get_current_context())).open()
        try:
            room = room_of(log, code_of(code), clock.now())
            data = exported(log, room, person_of(room, person), output)
        finally:
            log.close()
        write_file(output, data)
        tell(_("Saved: {path}").format(path=output))
        return Exit.FINE

    page = Page(
        text=_(
            "Write everything that a class keeps of one person: his talk, what it came "
            "to, and every entry of the log that is his, with its time.\n"
            "\n"
            "His personal word is kept as a digest only, which is left out. Without "
            "CODE the class opened last is meant."
        ),
        examples=(
            f'{NAME} class export --person "Anna" --output anna.json',
            f'{NAME} class export k7m2x9qd --person "Anna" --output anna.zip',
        ),
        exits=exits(shell, store=True),
    )
    params = [
        code_argument(shell),
        person_option(shell),
        output,
        database_option(shell),
    ]
    return Paged("export", page, shell, run, params)


def person_option(shell: Shell) -> click.Option:
    """Return the option that names a person of a class."""
    _ = shell.texts.gettext
    return click.Option(
        ["--person"],
        metavar=_("NAME"),
        required=True,
        help=_("Whose: the name that was typed, or the alias."),
    )
