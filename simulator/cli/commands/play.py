"""`whose-client play`: the game, straight at a scenario."""

import click

from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Shell, settings_of


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext
    scenario = click.Argument(["scenario"], required=False, metavar=_("[SCENARIO]"))

    def play(scenario: str | None) -> int:
        from simulator.cli.game import play as open_game

        return open_game(settings_of(click.get_current_context()), shell, scenario)

    page = Page(
        text=_(
            "Play a scenario.\n"
            "\n"
            "SCENARIO is an id (see `whose-client list`), the path of a file, or a "
            "talk that was saved to a file; without it the first screen opens. Every "
            "answer is kept at once: a talk that breaks off goes on at the same line "
            "next time."
        ),
        examples=(f"{NAME} play client-x", f"{NAME} play my/talk.yaml --plain"),
        exits=exits(shell, store=True),
    )
    return Paged("play", page, shell, play, [scenario])
