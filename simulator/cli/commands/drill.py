"""`whose-client drill`: what is due today, a minute each."""

from typing import Final

import click

from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Shell, settings_of

MODES: Final = ("choose", "speak")
"""How a drill is answered: by the names of `simulator.engine.Mode`."""
_MOST: Final = 1000


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext
    options = [
        click.Option(
            ["--new"],
            type=click.IntRange(0, _MOST),
            help=_("How many new drills to begin today at most; usually 3."),
        ),
        click.Option(
            ["--minutes"],
            type=click.IntRange(1, _MOST),
            help=_("How many minutes there are: so many drills, due ones first."),
        ),
        click.Option(
            ["--mode"],
            type=click.Choice(MODES),
            default=MODES[0],
            help=_("How to answer: choose a reply, or speak in own words."),
        ),
    ]

    def drill(new: int | None, minutes: int | None, mode: str) -> int:
        from simulator.cli.game import play
        from simulator.study import Wish

        settings = settings_of(click.get_current_context())
        return play(settings, shell, drill=Wish(new, minutes, mode))

    return Paged("drill", _page(shell), shell, drill, options)


def _page(shell: Shell) -> Page:
    _ = shell.texts.gettext
    return Page(
        text=_(
            "Practise what is due today: objections, and moments of your talks that "
            "went wrong.\n"
            "\n"
            "One line, one reply, about a minute. What you say is graded by the "
            "levels it shows, and the grade says when the drill comes back: after a "
            "day, a week, a month. Ten at most are due on a day, the most forgotten "
            "first; the others wait. Every drill is kept at once."
        ),
        examples=(
            f"{NAME} drill",
            f"{NAME} drill --minutes 5",
            f"{NAME} drill --new 0 --mode speak --plain",
        ),
        exits=exits(shell, store=True),
    )
