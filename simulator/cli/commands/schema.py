"""`whose-client schema`: the JSON Schema by which an editor helps while one types."""

from typing import TYPE_CHECKING

import click

from simulator.cli.exits import Exit
from simulator.cli.output import (
    FORMATS,
    format_option,
    tell,
    write,
    write_json,
    write_table,
)
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Shell
from simulator.messages import N_

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.scenario.kinds import Kind

_PURPOSES = {
    "scenario": N_("scenarios and their translations"),
    "rulebook": N_("rules for key clients"),
    "rubric": N_("tables from behaviour to levels"),
    "play-throughs": N_("play-throughs of a scenario"),
    "drills": N_("drills: objections to practise on"),
    "pack": N_("pack.yaml"),
    "client": N_("one client of a company, for `rules`"),
    "answers": N_("answers for `run`"),
}
"""Kind of file → what such files are; the names of the kinds are the parser's."""


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext
    params = [
        click.Argument(
            ["kind"],
            required=False,
            type=click.Choice(list(_PURPOSES)),
            metavar=_("[KIND]"),
        ),
        click.Option(
            ["--path", "where"],
            is_flag=True,
            help=_("Write where the schema lies, in place of the schema."),
        ),
        format_option(shell.texts),
    ]

    def run(kind: str | None, where: bool, form: str) -> int:
        from simulator.authoring.schemas import path_of
        from simulator.scenario.kinds import Kind

        if kind is None:
            _list(form, shell)
            return Exit.FINE
        path = path_of(Kind(kind), shell.language)
        if where:
            write(str(path))
            return Exit.FINE
        return _print(path, shell)

    page = Page(
        text=_(
            "Write the JSON Schema of a kind of file.\n"
            "\n"
            "With it an editor completes keys, explains them and marks mistakes while "
            "you type. KIND is what `whose-client schema` lists. --lang chooses the "
            "language of the explanations. The schema goes to stdout; nothing is "
            "changed. docs/schema.md tells how to set an editor up."
        ),
        examples=(
            f"{NAME} schema",
            f"{NAME} schema scenario > scenario.schema.json",
            f"{NAME} schema play-throughs --path --lang en",
        ),
        exits=exits(shell),
    )
    return Paged("schema", page, shell, run, params)


def _list(form: str, shell: Shell) -> None:
    """Write the kinds, what they are for and where their schemas lie."""
    from simulator.authoring.schemas import KINDS, path_of

    _ = shell.texts.gettext
    if form == FORMATS[1]:
        write_json([_as_json(kind) for kind in KINDS])
        return
    rows = [
        (str(kind), _(_PURPOSES[kind]), str(path_of(kind, shell.language)))
        for kind in KINDS
    ]
    write_table((_("kind"), _("what for"), _("path")), rows)


def _as_json(kind: "Kind") -> dict[str, object]:
    from simulator.authoring.schemas import LANGUAGES, path_of

    paths = {language: str(path_of(kind, language)) for language in LANGUAGES}
    return {"kind": str(kind), "paths": paths}


def _print(path: "Path", shell: Shell) -> int:
    import json

    try:
        schema = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        told = shell.texts.gettext("{path} cannot be read; install the program anew.")
        tell(told.format(path=path))
        return Exit.UNUSABLE
    write_json(schema)
    return Exit.FINE
