"""`whose-client list`: what can be played."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from simulator.cli.output import format_option, write_json, write_table
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Shell, settings_of

if TYPE_CHECKING:
    from simulator.packs import Entry


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext

    def list_scenarios(form: str) -> int:
        from simulator.cli.opening import library

        settings = settings_of(click.get_current_context())
        entries = library(settings).scenarios(shell.language)
        if form == "json":
            write_json([_as_json(entry) for entry in entries])
        else:
            _write(entries, shell)
        return 0

    page = Page(
        text=_(
            "List the scenarios.\n"
            "\n"
            "Shows what is shipped and what lies in the packs of your data folder. "
            "Changes nothing."
        ),
        examples=(f"{NAME} list", f"{NAME} list --format json"),
        exits=exits(shell),
    )
    return Paged("list", page, shell, list_scenarios, [format_option(shell.texts)])


def _as_json(entry: "Entry") -> dict[str, object]:
    return {
        "id": entry.id,
        "title": entry.title,
        "language": entry.language,
        "languages": list(entry.languages),
        "difficulty": str(entry.difficulty),
        "minutes": entry.minutes,
        "pack": entry.pack,
        "path": str(entry.path),
    }


def _write(entries: "Sequence[Entry]", shell: Shell) -> None:
    from simulator.reports.names import difficulty_name

    _ = shell.texts.gettext
    head = (_("id"), _("title"), _("languages"), _("difficulty"), _("minutes"))
    write_table(
        head,
        [
            (
                entry.id,
                entry.title,
                ", ".join(entry.languages),
                difficulty_name(entry.difficulty).render(shell.texts),
                str(entry.minutes),
            )
            for entry in entries
        ],
    )
