"""`whose-client items`: what each opportunity says of those who played."""

from typing import TYPE_CHECKING

import click

from simulator.cli.exits import Exit
from simulator.cli.output import format_option, tell, write, write_json
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Shell, settings_of

if TYPE_CHECKING:
    from simulator.authoring.rehearsal import ItemFigures
    from simulator.authoring.rehearsal.stored import ReplyFigures, StoredTalks


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext
    params = [
        click.Argument(["scenario"], metavar=_("SCENARIO")),
        click.Option(
            ["--least"],
            type=click.IntRange(1),
            default=10,
            show_default=True,
            metavar="N",
            help=_("Figures from fewer attempts than this are hidden."),
        ),
        format_option(shell.texts),
    ]

    def items(scenario: str, least: int, form: str) -> int:
        return _run(scenario, least, form, shell)

    page = Page(
        text=_(
            "Tell what each scene and principle says of those who played.\n"
            "\n"
            "SCENARIO is an id or the path of a file. From the finished attempts in "
            "the store: how often each opportunity was come to, how hard it is, and "
            "how well it tells good talks from bad ones. The store is only read."
        ),
        examples=(
            f"{NAME} items client-x",
            f"{NAME} items client-x --least 30 --format json",
        ),
        exits=exits(shell, store=True),
    )
    return Paged("items", page, shell, items, params)


def _run(scenario: str, least: int, form: str, shell: Shell) -> int:
    from simulator.authoring.rehearsal import item_analysis
    from simulator.authoring.rehearsal.stored import reply_figures, stored_talks
    from simulator.cli.opening import library, sessions

    settings = settings_of(click.get_current_context())
    loaded = library(settings).load(scenario, shell.language)
    talks = stored_talks(sessions(settings), loaded.scenario.id)
    found = item_analysis(loaded.scenario, talks.levels, least)
    replies = reply_figures(loaded.scenario, talks, least)
    if form == "json":
        _write_json(loaded.scenario.id, least, talks, found, replies)
    else:
        _write(least, talks, found, replies, shell)
    return Exit.FINE


def _write_json(
    scenario: str,
    least: int,
    talks: "StoredTalks",
    found: "tuple[ItemFigures, ...]",
    replies: "tuple[ReplyFigures, ...]",
) -> None:
    from simulator.authoring.rehearsal.asjson import FORMAT, item_json, reply_json

    write_json(
        {
            "format": FORMAT,
            "scenario": scenario,
            "attempts": len(talks.levels),
            "skipped": talks.skipped,
            "least": least,
            "items": [item_json(one) for one in found],
            "replies": [reply_json(one) for one in replies],
        }
    )


def _write(
    least: int,
    talks: "StoredTalks",
    found: "tuple[ItemFigures, ...]",
    replies: "tuple[ReplyFigures, ...]",
    shell: Shell,
) -> None:
    from simulator.cli.rehearsaltext import write_items, write_replies

    _, ngettext = shell.texts.gettext, shell.texts.ngettext
    count = len(talks.levels)
    told = ngettext("{n} finished attempt.", "{n} finished attempts.", count)
    tell(told.format(n=count))
    if talks.skipped:
        tell(_("Attempts that could not be read: {n}.").format(n=talks.skipped))
    if least > 1:
        hint = _("Where fewer than {n} attempts came to, figures are hidden.")
        tell(hint.format(n=least))
    if count:
        write_items(found, shell)
        write("")
        write_replies(replies, shell)
