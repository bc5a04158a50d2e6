"""`whose-client rehearse`: simulated heads of sales play, thousands of times."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
from msgspec import Struct
from msgspec.structs import replace

from simulator.cli.codes import code_options, selection_of
from simulator.cli.exits import Exit
from simulator.cli.output import format_option, tell, write_json
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.progress import progress_bar
from simulator.cli.settings import Shell, settings_of

if TYPE_CHECKING:
    from simulator.authoring import Selection
    from simulator.authoring.rehearsal import Rehearsal
    from simulator.packs import Loaded
    from simulator.scenario.findings import Finding

_BIGGEST_SEED: Final = 999_999_999
_MOST_PLAYS: Final = 10_000_000
_MOST_TURNS: Final = 10_000


class _Wish(Struct, frozen=True):
    """What the command line asks for."""

    scenario: str
    plays: int
    seed: int
    limit: int
    jobs: int
    save: Path | None
    selection: "Selection"
    form: str


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext

    def rehearse(
        scenario: str,
        plays: int,
        seed: int,
        limit: int,
        jobs: int | None,
        save: Path | None,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        form: str,
    ) -> int:
        cores = jobs or os.cpu_count() or 1
        chosen = selection_of(select, ignore, shell.texts)
        wish = _Wish(scenario, plays, seed, limit, cores, save, chosen, form)
        return _run(wish, shell)

    page = Page(
        text=_(
            "Let simulated heads of sales play a scenario.\n"
            "\n"
            "SCENARIO is an id or the path of a file. Heads of nine kinds, from the "
            "tyrant to the best, play whole talks: what they end with and score, how "
            "well the score tells the good from the bad, what nobody comes to, and "
            "where talks go round. The same seed always gives the same result."
        ),
        examples=(
            f"{NAME} rehearse client-x",
            f"{NAME} rehearse talk.yaml --plays 1000 --save failing/",
            f"{NAME} rehearse talk.yaml --seed 7 --ignore SCN883 --format json",
        ),
        exits=exits(shell, _("at least one finding")),
    )
    return Paged("rehearse", page, shell, rehearse, _params(shell))


def _params(shell: Shell) -> list[click.Parameter]:
    _ = shell.texts.gettext
    return [
        click.Argument(["scenario"], metavar=_("SCENARIO")),
        click.Option(
            ["--plays"],
            type=click.IntRange(1, _MOST_PLAYS),
            default=10_000,
            show_default=True,
            metavar="N",
            help=_("Talks in all; half of them by chance."),
        ),
        click.Option(
            ["--seed"],
            type=click.IntRange(0, _BIGGEST_SEED),
            default=1,
            show_default=True,
            metavar="N",
            help=_("Fixes what is left to chance."),
        ),
        click.Option(
            ["--limit"],
            type=click.IntRange(1, _MOST_TURNS),
            default=200,
            show_default=True,
            metavar="N",
            help=_("Turns after which a talk counts as endless."),
        ),
        click.Option(
            ["--jobs"],
            type=click.IntRange(1, 1_000),
            metavar="N",
            help=_("Processes at most; by default one a core."),
        ),
        click.Option(
            ["--save"],
            type=click.Path(path_type=Path, file_okay=False),
            metavar=_("DIR"),
            help=_("Where to write the talks that show what is wrong."),
        ),
        *code_options(shell.texts),
        format_option(shell.texts),
    ]


def _run(wish: _Wish, shell: Shell) -> int:
    from simulator.authoring.rehearsal import Task, examples_of, findings, rehearse
    from simulator.authoring.selection import played_only
    from simulator.cli.opening import library
    from simulator.scenario.parsing import parse

    settings = settings_of(click.get_current_context())
    loaded = library(settings).load(wish.scenario, shell.language)
    task = Task(
        loaded.scenario,
        loaded.rubric,
        loaded.rulebook,
        wish.plays,
        wish.seed,
        wish.limit,
    )
    with progress_bar(shell.texts.gettext("Talks"), wish.plays) as played:
        found = rehearse(task, wish.jobs, played)
    name = str(loaded.path)
    told = findings(found, name, parse(loaded.text, name).document)
    text = loaded.text.decode(errors="replace")
    wrong = tuple(played_only(name, text, told, wish.selection))
    found = replace(found, examples=examples_of(found.examples, wrong))
    _tell(wish, loaded, found, wrong, shell)
    if wish.save is not None:
        _save(found, wish.save, shell)
    return Exit.FAILED if wrong else Exit.FINE


def _tell(
    wish: _Wish,
    loaded: "Loaded",
    found: "Rehearsal",
    wrong: "tuple[Finding, ...]",
    shell: Shell,
) -> None:
    if wish.form == "json":
        from simulator.authoring.rehearsal import to_json
        from simulator.cli.findings import as_json

        told = [as_json(one, shell.texts) for one in wrong]
        write_json(to_json(found) | {"findings": told})
        return
    from simulator.cli.findings import as_lines
    from simulator.cli.output import terminal_width, write
    from simulator.cli.rehearsaltext import write_examples, write_rehearsal

    write_rehearsal(found, shell)
    width = terminal_width()
    data = None if width is None else {str(loaded.path): loaded.text}
    for line in as_lines(wrong, shell.texts, data, width):
        write(line)
    write_examples(found, shell)


def _save(found: "Rehearsal", folder: Path, shell: Shell) -> None:
    """Write the talks that show what is wrong, one file each.

    Raises:
        NotWrittenError: A file cannot be written.
    """
    from simulator.packs import PLAYTHROUGHS
    from simulator.sessions.filed import write_file

    for one in found.examples:
        name = one.name.lower().replace(" ", "-")
        path = folder / f"{found.task.scenario.id}.{name}{PLAYTHROUGHS}"
        write_file(path, one.playthrough.encode())
        tell(shell.texts.gettext("Saved: {path}").format(path=path))
