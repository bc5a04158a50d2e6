"""The drills of a pack: which file holds them, and all they need."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from scoring.rubric import Rubric
from simulator.packs.errors import BrokenFileError
from simulator.packs.files import inside, listed, read_file
from simulator.packs.folders import SUFFIXES, Folder
from simulator.scenario.findings import Finding
from simulator.scenario.packs import Pack

if TYPE_CHECKING:
    from simulator.scenario.drills import Drills

_NAME: Final = "drills"


class LoadedDrills(Struct, frozen=True):
    """The drills of a pack, ready to be answered and scored."""

    pack: Pack
    drills: "Drills"
    path: Path
    rubric: Rubric
    findings: tuple[Finding, ...] = ()
    """What is doubtful about them; no error is among them."""


def load_drills(
    folder: Folder, language: str, rubric: Callable[[str, Path], Rubric]
) -> LoadedDrills | None:
    """Read the drills of a pack; None when it has none.

    Args:
        folder: The pack.
        language: The language wanted.
        rubric: Finds a rubric by its name and the file that names it.

    Raises:
        PackError: They cannot be read or have mistakes.
    """
    path = drills_file(folder.path, language)
    if path is None:
        return None
    from simulator.scenario.drills import parse_drills

    parsed = parse_drills(read_file(path), str(path))
    if parsed.drills is None:
        raise BrokenFileError(path, parsed.findings)
    found = rubric(parsed.drills.rubric, path)
    return LoadedDrills(folder.pack, parsed.drills, path, found, parsed.findings)


def drills_file(folder: Path, language: str) -> Path | None:
    """Return the file of a pack's drills; None when it has none.

    `drills.en.yaml` is for English; where there is none for a language, `drills.yaml`
    is taken, or else another translation.

    Raises:
        UnreadableFileError: It lies outside the pack.
    """
    names = [one.name for one in listed(folder) if _holds_drills(one)]
    wanted = (f"{_NAME}.{language}.yaml", f"{_NAME}.yaml", *names)
    name = next((one for one in wanted if one in names), None)
    return inside(folder, name) if name is not None else None


def _holds_drills(path: Path) -> bool:
    return path.suffix in SUFFIXES and path.name.partition(".")[0] == _NAME
