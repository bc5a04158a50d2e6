"""Read files that people wrote, without trusting them."""

import stat
from pathlib import Path
from typing import Final

from simulator.messages import N_
from simulator.packs.errors import UnreadableFileError

LIMIT: Final = 2 * 1024 * 1024
"""Bytes that a scenario may have; nothing further is ever read."""


def read_file(path: Path) -> bytes:
    """Return a file's bytes, at most one more than the limit.

    The parser then says that the file is too large; 50 MB are never read.

    Raises:
        UnreadableFileError: It is a folder, a device or a pipe, or may not be read.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableFileError(path, N_("it is a folder"))
        if not stat.S_ISREG(mode):
            raise UnreadableFileError(path, N_("it is not a file"))
        with path.open("rb") as file:
            return file.read(LIMIT + 1)
    except FileNotFoundError as error:
        raise UnreadableFileError(path, N_("there is no such file")) from error
    except PermissionError as error:
        raise UnreadableFileError(path, N_("it may not be read")) from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise UnreadableFileError(path, why) from error


def inside(folder: Path, relative: str) -> Path:
    """Return a path inside a pack.

    Raises:
        UnreadableFileError: It leads out of the pack, by `..` or by a link.
    """
    path = folder / relative
    try:
        within = path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):  # such as a link to itself
        within = False
    if not within:
        raise UnreadableFileError(path, N_("it leads out of the pack"))
    return path


def listed(folder: Path) -> list[Path]:
    """Return what lies in a folder, by name; nothing when it may not be read."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def is_folder(path: Path) -> bool:
    """Tell whether a folder is there; one that may not be looked at is not."""
    try:
        return path.is_dir()
    except OSError:
        return False


def present(path: Path) -> bool:
    """Tell whether a file is there; one that may not be looked at is not."""
    try:
        return path.is_file()
    except OSError:
        return False
