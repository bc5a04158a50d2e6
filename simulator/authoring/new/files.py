"""The files of a new scenario: all of them or none, and never over another."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path

from msgspec import Struct

from simulator.authoring.new.errors import FileThereError, NotWrittenError
from simulator.authoring.new.texts import (
    SCHEMA,
    pack_text,
    playthroughs_text,
    scenario_text,
    schema_text,
)
from simulator.authoring.new.wishes import OTHERS, Wishes, id_from, scenario_id

_PACK = "pack.yaml"


class Written(Struct, frozen=True):
    """What was written."""

    id: str
    scenario: Path
    playthroughs: Path
    pack: Path | None
    """None: the folder was a pack already."""
    schema: Path | None
    """What editors complete keys by; None: it was there already."""


def begin_scenario(wishes: Wishes, folder: Path, name: str | None = None) -> Written:
    """Write a scenario with its play-throughs and its schema; make the folder a pack.

    Args:
        wishes: What it is called and who is in it.
        folder: Made where it is missing.
        name: The id; None: made of the title, with a number if it is taken.

    Raises:
        BadIdError: `name` is not an id.
        OthersNameError: The file of that name is something else in a pack.
        FileThereError: There is a file of that name; nothing was written.
        NotWrittenError: The folder cannot be written to; nothing is left behind.
    """
    wished = scenario_id(name) if name is not None else id_from(wishes.title)
    name = wished if name is not None else _free(folder, wished)
    scenario, playthroughs = _paths(folder, name)
    texts = {
        scenario: scenario_text(wishes, name),
        playthroughs: playthroughs_text(wishes, name),
    }
    pack, schema = folder / _PACK, folder / SCHEMA
    shared = {
        pack: pack_text(wishes, id_from(folder.absolute().name)),
        schema: schema_text(wishes),
    }
    new = {path: text for path, text in shared.items() if not _there(path)}
    _write_all(folder, texts | new)
    made = [path if path in new else None for path in (pack, schema)]
    return Written(name, scenario, playthroughs, *made)


def look_at(folder: Path, name: str) -> None:
    """See to it that a scenario can have a name in a folder.

    Raises:
        FileThereError: There is a file of that name.
    """
    for path in _paths(folder, name):
        if _there(path):
            raise FileThereError(path)


def _paths(folder: Path, name: str) -> tuple[Path, Path]:
    return folder / f"{name}.yaml", folder / f"{name}.playthroughs.yaml"


def _free(folder: Path, name: str) -> str:
    """Return the name, or the first of `name-2`, `name-3`, … that nobody has."""
    names = (name if number == 1 else f"{name}-{number}" for number in count(1))
    free = (one for one in names if one not in OTHERS)
    return next(one for one in free if not any(map(_there, _paths(folder, one))))


def _there(path: Path) -> bool:
    """Tell whether a name is taken, be it by a link that leads nowhere."""
    try:
        return path.is_symlink() or path.exists()
    except OSError:  # the folder may not be looked into; writing will say so
        return False


def _write_all(folder: Path, texts: Mapping[Path, str]) -> None:
    """Make the folder and the files; take back what was made if one fails."""
    made: list[Path] = []
    path = folder
    try:
        for path in _missing(folder):
            path.mkdir(exist_ok=True)
            made.append(path)
        for path, text in texts.items():
            with path.open("x", encoding="utf-8", newline="\n") as file:
                made.append(path)
                file.write(text)
    except FileExistsError as error:
        _take_back(made)
        raise FileThereError(path) from error
    except (OSError, ValueError) as error:
        _take_back(made)
        why = getattr(error, "strerror", None) or str(error)
        raise NotWrittenError(path, why) from error


def _missing(folder: Path) -> Iterator[Path]:
    """Yield the folders that have to be made, the outer ones first."""
    for path in (*reversed(folder.parents), folder):
        if not path.exists():
            yield path


def _take_back(made: list[Path]) -> None:
    for path in reversed(made):
        with suppress(OSError):
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink()
