"""What lies in a data folder beside the store, and what of it is about the person."""

import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from simulator import places
from simulator.store import FILE

_STORE: Final = re.compile(rf"{re.escape(FILE)}(-wal|-shm|-journal)?")
_CRASH: Final = re.compile(r"whose-client-\d+\.log")
"""Details of an unforeseen error, where the data folder could not be written to."""


def found_files(data: Path) -> tuple[Path, ...]:
    """Return the files and folders that are about the person, except the store."""
    named = (
        places.habits_file(data),
        places.log_file(data),
        places.checked_dir(data),
        places.joined_dir(data),
        places.classes_dir(data),
    )
    parts = [one.with_name(f"{one.name}.part") for one in named]
    inside = [one for one in (*named, *parts) if one.exists() or one.is_symlink()]
    return (*inside, *_crashes(Path(tempfile.gettempdir())))


def erase_files(files: Iterable[Path]) -> tuple[Path, ...]:
    """Delete files and folders; of links, the link. Returns those that are left."""
    files = tuple(files)
    for one in files:
        with suppress(OSError):
            if one.is_dir() and not one.is_symlink():
                shutil.rmtree(one)
            else:
                one.unlink(missing_ok=True)
    return tuple(one for one in files if one.exists() or one.is_symlink())


def left_files(data: Path) -> tuple[str, ...]:
    """Return the names of what is left in a data folder besides the store."""
    names: list[str] = []
    with suppress(OSError):
        names = sorted(one.name for one in data.iterdir())
    return tuple(name for name in names if not _STORE.fullmatch(name))


def _crashes(folder: Path) -> Iterator[Path]:
    """Yield the logs of ours that lie in the system's folder for passing files."""
    with suppress(OSError):
        for one in folder.iterdir():
            if _CRASH.fullmatch(one.name) and _ours(one):
                yield one


def _ours(file: Path) -> bool:
    """Tell whether a file belongs to whoever owns what we make."""
    try:
        return file.is_file() and not file.is_symlink() and _owner(file) == _me()
    except OSError:
        return False


def _owner(file: Path) -> int:
    return file.stat().st_uid


def _me() -> int:
    return Path.home().stat().st_uid
