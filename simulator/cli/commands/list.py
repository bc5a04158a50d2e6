"""`whose-client list`: what can be played, and what has been."""

from typing import TYPE_CHECKING, Final

import click

from simulator.cli.output import format_option, tell, write_json
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Settings, Shell, settings_of

if TYPE_CHECKING:
    from simulator.cli.listed import Listed
    from simulator.sessions.played import Played

WAYS: Final = ("difficulty", "principle", "length")


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext
    by = click.Option(
        ["--by"],
        type=click.Choice(WAYS),
        default=WAYS[0],
        show_default=True,
        help=_("What the scenarios are grouped by."),
    )

    def list_scenarios(by: str, form: str) -> int:
        from simulator.cli.listed import as_json, write_groups

        found = _listed(settings_of(click.get_current_context()), shell)
        if form == "json":
            write_json([as_json(one) for one in found])
        else:
            write_groups(found, by, shell)
        return 0

    page = Page(
        text=_(
            "List the scenarios.\n"
            "\n"
            "Shows what is shipped and what lies in the packs of your data folder, by "
            "difficulty, by the principle at stake or by length, and how it went when "
            "you played it. Changes nothing."
        ),
        examples=(
            f"{NAME} list",
            f"{NAME} list --by principle",
            f"{NAME} list --format json",
        ),
        exits=exits(shell),
    )
    params = [by, format_option(shell.texts)]
    return Paged("list", page, shell, list_scenarios, params)


def _listed(settings: Settings, shell: Shell) -> "list[Listed]":
    """Look at every scenario; one with mistakes is listed by its head alone."""
    from simulator.cli.listed import Listed, titles
    from simulator.cli.opening import library
    from simulator.packs import PackError
    from simulator.scenario.survey import survey

    shelf = library(settings)
    been = _played(settings, shell)
    found: list[Listed] = []
    for entry in shelf.scenarios(shell.language):
        try:
            loaded = shelf.load_file(entry.path, entry.id)
        except PackError:
            found.append(Listed(entry, None, {}, been.get(entry.id)))
            continue
        words = titles(loaded.rubric, shell.language)
        found.append(Listed(entry, survey(loaded.scenario), words, been.get(entry.id)))
    return found


def _played(settings: Settings, shell: Shell) -> "dict[str, Played]":
    """Return what was played; a store that cannot be read hides no scenario."""
    from simulator.cli.opening import sessions
    from simulator.sessions.played import played
    from simulator.store import StoreError

    try:
        return dict(played(sessions(settings).attempts()))
    except StoreError as error:
        tell(error.sentence(shell.texts.gettext))
        return {}
