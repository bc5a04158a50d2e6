"""`whose-client check`: mistakes in scenarios, found without playing by hand."""

import os
import sys
from collections.abc import Callable
from contextlib import ExitStack, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from simulator.cli.codes import code_options, selection_of
from simulator.cli.exits import Exit
from simulator.cli.output import (
    format_option,
    tell,
    terminal_width,
    write,
    write_json,
)
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.progress import checking
from simulator.cli.settings import Shell, settings_of
from simulator.garbage import uncollected

if TYPE_CHECKING:
    from simulator.authoring import Checked, Memory

_AS_IT_STANDS: Final = "\n\n\b\n  "
"""Before a line of a help page that is copied, and may not be broken at a hyphen."""


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext

    def check(
        paths: tuple[Path, ...],
        quick: bool,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        watch: bool,
        afresh: bool,
        form: str,
    ) -> int:
        settings = settings_of(click.get_current_context())
        selection = selection_of(select, ignore, shell.texts)

        from simulator.authoring import Memory
        from simulator.authoring import check as check_files
        from simulator.cli.opening import earlier, library

        def fresh() -> Memory:
            known = None if afresh else earlier(settings)
            return Memory(earlier=known, lasting=watch)

        def once(memory: Memory) -> int:
            with checking(shell) as progress:
                checked = check_files(
                    paths,
                    library(settings),
                    spoken=not quick,
                    selection=selection,
                    cores=os.cpu_count() or 1,
                    memory=memory,
                    progress=progress,
                )
            looked_at = watch and form == "text" and sys.stdout.isatty()
            if looked_at:
                click.clear()
            _WRITERS[form](checked, shell)
            code = _code(checked, shell)
            if looked_at:
                _tell_waiting(shell)
            return code

        if watch:
            from simulator.cli.again import again

            memory = fresh()
            again(paths, lambda: once(memory))
        return _held(shell, fresh(), once)

    page = Page(
        text=_(
            "Report mistakes in scenario files.\n"
            "\n"
            "PATHS are files (scenarios, drills, play-throughs, rubrics, rulebooks, "
            "packs) or folders of them. A scenario is held against its translations "
            "and played by its play-throughs. Files are never changed.\n"
            "\n"
            "A comment in a file leaves a finding out, for the reason that it gives:"
        )
        + _AS_IT_STANDS
        + _("# whose-client: ignore SCN861 the talk is about figures"),
        examples=(
            f"{NAME} check my-pack/ --quick",
            f"{NAME} check talk.yaml --ignore SCN872 --format json",
        ),
        exits=exits(shell, _("at least one error; warnings alone do not count")),
    )
    return Paged("check", page, shell, check, _params(shell))


def _params(shell: Shell) -> list[click.Parameter]:
    _ = shell.texts.gettext
    return [
        click.Argument(
            ["paths"],
            nargs=-1,
            required=True,
            type=click.Path(path_type=Path),
            metavar=_("PATHS..."),
        ),
        click.Option(
            ["--quick"],
            is_flag=True,
            help=_(
                "Leave out what needs the reader of own words, which takes a while."
            ),
        ),
        *code_options(shell.texts),
        click.Option(
            ["--watch"],
            is_flag=True,
            help=_("Check again whenever a file is saved; Ctrl+C ends it."),
        ),
        click.Option(
            ["--afresh"],
            is_flag=True,
            help=_("Look at everything again, whatever earlier checks have found."),
        ),
        format_option(shell.texts, FORMATS),
    ]


def _held(shell: Shell, memory: "Memory", once: Callable[["Memory"], int]) -> int:
    """Check, and leave all that was read for the end of the program to take away."""
    with ExitStack() as stack:
        stack.enter_context(uncollected())
        code = once(stack.enter_context(nullcontext(memory)))
        shell.held.append(stack.pop_all())
    return code


def _tell_waiting(shell: Shell) -> None:
    """Say when this was looked at: after a save that mends nothing all else is same."""
    from simulator import clock

    _ = shell.texts.gettext
    waiting = _("Checked at {time}. Waiting for a save; Ctrl+C ends it.")
    tell(waiting.format(time=f"{clock.now().astimezone():%H:%M:%S}"))


def _write_json(checked: "Checked", shell: Shell) -> None:
    from simulator.cli.findings import as_json

    write_json([as_json(finding, shell.texts) for finding in checked.findings])


def _write_github(checked: "Checked", shell: Shell) -> None:
    from simulator.cli.findingforms import as_github

    for line in as_github(checked.findings, shell.texts):
        write(line)


def _write_sarif(checked: "Checked", shell: Shell) -> None:
    from simulator.authoring.codes import ALL
    from simulator.cli.findingforms import as_sarif

    write_json(as_sarif(checked.findings, ALL, shell.texts))


def _write(checked: "Checked", shell: Shell) -> None:
    """Write findings to stdout; on a terminal with the place shown."""
    from simulator.cli.findings import as_lines

    ngettext = shell.texts.ngettext
    width = terminal_width()
    data = None if width is None else checked.texts
    for line in as_lines(checked.findings, shell.texts, data, width):
        write(line)
    files = ngettext("{n} file checked", "{n} files checked", checked.files)
    found = ngettext("{n} finding", "{n} findings", len(checked.findings))
    tell(f"{files.format(n=checked.files)}, {found.format(n=len(checked.findings))}.")


_WRITERS = {
    "text": _write,
    "json": _write_json,
    "github": _write_github,
    "sarif": _write_sarif,
}
FORMATS = tuple(_WRITERS)


def _code(checked: "Checked", shell: Shell) -> int:
    _ = shell.texts.gettext
    for error in checked.unreadable:
        tell(error.sentence(_))
    if checked.unreadable:
        return Exit.UNUSABLE
    if not checked.files:
        tell(_("There is no YAML file there."))
        return Exit.UNUSABLE
    return Exit.FINE if checked.clean else Exit.FAILED
