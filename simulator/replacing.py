"""Put a whole file in the place of another, or leave all as it was."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from simulator.messages import N_


@contextmanager
def replacing(path: Path, *, private: bool = False) -> Iterator[Path]:
    """Give a file to write to; put it in its place once it is whole.

    A link is followed, and a file that is there keeps its permissions. Whatever ends it
    in the midst, a full disk or Ctrl+C, leaves no half a file behind.

    Args:
        path: Where the file is to be in the end; its folder is made.
        private: True where nobody but this person may read it.

    Raises:
        OSError: It cannot be written, or what is there is no file; the reason is a
            message of the catalogue, or the system's own words.
        ValueError: No file can be called so.
    """
    target = Path(os.path.realpath(path))
    mode = _mode(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    part = _made(target.parent, private=private or mode is not None)
    try:
        yield part
        _settle(part)
        if mode is not None and not private:
            part.chmod(mode)
        part.replace(target)
    finally:
        with suppress(OSError):
            part.unlink()


def _mode(path: Path) -> int | None:
    """Return the permissions of a file; None where there is none yet."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise OSError(errno.EISDIR, N_("it is a folder"))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, N_("it is not a file"))
    return stat.S_IMODE(mode)


def _made(folder: Path, *, private: bool) -> Path:
    """Make a file under a name that nobody has."""
    path = folder / f".whose-client-{os.urandom(8).hex()}.part"
    allowed = 0o600 if private else 0o666
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, allowed))
    return path


def _settle(path: Path) -> None:
    """See to it that the disk has the file before it gets its name."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
