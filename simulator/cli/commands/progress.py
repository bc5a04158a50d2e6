"""`whose-client progress`: what your talks show over time, and what to play next."""

import click

from simulator.cli.output import format_option, write_json, write_to_fit
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Shell, settings_of


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext

    def run(form: str) -> int:
        from simulator import clock
        from simulator.cli.opening import sessions
        from simulator.reports.progressof import progress_of

        settings = settings_of(click.get_current_context())
        today = clock.now().astimezone().date()
        told = progress_of(sessions(settings), shell.language, today)
        if form == "json":
            from simulator.reports.progressjson import as_json

            write_json(as_json(told))
        else:
            from simulator.reports.progresstext import all_lines

            offer = told.offer
            way = f"{NAME} play {offer.scenario} --mode exam" if offer else ""
            texts, language = shell.texts, shell.language
            for line in all_lines(told, texts, language, drawn=True, way=way):
                write_to_fit(line)
        return 0

    page = Page(
        text=_(
            "Tell what your talks show over time: both scores, the eight principles, "
            "the days you played, and the scenario to play next, with the reasons.\n"
            "\n"
            "A principle stands at the mean of the last five talks that reached it; "
            "the lowest and the highest of them stand beside it. Nothing that was "
            "played is changed. The scores are not validated."
        ),
        examples=(f"{NAME} progress", f"{NAME} progress --format json"),
        exits=exits(shell, store=True),
    )
    return Paged("progress", page, shell, run, [format_option(shell.texts)])
