"""`whose-client data import`: take in an archive that `data export` wrote."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.data.exporting import file_argument
from simulator.cli.output import tell
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Shell, settings_of

if TYPE_CHECKING:
    from simulator.keeping import Taken


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext

    def run(file: Path) -> int:
        from contextlib import closing

        from simulator import places
        from simulator.cli.progress import progress_bar
        from simulator.keeping import opened_archive, take_in
        from simulator.store import open_whole

        data = places.data_dir(settings_of(click.get_current_context()).data)
        with opened_archive(file) as archive, closing(open_whole(data)) as whole:
            with progress_bar(_("Talks"), 2 * archive.attempts) as done:
                taken = take_in(archive, whole, done)
            _take_settings(data, archive.settings())
        _tell(taken, shell)
        return 0

    page = Page(
        text=_(
            "Take in an archive that `data export` wrote, here or on another machine.\n"
            "\n"
            "Nothing is doubled, however often it is done. Of a talk that is here "
            "already the longer version is kept; where the answers differ, both are, "
            "one of them under a new id. Drills are put in their order, and what was "
            "sent to a record store there is not sent again from here. Settings are "
            "taken where there are none here; seats in classes are not, since they "
            "need a ticket."
        ),
        examples=(f"{NAME} data import my-talks.zip",),
        exits=exits(shell, store=True),
    )
    return Paged("import", page, shell, run, [file_argument(shell)])


def _take_settings(data: Path, settings: dict[str, str]) -> None:
    """Remember settings for which nothing is remembered here."""
    from simulator import i18n, places
    from simulator.cli.habits import KEYS, recalled, remember

    file = places.habits_file(data)
    there = recalled(file)
    new = {
        key: one for key, one in settings.items() if key in KEYS and key not in there
    }
    if new.get("language", i18n.LANGUAGES[0]) not in i18n.LANGUAGES:
        del new["language"]
    if new:
        remember(file, **new)


def _tell(taken: "Taken", shell: Shell) -> None:
    from simulator.keeping import Fate

    _, ngettext = shell.texts.gettext, shell.texts.ngettext
    new, longer, known = (
        taken.counts[fate] for fate in (Fate.NEW, Fate.LONGER, Fate.KNOWN)
    )
    told = [
        ngettext("{n} talk taken in.", "{n} talks taken in.", new).format(n=new),
        ngettext(
            "{n} talk that was here goes on.", "{n} talks that were here go on.", longer
        ).format(n=longer),
        ngettext(
            "{n} talk was here already.", "{n} talks were here already.", known
        ).format(n=known),
    ]
    for count, line in zip((new, longer, known), told, strict=True):
        if count or line == told[0]:
            tell(line)
    if drills := taken.drills:
        said = ngettext(
            "{n} answer to a drill taken in.", "{n} answers to drills taken in.", drills
        )
        tell(said.format(n=drills))
    differs = _(
        "The talk {id} was gone on with differently here and there. Both are kept: "
        "that of the archive as {other}."
    )
    for name, other in taken.conflicts:
        tell(differs.format(id=name, other=other))
