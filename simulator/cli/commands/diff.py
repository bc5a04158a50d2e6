"""`whose-client diff`: two versions of a scenario in the author's terms."""

from typing import TYPE_CHECKING, Final

import click

from simulator.cli.exits import Exit
from simulator.cli.output import format_option, tell, write, write_json
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Settings, Shell, settings_of

if TYPE_CHECKING:
    from simulator.engine import Event

_MOST_PLAYS: Final = 100_000


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext
    params = [
        click.Argument(["old"], metavar=_("OLD")),
        click.Argument(["new"], metavar=_("NEW")),
        click.Option(
            ["--plays"],
            type=click.IntRange(0, _MOST_PLAYS),
            metavar="N",
            default=100,
            show_default=True,
            help=_("Random talks in each version, to compare what they come to."),
        ),
        format_option(shell.texts),
    ]

    def diff(old: str, new: str, plays: int, form: str) -> int:
        settings = settings_of(click.get_current_context())
        return _run(old, new, plays, form, settings, shell)

    page = Page(
        text=_(
            "Tell what changed between two versions of a scenario: replies moved, "
            "levels changed, endings no longer reachable, what talks and stored "
            "attempts would score.\n"
            "\n"
            "OLD and NEW are ids or paths of files; either may be git:REVISION:PATH. "
            "Between two languages words do not count. Files and attempts are never "
            "changed."
        ),
        examples=(
            f"{NAME} diff talk-old.yaml talk.yaml",
            f"{NAME} diff git:HEAD:talk.yaml talk.yaml --format json",
        ),
        exits=exits(shell, _("the versions differ")),
    )
    return Paged("diff", page, shell, diff, params)


def _run(
    old: str, new: str, plays: int, form: str, settings: Settings, shell: Shell
) -> int:
    from simulator.authoring.differing import compare
    from simulator.cli.versions import load_version

    before = load_version(old, settings, shell)
    after = load_version(new, settings, shell)
    if before is None or after is None:
        return Exit.UNUSABLE
    kept = _attempts({before.scenario.id, after.scenario.id}, settings, shell)
    report = compare(before, after, walks=plays, attempts=kept)
    if form == "json":
        from simulator.cli.diffjson import report_json

        write_json(report_json(report))
    else:
        from simulator.cli.difftext import DiffTeller

        for line in DiffTeller(shell.texts, shell.language).lines(report):
            write(line)
    return Exit.FINE if report.same else Exit.FAILED


def _attempts(
    scenarios: set[str], settings: Settings, shell: Shell
) -> "list[tuple[Event, ...]] | None":
    """Return the attempts that were kept; None, told why, when they can't be read."""
    from simulator import places
    from simulator.sessions.kepttalks import kept_talks
    from simulator.store import StoreError, open_store

    folder = places.data_dir(settings.data)
    if not folder.exists():
        return []
    try:
        store = open_store(folder)
        try:
            return list(kept_talks(store, scenarios))
        finally:
            store.close()
    except StoreError as error:
        tell(error.sentence(shell.texts.gettext))
        return None
