"""`whose-client preview`: a scenario played with its author's eyes."""

import click

from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Shell, settings_of


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext
    scenario = click.Argument(["scenario"], metavar=_("SCENARIO"))

    def preview(scenario: str) -> int:
        from simulator.cli.previewing import preview as open_preview

        settings = settings_of(click.get_current_context())
        return open_preview(settings, shell, scenario)

    page = Page(
        text=_(
            "Play a scenario with its author's eyes.\n"
            "\n"
            "SCENARIO is the path of a file, or an id (see `whose-client list`). "
            "Beside the talk stands what fired and why, what every reply does, why "
            "some are not on offer, and what it scores. Jump to any scene with any "
            "state. The file is read again whenever it is saved, and the talk keeps "
            "its place. Nothing of it is stored."
        ),
        examples=(f"{NAME} preview my/talk.yaml", f"{NAME} preview client-x"),
        exits=exits(shell),
    )
    return Paged("preview", page, shell, preview, [scenario])
