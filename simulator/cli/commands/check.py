"""`whose-client check`: mistakes in scenarios, found without playing by hand."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.exits import Exit
from simulator.cli.output import format_option, tell, write, write_json
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Shell, settings_of

if TYPE_CHECKING:
    from simulator.authoring import Checked


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext
    paths = click.Argument(
        ["paths"],
        nargs=-1,
        required=True,
        type=click.Path(path_type=Path),
        metavar=_("PATHS..."),
    )

    quick = click.Option(
        ["--quick"],
        is_flag=True,
        help=_("Leave out the play-throughs in own words, which take a while."),
    )

    def check(paths: tuple[Path, ...], quick: bool, form: str) -> int:
        from simulator.authoring import check as check_files
        from simulator.cli.opening import library

        settings = settings_of(click.get_current_context())
        checked = check_files(paths, library(settings), spoken=not quick)
        if form == "json":
            _write_json(checked, shell)
        else:
            _write(checked, shell)
        return _code(checked, shell)

    page = Page(
        text=_(
            "Report mistakes in scenario files.\n"
            "\n"
            "PATHS are files (scenarios, play-throughs, rubrics, rulebooks, packs) or "
            "folders of them. A scenario is held against its translations and played "
            "by its play-throughs. Files are never changed."
        ),
        examples=(
            f"{NAME} check my-pack/ --quick",
            f"{NAME} check talk.yaml --format json",
        ),
        exits=exits(shell, _("at least one error; warnings alone do not count")),
    )
    params = [paths, quick, format_option(shell.texts)]
    return Paged("check", page, shell, check, params)


def _write_json(checked: "Checked", shell: Shell) -> None:
    from simulator.cli.findings import as_json

    write_json([as_json(finding, shell.texts) for finding in checked.findings])


def _write(checked: "Checked", shell: Shell) -> None:
    """Write findings to stdout; on a terminal with the place shown."""
    from simulator.cli.findings import as_lines

    ngettext = shell.texts.ngettext
    data = checked.texts if sys.stdout.isatty() else None
    for line in as_lines(checked.findings, shell.texts, data):
        write(line)
    files = ngettext("{n} file checked", "{n} files checked", checked.files)
    found = ngettext("{n} finding", "{n} findings", len(checked.findings))
    tell(f"{files.format(n=checked.files)}, {found.format(n=len(checked.findings))}.")


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
