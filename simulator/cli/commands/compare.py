"""`whose-client compare`: two talks of one scenario side by side."""

import sys

import click

from simulator.cli.output import format_option, write_json
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Shell, settings_of


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext

    def run(attempt: str, other: str | None, form: str) -> int:
        from simulator.cli.opening import sessions
        from simulator.reports.comparison import comparison, still_reachable
        from simulator.sessions.pairs import pair_of

        kept = sessions(settings_of(click.get_current_context()))
        pair = pair_of(kept, attempt, other or "")
        now, found = comparison(pair, shell.language), still_reachable(pair)
        if form == "json":
            from simulator.reports.comparisonjson import as_json

            write_json(as_json(now, found, shell.texts))
        else:
            from simulator.plain.comparison import ComparisonWriter
            from simulator.plain.console import Console

            console = Console(sys.stdin, sys.stdout)
            ComparisonWriter(console, shell.texts, shell.language).write(now, found)
        return 0

    page = Page(
        text=_(
            "Tell two talks of one scenario side by side: what was said, tempers, "
            "levels, both scores, and the best that could still be reached from where "
            "they part.\n"
            "\n"
            "ATTEMPT and OTHER are ids that `whose-client attempts` lists. Without "
            "OTHER the talk is held against the one that it branched off from. Both "
            "must be over. Changes nothing. The scores are not validated."
        ),
        examples=(
            f"{NAME} compare k7m2x9qd",
            f"{NAME} compare k7m2x9qd p3w8v5tz --format json",
        ),
        exits=exits(shell, store=True),
    )
    params: list[click.Parameter] = [
        click.Argument(["attempt"], metavar=_("ATTEMPT")),
        click.Argument(["other"], metavar=_("OTHER"), required=False),
        format_option(shell.texts),
    ]
    return Paged("compare", page, shell, run, params)
