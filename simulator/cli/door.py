"""The door: every run comes in here, and nobody leaves with a traceback."""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from gettext import NullTranslations

import click

from simulator import i18n
from simulator.cli.clickwords import click_speaks
from simulator.cli.exits import Exit
from simulator.cli.language import chosen, given
from simulator.cli.output import tell
from simulator.cli.program import NAME
from simulator.cli.settings import Shell
from simulator.cli.streams import abandon_stdout, make_safe
from simulator.errors import SimulatorError

DEBUG = "WHOSE_CLIENT_DEBUG"
"""A variable that, when set, lets an unforeseen error show its traceback."""


def run(arguments: Sequence[str], leave_at_once: Callable[[int], object] = int) -> int:
    """Do what a command line says.

    Args:
        arguments: Without the program's own name.
        leave_at_once: Called with the exit code where a command holds much that need
            not be freed; it may end the process.

    Returns:
        The exit code; see `simulator.cli.exits`.
    """
    make_safe()
    language = chosen(arguments, os.environ)
    shell = Shell(i18n.load(language.language), language)
    with click_speaks(shell.texts):
        try:
            code = _work(arguments, shell)
        except BrokenPipeError:
            abandon_stdout()
            code = Exit.FINE
    if shell.held:
        leave_at_once(code)
    for stack in shell.held:
        stack.close()
    return code


def _work(arguments: Sequence[str], shell: Shell) -> int:
    """Run the command, whatever happens."""
    try:
        code = _command(arguments, shell)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        raise
    except OSError as error:
        return _refused(error, shell.texts)
    except Exception as error:
        return _unforeseen(error, arguments, shell.texts)


def _command(arguments: Sequence[str], shell: Shell) -> int:
    """Run the command, and turn what it raises on purpose into words and a code."""
    from simulator.cli.home import program

    _ = shell.texts.gettext
    try:
        code = program(shell).main(list(arguments), NAME, standalone_mode=False)
        return int(code or Exit.FINE)
    except click.ClickException as error:
        error.show()
        return Exit.UNUSABLE
    except (click.Abort, KeyboardInterrupt):
        tell(_("Interrupted."))
        return Exit.INTERRUPTED
    except SystemExit as leaving:  # how click leaves when stdout's reader has gone
        raise BrokenPipeError from leaving
    except SimulatorError as error:
        tell(error.sentence(_))
        return _code_of(error)


def _code_of(error: SimulatorError) -> int:
    from simulator.lrs import BusyLrsError
    from simulator.store import BusyStoreError

    retry = isinstance(error, BusyStoreError | BusyLrsError)
    return Exit.RETRY if retry else Exit.UNUSABLE


def _refused(error: OSError, texts: NullTranslations) -> int:
    """Say what the system refuses; what still waits for a full disk is let go."""
    from simulator.cli.refusals import refusal

    if os.environ.get(DEBUG):
        raise error
    abandon_stdout()
    tell(refusal(error, texts.gettext))
    return Exit.UNUSABLE


def _unforeseen(
    error: Exception, arguments: Sequence[str], texts: NullTranslations
) -> int:
    if os.environ.get(DEBUG):
        raise error
    from simulator.cli.crash import write_details

    _ = texts.gettext
    tell(_("Something went wrong that should not have. What was answered is kept."))
    with suppress(OSError):
        where = write_details(error, given(arguments, "--data"))
        tell(_("The details are in {file}.").format(file=where))
    return Exit.UNUSABLE
