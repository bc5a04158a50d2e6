"""`whose-client class report`: what each talk in a class came to."""

from pathlib import Path

import click

from simulator.cli.classes.where import (
    code_argument,
    database_option,
    logs_of,
    names_option,
)
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Shell, settings_of


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext

    def run(
        code: str,
        output: Path | None,
        names: str,
        name_quotes: bool,
        before: str,
        database: str,
    ) -> int:
        from simulator.classroom.classreport import Wishes
        from simulator.classroom.held import Names
        from simulator.cli.classes.reportpage import is_page, report_page
        from simulator.cli.classes.table import report

        logs = logs_of(database, settings_of(click.get_current_context()))
        if output is not None and is_page(output):
            wishes = Wishes(Names(names), name_quotes)
            return report_page(logs, code, output, wishes, before, shell)
        return report(logs, code, output, Names(names), shell)

    page = Page(
        text=_(
            "Write what each person's talk in a class came to: the outcome, both "
            "scores and the eight principles.\n"
            "\n"
            "FILE.html is the whole report on one page, to keep and to print: how the "
            "class split, what it missed, the best and the most instructive answers, "
            "everybody's scores and talks. It loads nothing and has no script.\n"
            "\n"
            "Reads what is kept on this machine; nobody need serve the class. Without "
            "CODE the class opened last is meant. The scores are not validated."
        ),
        examples=(
            f"{NAME} class report",
            f"{NAME} class report k7m2x9qd --output class.html",
            f"{NAME} class report --before k7m2x9qd --output class.html",
            f"{NAME} class report --output class.xlsx --names alias",
        ),
        exits=exits(shell, _("there is no such class"), store=True),
    )
    return Paged("report", page, shell, run, [code_argument(shell), *_options(shell)])


def _options(shell: Shell) -> list[click.Parameter]:
    _ = shell.texts.gettext
    return [
        click.Option(
            ["--output"],
            type=click.Path(path_type=Path, dir_okay=False),
            metavar=_("FILE"),
            help=_(
                "Write a page, FILE.html, or a table, FILE.csv or FILE.xlsx. Otherwise "
                "to stdout, as text."
            ),
        ),
        names_option(shell),
        click.Option(
            ["--name-quotes"],
            is_flag=True,
            help=_("On the page, say whose words are quoted."),
        ),
        click.Option(
            ["--before"],
            metavar=_("CODE"),
            default="",
            help=_(
                "On the page, compare with this earlier class of the same scenario, "
                "by name."
            ),
        ),
        database_option(shell),
    ]
