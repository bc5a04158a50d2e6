"""The program as click sees it: commands that are imported when they are named."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol, cast

import click
from msgspec import Struct

from simulator import __version__
from simulator.cli.exits import USUAL, Exit
from simulator.cli.settings import Shell, global_options
from simulator.messages import N_

if TYPE_CHECKING:
    from collections.abc import Callable

NAME: Final = "whose-client"

COMMANDS: Final[Mapping[str, str]] = {
    "play": N_("Play a scenario."),
    "drill": N_("Practise what is due today, a minute each."),
    "run": N_("Play a file of answers, without a screen."),
    "read": N_("Read replies and tell what each does."),
    "new": N_("Write a small scenario to begin with."),
    "check": N_("Report mistakes in scenarios."),
    "explain": N_("Explain the codes of findings."),
    "graph": N_("Draw a scenario as a graph."),
    "diff": N_("Tell what changed between two versions of a scenario."),
    "preview": N_("Play a scenario with its author's eyes."),
    "sheet": N_("Edit a scenario, or its translation, as a spreadsheet."),
    "rehearse": N_("Let simulated heads of sales play a scenario."),
    "items": N_("Tell what each scene says of those who played."),
    "rules": N_("Tell which clients are key, by your rules."),
    "class": N_("Hold a class: many people, one talk."),
    "schema": N_("Write the JSON Schema of a kind of file, for editors."),
    "list": N_("List the scenarios."),
    "attempts": N_("List the attempts."),
    "compare": N_("Tell two talks of one scenario side by side."),
    "rescore": N_("Score what was played anew, by the rules of today."),
    "review": N_("Put right what was misheard in own words."),
    "progress": N_("Tell what your talks show over time, and what to play next."),
    "report": N_("Write a report of a talk, of all talks or of a class."),
    "record": N_("Write the record of a meeting."),
    "export": N_("Hand over attempts to other systems."),
    "data": N_("Take your talks with you, copy them, erase them."),
    "doctor": N_("Tell what is where, and whether it works."),
}
"""Name → what the command does, in the order of the help page."""


class Page(Struct, frozen=True):
    """What a help page says besides the options; all in the user's language."""

    text: str
    """What it does and what it leaves alone; paragraphs parted by empty lines."""
    examples: Sequence[str]
    exits: Mapping[Exit, str]


class CommandModule(Protocol):
    """A module of `simulator.cli.commands`."""

    def command(self, shell: Shell) -> click.Command:
        """Make the command, with its help in the user's language."""
        ...


class Paged(click.Command):
    """A command whose help page ends with examples and exit codes."""

    def __init__(
        self,
        name: str,
        page: Page,
        shell: Shell,
        callback: "Callable[..., int]",
        params: Sequence[click.Parameter] = (),
    ) -> None:
        options = global_options(shell)
        super().__init__(
            name,
            params=[*params, *options],
            callback=callback,
            help=page.text,
            options_metavar=shell.texts.gettext("[OPTIONS]"),
        )
        self.page, self.shell = page, shell

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write examples and exit codes."""
        write_page_end(self.page, self.shell, formatter)


class PagedGroup(click.Group):
    """Commands under one name, whose help page ends with examples and exit codes."""

    def __init__(
        self, name: str, page: Page, shell: Shell, commands: Sequence[click.Command]
    ) -> None:
        _ = shell.texts.gettext
        super().__init__(
            name,
            commands=list(commands),
            params=global_options(shell),
            help=page.text,
            options_metavar=_("[OPTIONS]"),
            subcommand_metavar=_("[COMMAND]"),
        )
        self.page, self.shell = page, shell

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """List the commands."""
        with formatter.section(self.shell.texts.gettext("Commands")):
            formatter.write_dl(
                [
                    (name, command.get_short_help_str(60))
                    for name, command in self.commands.items()
                ]
            )

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write examples and exit codes."""
        write_page_end(self.page, self.shell, formatter)


class Program(click.Group):
    """The group of all commands; without one it opens the game."""

    def __init__(
        self, page: Page, shell: Shell, callback: "Callable[..., int]"
    ) -> None:
        _ = shell.texts.gettext
        version = click.version_option(__version__, message=f"{NAME} %(version)s")
        super().__init__(
            NAME,
            params=global_options(shell),
            callback=callback,
            help=page.text,
            invoke_without_command=True,
            options_metavar=_("[OPTIONS]"),
            subcommand_metavar=_("[COMMAND]"),
        )
        version(self)
        self.page, self.shell = page, shell

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and make a command; None when there is no such one."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"simulator.cli.commands.{cmd_name}")
        return cast(CommandModule, module).command(self.shell)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is named; offer the nearest where there is none."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from difflib import get_close_matches

            if near := get_close_matches(name, COMMANDS, n=1):
                said = self.shell.texts.gettext(
                    "There is no command {name!r}. Did you mean {near!r}?"
                )
                ctx.fail(said.format(name=name, near=near[0]))
        return super().resolve_command(ctx, args)

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """List the commands without importing them."""
        _ = self.shell.texts.gettext
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(what)) for name, what in COMMANDS.items()])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write examples and exit codes."""
        write_page_end(self.page, self.shell, formatter)


def exits(shell: Shell, failed: str = "", *, store: bool = False) -> Mapping[Exit, str]:
    """Return the exit codes of a command with their meanings.

    Args:
        shell: Gives the language.
        failed: What 1 means, in the user's language; empty when it never occurs.
        store: True when the command opens the store, which may be busy.
    """
    _ = shell.texts.gettext
    meanings = {code: _(meaning) for code, meaning in USUAL.items()}
    if failed:
        meanings[Exit.FAILED] = failed
    if not store:
        del meanings[Exit.RETRY]
    return {code: meanings[code] for code in sorted(meanings)}


def write_page_end(page: Page, shell: Shell, formatter: click.HelpFormatter) -> None:
    """Write examples and exit codes at the end of a help page."""
    _ = shell.texts.gettext
    with formatter.section(_("Examples")):
        for example in page.examples:
            formatter.write_text(example)
    with formatter.section(_("Exit codes")):
        formatter.write_dl(
            [(str(int(code)), meaning) for code, meaning in page.exits.items()]
        )
