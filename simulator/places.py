"""Where things are kept: one folder, which the person can move.

Nothing is created here; whoever writes first makes the folder.
"""

import os
from pathlib import Path
from typing import Final

VARIABLE: Final = "WHOSE_CLIENT_DATA"
_NAME: Final = "whose-client"


def data_dir(explicit: Path | None = None) -> Path:
    """Return the data folder.

    Args:
        explicit: The folder of `--data`; wins over the variable
            `WHOSE_CLIENT_DATA`, which wins over the platform's own place.
    """
    if explicit is not None:
        return _at_home(explicit)
    if named := os.environ.get(VARIABLE):
        return _at_home(Path(named))
    from platformdirs import user_data_path

    return user_data_path(_NAME, appauthor=False)


def packs_dir(data: Path) -> Path:
    """Return where a person's own packs lie."""
    return data / "packs"


def habits_file(data: Path) -> Path:
    """Return where language and theme are remembered."""
    return data / "habits.json"


def checked_dir(data: Path) -> Path:
    """Return where `check` keeps what it found; nothing is lost with it."""
    return data / "checked"


def read_dir(data: Path) -> Path:
    """Return where wordings lie that were read once; nothing is lost with them."""
    return data / "read"


def joined_dir(data: Path) -> Path:
    """Return where it is noted in which classes one plays."""
    return data / "joined"


def classes_dir(data: Path) -> Path:
    """Return where it is noted which classes one holds."""
    return data / "classes"


def log_file(data: Path) -> Path:
    """Return where the details of an unforeseen error go."""
    return data / "errors.log"


def _at_home(path: Path) -> Path:
    """Put the home folder for `~`; where there is none, `~` is a name like others."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path
