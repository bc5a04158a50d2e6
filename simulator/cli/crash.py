"""Where the details of an unforeseen error go."""

import os
import platform
import tempfile
import traceback
from pathlib import Path
from typing import Final

from simulator import __version__, places

_MOST_BYTES: Final = 1_000_000
"""A log that has grown beyond this begins anew."""


def write_details(error: Exception, data: str | None) -> Path:
    """Append a traceback to the log, and return where that is.

    The data folder may be what is broken; then the system's temporary folder is
    used instead.

    Args:
        error: What went wrong.
        data: The folder of `--data`, if it was given.

    Raises:
        OSError: Neither can be written to.
    """
    try:
        folder = places.data_dir(Path(data) if data else None)
        return _append(places.log_file(folder), error)
    except OSError:
        name = f"whose-client-{os.getpid()}.log"
        return _append(Path(tempfile.gettempdir()) / name, error)


def _append(path: Path, error: Exception) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    grown = path.exists() and path.stat().st_size > _MOST_BYTES
    with path.open("w" if grown else "a", encoding="utf-8", errors="replace") as log:
        log.write(f"whose-client {__version__}, Python {platform.python_version()}\n")
        log.writelines(traceback.format_exception(error))
        log.write("\n")
    return path
