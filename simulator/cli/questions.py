"""Questions on a terminal: asked until they are answered, never where nobody sits."""

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import click

from simulator.cli.output import tell
from simulator.cli.settings import Shell
from simulator.errors import SimulatorError
from simulator.plaintext import plain


def somebody_there() -> bool:
    """Tell whether a person can read a question and answer it."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(
    shell: Shell, question: str, usual: str, accept: Callable[[str], str] = str
) -> str:
    """Ask for words.

    Args:
        shell: Gives the language.
        question: In the user's language.
        usual: What Enter alone stands for.
        accept: Returns the answer as it is taken, or raises a `SimulatorError` whose
            sentence is told before the question is asked again.
    """
    while True:
        typed = _typed(plain(f"{question} [{usual}]"))
        try:
            return accept(typed if typed.strip() else usual)
        except SimulatorError as error:
            tell(error.sentence(shell.texts.gettext))


def _typed(prompt: str) -> str:
    """Return what is typed; whoever leaves instead leaves the line, too."""
    try:
        found: str = click.prompt(prompt, default="", show_default=False, err=True)
    except click.Abort:
        click.echo(err=True)
        raise
    return found


def choose(shell: Shell, question: str, options: Sequence[str], usual: str) -> str:
    """Ask for one of a few words; the beginning of one will do."""
    listed = ", ".join(options)
    while True:
        typed = ask(shell, f"{question} ({listed})", usual).strip().lower()
        found = [option for option in options if option.startswith(typed)]
        if len(found) == 1:
            return found[0]
        tell(shell.texts.gettext("One of these: {known}.").format(known=listed))


def ask_folder(shell: Shell, question: str, look: Callable[[Path], None]) -> Path:
    """Ask for a folder; `~` is one's home, and Enter takes where one is.

    Args:
        shell: Gives the language.
        question: In the user's language.
        look: Raises a `SimulatorError` where it cannot be this folder.
    """
    from simulator.authoring.new import words

    def accept(typed: str) -> str:
        found = words(typed)
        look(_expanded(found))
        return found

    return _expanded(ask(shell, question, ".", accept))


def _expanded(typed: str) -> Path:
    folder = Path(typed)
    with suppress(RuntimeError):  # nobody of that name has a home here
        folder = folder.expanduser()
    return folder
