"""`whose-client report`: a page to read, to send and to print, or tables."""

from pathlib import Path

import click

from simulator.cli.exits import Exit
from simulator.cli.output import tell
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Settings, Shell, settings_of


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext

    def run(
        attempt: str | None,
        person: bool,
        code: str | None,
        compare: tuple[str, str] | None,
        period: str,
        output: Path | None,
        table: str | None,
    ) -> int:
        settings = settings_of(click.get_current_context())
        person = person or bool(period)
        if sum((bool(attempt), person, code is not None, bool(compare))) > 1:
            tell(_("Name one thing: a talk, --compare, --person or --class."))
            return Exit.UNUSABLE
        if code is not None:
            return _of_class(code, output, settings, shell)
        from simulator.cli.opening import sessions
        from simulator.cli.reports.period import period_of
        from simulator.cli.reports.writing import (
            is_writable,
            write_comparison,
            write_person,
            write_talk,
        )

        days = period_of(period)
        if not is_writable(output):
            tell(
                _(
                    "{path} is no table and no page: name a file that ends in .html, "
                    ".csv or .xlsx."
                ).format(path=output)
            )
            return Exit.UNUSABLE
        kept = sessions(settings)
        if compare:
            return write_comparison(kept, compare, output, shell)
        if person:
            return write_person(kept, days, output, table or "", shell)
        return write_talk(kept, attempt or "", output, table or "", shell)

    page = Page(
        text=_(
            "Write a report of a talk, of all your talks or of a class.\n"
            "\n"
            "ATTEMPT is an id that `whose-client attempts` lists; without it, the talk "
            "last finished is taken. The page holds everything in one file: it loads "
            "nothing, has no script, and any browser prints it or saves it as PDF. "
            "FILE.xlsx holds the talks, their turns and their items on three sheets; "
            "FILE.csv holds one of these tables.\n"
            "\n"
            "For tables of turns and items every talk is played again: thousands of "
            "talks take minutes. The scores are not validated."
        ),
        examples=(
            f"{NAME} report --output talk.html",
            f"{NAME} report --person --output me.html",
            f"{NAME} report --period 2026-01-01..2026-03-31 --output quarter.xlsx",
            f"{NAME} report --compare k7m2x9qd p3w8v5tz --output both.html",
            f"{NAME} report --class k7m2x9qd --output class.html",
        ),
        exits=exits(shell, _("there is nothing to report on"), store=True),
    )
    return Paged("report", page, shell, run, _params(shell))


def _params(shell: Shell) -> list[click.Parameter]:
    _ = shell.texts.gettext
    return [
        click.Argument(["attempt"], metavar=_("ATTEMPT"), required=False),
        click.Option(
            ["--person"],
            is_flag=True,
            help=_("Report on all talks of this data folder."),
        ),
        click.Option(
            ["--class", "code"],
            metavar=_("CODE"),
            help=_("Report on a class, as `class report` does."),
        ),
        click.Option(
            ["--compare"],
            nargs=2,
            metavar=_("ATTEMPT OTHER"),
            help=_("Put two talks side by side, as `compare` does."),
        ),
        click.Option(
            ["--period"],
            default="",
            metavar=_("FROM..TO"),
            help=_(
                "Only talks last played on these days, both included; either may be "
                "left out."
            ),
        ),
        click.Option(
            ["--output"],
            type=click.Path(path_type=Path, dir_okay=False),
            metavar=_("FILE"),
            help=_(
                "Write a page, FILE.html, or tables, FILE.csv or FILE.xlsx. Otherwise "
                "the page goes to stdout."
            ),
        ),
        click.Option(
            ["--table"],
            type=click.Choice(["attempts", "turns", "items"]),
            help=_(
                "Which table FILE.csv holds. Otherwise it is turns for one talk, "
                "attempts for all."
            ),
        ),
    ]


def _of_class(code: str, output: Path | None, settings: Settings, shell: Shell) -> int:
    """Do what `class report` does."""
    from simulator.classroom.classreport import Wishes
    from simulator.classroom.held import Names
    from simulator.cli.classes.reportpage import is_page, report_page
    from simulator.cli.classes.table import report
    from simulator.cli.classes.where import logs_of

    logs = logs_of("", settings)
    if output is not None and is_page(output):
        return report_page(logs, code, output, Wishes(), "", shell)
    return report(logs, code, output, Names.REAL, shell)
