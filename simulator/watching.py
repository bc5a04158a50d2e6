"""Which files have changed since one last looked; and a file read when it is whole.

Editors save in many ways: in place, half by half, by putting a new file over the
old one, by deleting first. Looking at a few figures of each file tells all of them,
and needs no thread, no library and no help from the system.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from stat import S_ISDIR
from typing import Final, NamedTuple

SUFFIXES: Final = frozenset({".yaml", ".yml"})
"""What is looked at in a folder."""


class Signature(NamedTuple):
    """What changes about a file whenever its content does."""

    modified: int
    """Nanoseconds; kept by a copy, so that it does not do alone."""
    size: int
    inode: int
    """Another one after a new file was put over the old."""


class Watch:
    """Looks at files and folders when asked, and tells what is no longer the same.

    A folder stands for the YAML files that lie in it, those that come later too;
    folders in it are not looked into. A folder with the name of a file is itself a
    change when it comes: it may lie where a file lay. A path where nothing lies may be
    watched: that something comes there is a change, and so is that it goes.
    """

    def __init__(self, paths: Iterable[Path]) -> None:
        """Remember how these paths look now."""
        self.paths = tuple(dict.fromkeys(paths))
        self._seen = self._look()

    def changed(self) -> frozenset[Path]:
        """Return the files that changed, came or went since the last time.

        Never raises: what may not be looked at is as good as gone.
        """
        before, self._seen = self._seen, self._look()
        either = before.keys() | self._seen.keys()
        return frozenset(p for p in either if before.get(p) != self._seen.get(p))

    def _look(self) -> Mapping[Path, Signature]:
        return {
            path: found
            for path in _files(self.paths)
            if (found := signature(path) or _trace(path)) is not None
        }


def signature(path: Path) -> Signature | None:
    """Return a file's signature; None where there is no file to look at."""
    try:
        told = path.stat()
    except (OSError, ValueError):
        return None
    if S_ISDIR(told.st_mode):
        return None
    return Signature(told.st_mtime_ns, told.st_size, told.st_ino)


def _trace(path: Path) -> Signature | None:
    """Return which folder, or which link to nowhere, has the name of a file."""
    if path.suffix not in SUFFIXES:
        return None
    try:
        return Signature(0, 0, path.lstat().st_ino)
    except (OSError, ValueError):
        return None


def whole(path: Path, read: Callable[[Path], bytes] = Path.read_bytes) -> bytes | None:
    """Read a file; None when it changed under the reading, so that it may be torn.

    Args:
        path: The file.
        read: Reads it; what it raises is raised here.
    """
    before = signature(path)
    data = read(path)
    return data if before == signature(path) else None


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        yield path
        yield from _inside(path)


def _inside(path: Path) -> list[Path]:
    """Return the YAML files of a folder; none of what is no folder."""
    try:
        return [one for one in path.iterdir() if one.suffix in SUFFIXES]
    except (OSError, ValueError):
        return []
