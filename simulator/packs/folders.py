"""Packs as they lie on disk: which there are, and what is in them."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Final

from msgspec import Struct

from simulator.packs.errors import PackError
from simulator.packs.files import LIMIT, inside, listed, present, read_file
from simulator.scenario.model import Difficulty
from simulator.scenario.packs import Pack, parse_pack
from simulator.scenario.peek import Header, peek

PACK_FILE: Final = "pack.yaml"
PLAYTHROUGHS: Final = ".playthroughs.yaml"
SUFFIXES: Final = frozenset({".yaml", ".yml"})


class Part(StrEnum):
    """What a scenario may need besides itself, by the folder that holds it."""

    RUBRIC = "rubrics"
    RULEBOOK = "rulebooks"


class Folder(Struct, frozen=True):
    """A pack on disk."""

    path: Path
    pack: Pack


class Entry(Struct, frozen=True):
    """A scenario as a list shows it."""

    id: str
    title: str
    language: str
    """The language of this title and of the talk; not always the one asked for."""
    languages: tuple[str, ...]
    """All languages it can be played in, by the names of the files."""
    difficulty: Difficulty
    minutes: int
    pack: str
    path: Path


def found(roots: Iterable[Path]) -> Iterator[Folder]:
    """Yield the packs of some folders, each of which may be a pack itself.

    One whose `pack.yaml` is broken or cannot be read is left out.
    """
    for root in roots:
        for place in (root, *listed(root)):
            pack = _described(place)
            if pack is not None:
                yield Folder(place, pack)


def entries(folder: Folder) -> dict[str, list[Entry]]:
    """Return the scenarios of a pack, id → its languages; reads their heads only."""
    heads: dict[str, list[tuple[Header, Path]]] = {}
    for path in _scenario_files(folder):
        head = _head(path)
        if head is not None:
            heads.setdefault(head.id, []).append((head, path))
    return {name: _versions(told, folder.pack.id) for name, told in heads.items()}


def part(folder: Folder, kind: Part, name: str) -> Path | None:
    """Return the rubric or rulebook of a name in a pack; None when it has none.

    Raises:
        UnreadableFileError: It lies outside the pack.
    """
    told = folder.pack.rubrics if kind is Part.RUBRIC else folder.pack.rulebooks
    for relative in told if told is not None else (f"{kind}/{name}.yaml",):
        if PurePosixPath(relative).stem == name and present(folder.path / relative):
            return inside(folder.path, relative)
    return None


def _described(place: Path) -> Pack | None:
    file = place / PACK_FILE
    if not present(file):
        return None
    try:
        return parse_pack(read_file(inside(place, PACK_FILE)), str(file)).pack
    except PackError:
        return None


def _scenario_files(folder: Folder) -> Iterator[Path]:
    """Yield the files that `pack.yaml` lists, or every YAML file beside it.

    One that leads out of the pack is left out.
    """
    names: Sequence[str] | None = folder.pack.scenarios
    if names is None:
        names = [one.name for one in listed(folder.path) if one.suffix in SUFFIXES]
    for name in names:
        try:
            yield inside(folder.path, name)
        except PackError:
            continue


def _head(path: Path) -> Header | None:
    try:
        data = read_file(path)
    except PackError:
        return None
    return peek(data) if len(data) <= LIMIT else None


def _versions(heads: Sequence[tuple[Header, Path]], pack: str) -> list[Entry]:
    languages = tuple(head.language for head, _ in heads)
    return [
        Entry(
            head.id,
            head.title,
            head.language,
            languages,
            head.difficulty,
            head.minutes,
            pack,
            path,
        )
        for head, path in heads
    ]
