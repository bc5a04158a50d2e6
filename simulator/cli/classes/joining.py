"""`whose-client class join`: play in a class, in a terminal."""

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.classes.where import data_of
from simulator.cli.output import tell
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Settings, Shell, settings_of

if TYPE_CHECKING:
    from simulator.classroom.remote import RemoteTalk


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext

    def run(
        address: str, code: str, name: str, word: str, tls_cert: Path | None
    ) -> int:
        from simulator.cli.classes.comingin import Wanted, come_in
        from simulator.cli.game import chosen_language, wants_lines
        from simulator.cli.habits import recalled
        from simulator.places import habits_file

        settings = settings_of(click.get_current_context())
        data = data_of(settings)
        habits = recalled(habits_file(data))
        language = chosen_language(shell, habits)
        wanted = Wanted(address, code, name, word, tls_cert)
        came = come_in(data, wanted, shell, language)
        lines = wants_lines(settings, os.environ, sys.stdin, sys.stdout)
        if came.word:
            _tell_word(came.word, shell, wait=not lines)
        play = _in_lines if lines else _on_screens
        ended = play(came.talk, settings, {**habits, "language": language})
        tell(_("Come back to the same line: {command}").format(command=_BACK))
        return ended

    page = Page(
        text=_(
            "Play in a class, on the same screens as alone.\n"
            "\n"
            "ADDRESS is what the trainer's board shows: "
            "http://10.0.0.5:8765/j/CODE, or 10.0.0.5:8765 with CODE behind it. "
            "Without it you come back to the class that you joined last. Whoever was "
            "in the class by another device gives his name and his personal word.\n"
            "\n"
            "A lost network or a server that is started again costs nothing: what you "
            "typed stays, and an answer that is sent twice counts once."
        ),
        examples=(
            f"{NAME} class join http://10.0.0.5:8765/j/k7m2-x9qd",
            f"{NAME} class join 10.0.0.5:8765 k7m2-x9qd --name Anna",
            f"{NAME} class join",
        ),
        exits=exits(shell, _("there is no such class, or nobody serves it")),
    )
    return Paged("join", page, shell, run, _params(shell))


_BACK = f"{NAME} class join"


def _params(shell: Shell) -> list[click.Parameter]:
    _ = shell.texts.gettext
    file = click.Path(path_type=Path, exists=True, dir_okay=False)
    address, code = _("[ADDRESS]"), _("[CODE]")
    return [
        click.Argument(["address"], default="", metavar=address, required=False),
        click.Argument(["code"], default="", metavar=code, required=False),
        click.Option(["--name"], default="", help=_("Your name; otherwise asked.")),
        click.Option(
            ["--word"],
            default="",
            help=_("Your personal word, to come back from another device."),
        ),
        click.Option(
            ["--tls-cert"],
            type=file,
            help=_("Trust this certificate, which the trainer has given you."),
        ),
    ]


def _tell_word(word: str, shell: Shell, *, wait: bool) -> None:
    """Show the personal word; before a screen covers it, wait until it was read."""
    _ = shell.texts.gettext
    tell(
        _("Your personal word. With it you come back to the same line from any device:")
    )
    tell(word)
    if wait:
        click.prompt(
            _("Press Enter to go on"),
            default="",
            show_default=False,
            err=True,
            prompt_suffix="",
        )


def _in_lines(talk: "RemoteTalk", settings: Settings, habits: dict[str, str]) -> int:
    from simulator import i18n
    from simulator.plain.joined import play_joined

    width = shutil.get_terminal_size().columns
    return play_joined(
        talk, habits["language"], i18n.load, sys.stdin, sys.stdout, width=width
    )


def _on_screens(talk: "RemoteTalk", settings: Settings, habits: dict[str, str]) -> int:
    if not settings.colour:
        os.environ["NO_COLOR"] = "1"

    from simulator import i18n, places
    from simulator.cli.habits import remember
    from simulator.tui.game import Habits
    from simulator.tui.joinapp import run_joined

    file = places.habits_file(data_of(settings))
    return run_joined(
        talk,
        i18n.load,
        Habits(**habits),
        lambda chosen: remember(file, language=chosen.language, theme=chosen.theme),
    )
