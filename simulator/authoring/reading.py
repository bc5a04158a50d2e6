"""Find and read the files that `check` is asked about."""

import os
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from msgspec import Struct

from simulator.authoring.drilled import Drilled, as_talk
from simulator.messages import N_
from simulator.packs import UnreadableFileError, read_file
from simulator.packs.files import is_folder
from simulator.scenario.drills import ParsedDrills
from simulator.scenario.findings import Finding
from simulator.scenario.kinds import ParsedAny, parse_any
from simulator.scenario.packs import Pack, ParsedPack
from simulator.scenario.parsing import Parsed
from simulator.scenario.plays import ParsedPlaythroughs, Playthroughs
from simulator.scenario.rubrics import ParsedRubric
from simulator.scenario.rulebooks import ParsedRulebook

_SUFFIXES: Final = frozenset({".yaml", ".yml"})


class Source(Struct, frozen=True):
    """A file that was read and parsed."""

    path: Path
    data: bytes
    findings: tuple[Finding, ...]
    scenario: Parsed | None = None
    """Only of a scenario."""
    plays: Playthroughs | None = None
    """Only of play-throughs without errors."""
    drills: Drilled | None = None
    """Only of drills."""
    pack: Pack | None = None
    """Only of a `pack.yaml` without errors."""
    part: str | None = None
    """The id of a rubric or a rulebook without errors."""

    @property
    def file(self) -> str:
        """What findings call it."""
        return str(self.path)


class Shelf(Struct):
    """Files read so far, each once, and those that could not be."""

    before: dict[Path, Source] = {}
    """Files as they were the last time; one that is the same is not parsed again."""
    texts: dict[Path, bytes] = {}
    """What was read so far, parsed or not."""
    sources: dict[Path, Source] = {}
    unreadable: list[UnreadableFileError] = []

    def opened(self, paths: Sequence[Path]) -> Iterator[tuple[Path, bytes]]:
        """Read files and what lies beside them, without making sense of it yet."""
        folders = dict.fromkeys(path.parent for path in paths)
        beside = (path for folder in folders for path in _yaml_files(folder))
        for path in dict.fromkeys((*paths, *beside)):
            with suppress(UnreadableFileError):
                yield path, self._text(path)

    def read(self, path: Path) -> Source | None:
        """Read and parse a file; None, and a note of why, if that cannot be."""
        if path not in self.sources:
            try:
                self.sources[path] = self._parsed(path, self._text(path))
            except UnreadableFileError as error:
                self.unreadable.append(error)
                return None
        return self.sources[path]

    def beside(self, folder: Path, lot: Container[Path] | None) -> Iterator[Source]:
        """Read what lies in a folder, or those files of a lot that do, quietly."""
        for path in _yaml_files(folder):
            if lot is None or path in lot:
                source = self.quietly(path)
                if source is not None:
                    yield source

    def quietly(self, path: Path) -> Source | None:
        """Read and parse a file; None if that cannot be, and no word of it."""
        try:
            source = self.sources.get(path) or self._parsed(path, self._text(path))
        except UnreadableFileError:
            return None
        return self.sources.setdefault(path, source)

    def _text(self, path: Path) -> bytes:
        if path not in self.texts:
            self.texts[path] = read_file(path)
        return self.texts[path]

    def _parsed(self, path: Path, data: bytes) -> Source:
        known = self.before.get(path)
        if known is None or known.data != data:
            known = self.before[path] = _parsed(path, data)
        return known


def named(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files that paths name: themselves, or all YAML files in a folder."""
    for path in paths:
        if is_folder(path):
            yield from sorted(
                found
                for found in path.rglob("*")
                if found.suffix in _SUFFIXES and not _hidden(found, path)
            )
        else:
            yield path


def closed(paths: Iterable[Path]) -> Iterator[UnreadableFileError]:
    """Yield the folders among paths that may not be looked into."""
    for path in paths:
        if is_folder(path) and not os.access(path, os.R_OK | os.X_OK):
            yield UnreadableFileError(path, N_("it may not be read"))


def once(paths: Iterable[Path]) -> Iterator[Path]:
    """Leave out what was named before, be it by another path."""
    known: set[Path] = set()
    for path in paths:
        whole = _whole(path)
        if whole not in known:
            known.add(whole)
            yield path


def _whole(path: Path) -> Path:
    try:
        return Path(os.path.normpath(path.absolute()))
    except OSError:  # where one stands may be gone
        return path


def _hidden(path: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(root).parts)


def _yaml_files(folder: Path) -> list[Path]:
    try:
        return sorted(p for p in folder.iterdir() if p.suffix in _SUFFIXES)
    except OSError:
        return []


def _parsed(path: Path, data: bytes) -> Source:
    parsed = parse_any(data, str(path))
    return Source(
        path,
        data,
        parsed.findings,
        scenario=parsed if isinstance(parsed, Parsed) else None,
        plays=(parsed.playthroughs if isinstance(parsed, ParsedPlaythroughs) else None),
        drills=as_talk(parsed) if isinstance(parsed, ParsedDrills) else None,
        pack=parsed.pack if isinstance(parsed, ParsedPack) else None,
        part=_part(parsed),
    )


def _part(parsed: ParsedAny) -> str | None:
    match parsed:
        case ParsedRubric():
            return parsed.rubric.id if parsed.rubric else None
        case ParsedRulebook():
            return parsed.rulebook.id if parsed.rulebook else None
        case _:
            return None
