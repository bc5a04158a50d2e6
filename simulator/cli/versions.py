"""Load a version of a scenario: by id, by path, or as git has it."""

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final

from simulator.cli.output import tell
from simulator.cli.settings import Settings, Shell
from simulator.errors import SimulatorError
from simulator.messages import N_

if TYPE_CHECKING:
    from simulator.packs import Library, Loaded

GIT: Final = "git:"
"""Begins `git:REVISION:PATH`, the file as it was in that revision."""


class NotInGitError(SimulatorError):
    """Git does not give the file."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(
            N_("git does not give {name}: {why}. Write git:REVISION:PATH."),
            name=name,
            why=why,
        )


def load_version(name: str, settings: Settings, shell: Shell) -> "Loaded | None":
    """Load a scenario with what it needs; None, with the findings told, if broken.

    Raises:
        SimulatorError: It is missing or cannot be read.
    """
    from simulator.cli.findings import as_lines
    from simulator.cli.opening import library
    from simulator.packs import BrokenFileError

    shelf = library(settings)
    try:
        if name.startswith(GIT):
            return _from_git(name, shelf)
        return shelf.load(name, shell.language)
    except BrokenFileError as error:
        for line in as_lines(error.findings, shell.texts):
            tell(line)
        return None


def _from_git(name: str, shelf: "Library") -> "Loaded":
    """Load a file of the working folder's repository as it was in a revision."""
    revision, _, path = name.removeprefix(GIT).partition(":")
    if not revision or not path:
        raise NotInGitError(name, "-")
    spec = f"{revision}:./{path}"
    command = ("git", "show", "--end-of-options", spec)
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        raise NotInGitError(name, error.strerror or str(error)) from error
    if done.returncode:
        why = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise NotInGitError(name, why.rstrip("."))
    return shelf.loaded(done.stdout, Path(path), name)
