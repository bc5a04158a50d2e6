"""`whose-client play`: the game, straight at a scenario."""

import click

from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Shell, settings_of

MODES = ("choose", "speak", "exam")
"""The names of `simulator.engine.Mode`, which is not loaded for a page of help."""


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext
    scenario = click.Argument(["scenario"], required=False, metavar=_("[SCENARIO]"))

    mode = click.Option(
        ["--mode"],
        type=click.Choice(MODES),
        help=_("How to answer: choose a reply, speak in own words, or be examined."),
    )

    def play(scenario: str | None, mode: str | None) -> int:
        from simulator.cli.game import play as open_game

        settings = settings_of(click.get_current_context())
        return open_game(settings, shell, scenario, mode)

    page = Page(
        text=_(
            "Play a scenario.\n"
            "\n"
            "SCENARIO is an id (see `whose-client list`), the path of a file, or a "
            "talk that was saved to a file; without it the first screen opens. Every "
            "answer is kept at once: a talk that breaks off goes on at the same line "
            "next time."
        ),
        examples=(
            f"{NAME} play client-x",
            f"{NAME} play client-x --mode speak",
            f"{NAME} play my/talk.yaml --plain",
        ),
        exits=exits(shell, store=True),
    )
    return Paged("play", page, shell, play, [scenario, mode])
