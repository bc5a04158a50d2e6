"""`whose-client new`: a small scenario to begin with, and what belongs to it."""

import os
import shlex
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
from msgspec.structs import asdict, replace

from simulator.cli.exits import Exit
from simulator.cli.output import format_option, tell, write, write_json
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Shell
from simulator.i18n import LANGUAGES
from simulator.messages import N_

if TYPE_CHECKING:
    from simulator.authoring.new import Wishes, Written

DIFFICULTIES: Final = ("easy", "medium", "hard")
"""The names of `simulator.scenario.model.Difficulty`, which help does not load."""
_WORDS: Final = {
    "title": N_("What the talk is called"),
    "manager": N_("The manager's name"),
    "manager_role": N_("Who the manager is"),
    "client": N_("The client"),
    "role": N_("Whom the trainee plays"),
}
"""What is asked for in words → the question, which says the same in help."""
_DIFFICULTY: Final = N_("How hard it is")
_LANGUAGE: Final = N_("Language of the scenario")
_FOLDER: Final = N_("Folder")
_NEXT: Final = {
    "check": N_("mistakes, with line and remedy; again after every change"),
    "preview": N_("walk through it with the author's eyes"),
    "rehearse": N_("let simulated heads play it: can it be won without thinking?"),
    "play": N_("play it as a trainee will"),
}
"""What to do next, in this order → why."""


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext
    params = [
        *(_worded(name, _(question), shell) for name, question in _WORDS.items()),
        click.Option(["--language"], type=click.Choice(LANGUAGES), help=_(_LANGUAGE)),
        click.Option(
            ["--difficulty"], type=click.Choice(DIFFICULTIES), help=_(_DIFFICULTY)
        ),
        click.Option(
            ["--folder"],
            type=click.Path(path_type=Path),
            metavar=_("DIR"),
            help=_("Where to write; made if it is missing."),
        ),
        click.Option(
            ["--id", "name"],
            metavar="ID",
            help=_("The scenario's id and the name of its file; else from the title."),
        ),
        click.Option(["--yes"], is_flag=True, help=_("Ask nothing.")),
        format_option(shell.texts),
    ]

    def new(
        language: str | None,
        difficulty: str | None,
        folder: Path | None,
        name: str | None,
        yes: bool,
        form: str,
        **worded: str | None,
    ) -> int:
        from simulator.authoring.new import begin_scenario
        from simulator.cli.questions import somebody_there

        look = _looking(name)
        if folder is not None:
            look(folder)
        given = {**worded, "language": language, "difficulty": difficulty}
        asking = somebody_there() and not yes
        if asking:
            wishes = _asked(given, shell)
            where = folder or _asked_folder(look, shell)
        else:
            wishes, where = _settled(given, shell), folder or Path()
        written = begin_scenario(wishes, where, name)
        if not asking:
            _tell_taken(given, wishes, shell)
        if form == "json":
            write_json(_as_json(written))
        else:
            _write(written, shell)
        return Exit.FINE

    page = Page(
        text=_(
            "Write a small scenario to begin with.\n"
            "\n"
            "It can be played at once, has no findings, and explains itself in "
            "comments; its play-throughs lie beside it, and a pack.yaml and what your "
            "editor completes keys by, where the folder had none. On a terminal you "
            "are asked for what the options leave open. No file is ever overwritten."
        ),
        examples=(
            f"{NAME} new",
            f"{NAME} new --title 'Whose account?' --manager Robin --folder my-pack",
        ),
        exits=exits(shell),
    )
    return Paged("new", page, shell, new, params)


def _worded(name: str, help_text: str, shell: Shell) -> click.Option:
    """Make an option that takes any words that can stand in a file."""
    _ = shell.texts.gettext

    def clean(
        context: click.Context, parameter: click.Parameter, value: str | None
    ) -> str | None:
        from simulator.authoring.new import BadWordsError, words

        try:
            return None if value is None else words(value)
        except BadWordsError as error:
            raise click.BadParameter(error.sentence(_), context, parameter) from error

    return click.Option(
        [_option(name)], metavar=_("WORDS"), help=help_text, callback=clean
    )


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _looking(name: str | None) -> Callable[[Path], None]:
    """Return what refuses a folder in which there is a scenario of a name.

    So nobody answers all questions for a name that cannot be.

    Raises:
        SimulatorError: It cannot be the name of a scenario anywhere.
    """
    from simulator.authoring.new import look_at, scenario_id

    if name is None:
        return lambda folder: None
    wished = scenario_id(name)
    return lambda folder: look_at(folder, wished)


def _asked_folder(look: Callable[[Path], None], shell: Shell) -> Path:
    from simulator.cli.questions import ask_folder

    return ask_folder(shell, shell.texts.gettext(_FOLDER), look)


def _settled(given: Mapping[str, str | None], shell: Shell) -> "Wishes":
    """Take what is usual where nothing was said."""
    from simulator.authoring.new import usual

    said = {name: value for name, value in given.items() if value is not None}
    taken = usual(said.get("language", shell.language))
    return replace(taken, **said)


def _asked(given: Mapping[str, str | None], shell: Shell) -> "Wishes":
    """Ask for what was not said; Enter takes what stands in brackets."""
    from simulator.authoring.new import usual, words
    from simulator.cli.questions import ask, choose

    _ = shell.texts.gettext
    tell(_("A few questions. Enter takes what stands in brackets."))
    said = {name: value for name, value in given.items() if value is not None}
    if "language" not in said:
        told = _(_LANGUAGE)
        said["language"] = choose(shell, told, LANGUAGES, shell.language)
    taken = usual(said["language"])
    for name, question in _WORDS.items():
        if name not in said:
            said[name] = ask(shell, _(question), getattr(taken, name), words)
    if "difficulty" not in said:
        told = _(_DIFFICULTY)
        said["difficulty"] = choose(shell, told, DIFFICULTIES, taken.difficulty)
    return replace(taken, **said)


def _tell_taken(
    given: Mapping[str, str | None], wishes: "Wishes", shell: Shell
) -> None:
    """Say what stands where nothing was said."""
    taken = {name: value for name, value in asdict(wishes).items() if not given[name]}
    if taken:
        tell(shell.texts.gettext("Where nothing was said, this was taken:"))
    for name, value in taken.items():
        tell(f"  {_option(name)}: {value}")


def _as_json(written: "Written") -> dict[str, object]:
    return {
        "id": written.id,
        "scenario": str(written.scenario),
        "playthroughs": str(written.playthroughs),
        "pack": str(written.pack) if written.pack else None,
        "schema": str(written.schema) if written.schema else None,
        "next": [_command(verb, written) for verb in _NEXT],
    }


def _write(written: "Written", shell: Shell) -> None:
    _ = shell.texts.gettext
    write(_("Written:"))
    shared = (written.pack, written.schema)
    for path in (written.scenario, written.playthroughs, *shared):
        if path is not None:
            write(f"  {path}")
    write("")
    write(_("Next:"))
    for verb, why in _NEXT.items():
        write(f"  {_command(verb, written)}")
        write(f"      {_(why)}")


def _command(verb: str, written: "Written") -> str:
    """Return a command as it can be typed, its path quoted for the shell."""
    path = str(written.scenario)
    path = os.path.join(os.curdir, path) if path.startswith("-") else path  # noqa: PTH118 - Path drops the dot
    if os.name == "nt":
        return subprocess.list2cmdline([NAME, verb, path])
    return shlex.join([NAME, verb, path])
