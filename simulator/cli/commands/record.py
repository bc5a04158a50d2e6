"""`whose-client record`: the record of a meeting, as Markdown or for Word."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.exits import Exit
from simulator.cli.output import tell
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Settings, Shell, settings_of

if TYPE_CHECKING:
    from simulator.reports.document import Block


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext
    params = [
        click.Argument(["attempt"], metavar=_("ATTEMPT"), required=False),
        click.Option(
            ["--output"],
            type=click.Path(path_type=Path),
            metavar=_("FILE"),
            help=_("Where to write: .docx for Word, anything else is Markdown."),
        ),
    ]

    def run(attempt: str | None, output: Path | None) -> int:
        settings = settings_of(click.get_current_context())
        return _run(attempt, output, settings, shell)

    page = Page(
        text=_(
            "Write the record of a meeting that was played.\n"
            "\n"
            "ATTEMPT is an id that `whose-client attempts` lists; without it, the last "
            "finished meeting. Without --output the record goes to stdout as Markdown."
        ),
        examples=(
            f"{NAME} record",
            f"{NAME} record a1b2c3 --output protokol.docx",
        ),
        exits=exits(shell, _("there is no record"), store=True),
    )
    return Paged("record", page, shell, run, params)


def _run(
    attempt: str | None, output: Path | None, settings: Settings, shell: Shell
) -> int:
    from simulator.reports.recordfiles import record_bytes
    from simulator.sessions.filed import write_file

    _ = shell.texts.gettext
    blocks = _blocks(attempt, settings, shell)
    if blocks is None:
        tell(_("No meeting was played to a decision, so there is no record."))
        return Exit.FAILED
    if output is None:
        click.echo(record_bytes(blocks, Path("record.md")).decode(), nl=False)
    else:
        write_file(output, record_bytes(blocks, output, shell.language))
        tell(_("Saved: {path}").format(path=output))
    return Exit.FINE


def _blocks(
    attempt: str | None, settings: Settings, shell: Shell
) -> "tuple[Block, ...] | None":
    """Return the record of an attempt, or of the last meeting that has one."""
    from simulator.cli.opening import sessions
    from simulator.reports.record import record
    from simulator.reports.recordtext import record_blocks

    kept = sessions(settings)
    played = {one.id: one for one in kept.attempts() if one.readable}
    for name in [attempt] if attempt else [n for n, o in played.items() if o.finished]:
        talk = kept.resume(name)
        on = played[name].last_at.astimezone().date()
        note = record(talk.scenario, talk.events, talk.rulebook, on)
        if note is not None:
            return record_blocks(note, shell.texts, shell.language)
    return None
