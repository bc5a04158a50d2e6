"""`whose-client class report`: what each talk in a class came to."""

from pathlib import Path

import click

from simulator.cli.classes.where import code_argument, data_of
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Shell, settings_of


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext
    output = click.Option(
        ["--output"],
        type=click.Path(path_type=Path, dir_okay=False),
        metavar=_("FILE"),
        help=_("Write a table: FILE.csv or FILE.xlsx. Otherwise to stdout, as text."),
    )

    def run(code: str, output: Path | None) -> int:
        from simulator.cli.classes.table import report

        settings = settings_of(click.get_current_context())
        return report(data_of(settings), code, output, shell)

    page = Page(
        text=_(
            "Write what each person's talk in a class came to: the outcome, both "
            "scores and the eight principles.\n"
            "\n"
            "Reads what is kept on this machine; nobody need serve the class. Without "
            "CODE the class opened last is meant. The scores are not validated."
        ),
        examples=(
            f"{NAME} class report",
            f"{NAME} class report k7m2x9qd --output class.xlsx",
        ),
        exits=exits(shell, _("there is no such class"), store=True),
    )
    return Paged("report", page, shell, run, [code_argument(shell), output])
