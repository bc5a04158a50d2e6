"""What earlier checks found, kept on disk: what is the same is not looked at again.

A check depends on nothing but the files, the way of looking and this program, so
the same of all three comes to the same findings. Each note is a small file, named
by a digest of what it depends on; one that is missing, broken or cannot be written
costs a second look, and nothing else.
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import astuple

from simulator.scenario.findings import Finding, Severity
from simulator.watching import signature

MOST: Final = 2_000
"""Notes kept at most; the ones not asked for longest go."""
_SPARED: Final = 200
"""So many fewer are left when some go, so that they do not go one by one."""
_PROGRAM: Final = ("simulator", "scoring")
_APART: Final = frozenset({"cli", "tui", "plain", "classroom", "locale"})
"""What lies beside or above `authoring`, so that no finding can depend on it: the
import contracts see to that."""
_READING: Final = ("yaml", "onnxruntime")
"""Packages on which it depends what is read, in a file and in own words: any other
version of them brings another file."""
_ROOT: Final = Path(__file__).parents[2]

Question = tuple[str, ...]
"""What was looked for outside of the folder that is checked."""


class Note(Struct, frozen=True):
    """What was found, and what it stands on besides the files that were checked."""

    findings: tuple[Finding, ...]
    stands_on: tuple[tuple[Question, str], ...] = ()
    """What was looked for elsewhere, and what was found there."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """The notes of earlier checks, in a folder that is made for the first."""

    folder: Path
    _tidied: list[bool] = field(default_factory=list[bool], repr=False)

    def recalled(self, key: str) -> Note | None:
        """Return the note of a key; None when there is none that can be used."""
        file = self.folder / f"{key}.json"
        try:
            note = _note(json.loads(file.read_bytes()))
            file.touch()
        except (OSError, ValueError, TypeError, KeyError):
            return None
        return note

    def keep(self, key: str, note: Note) -> None:
        """Keep a note, whole or not at all."""
        file = self.folder / f"{key}.json"
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            beside = file.with_suffix(".part")
            beside.write_bytes(_written(note))
            beside.replace(file)
            self._tidy()

    def _tidy(self) -> None:
        """Let the oldest notes go, once for all that are kept by this program."""
        if self._tidied:
            return
        self._tidied.append(True)
        notes = [
            (told.modified, path)
            for path in self.folder.iterdir()
            if (told := signature(path)) is not None
        ]
        if len(notes) > MOST:
            for _, path in sorted(notes)[: len(notes) - MOST + _SPARED]:
                path.unlink(missing_ok=True)


def key(*parts: object) -> str:
    """Return the digest of what findings depend on, this program included.

    Args:
        parts: Values whose `repr` tells them from all others, on every run alike.
    """
    return _digest([program(), *map(repr, parts)])


def digest(data: bytes) -> str:
    """Return the digest of a file's bytes."""
    return hashlib.sha256(data).hexdigest()


@cache
def program() -> str:
    """Return what changes whenever a file changes that findings may depend on."""
    files = sorted(path for part in _PROGRAM for path in _files(_ROOT / part))
    specs = [spec for spec in map(find_spec, _READING) if spec is not None]
    files += [Path(spec.origin) for spec in specs if spec.origin is not None]
    return _digest([sys.version, *[f"{path} {signature(path)}" for path in files]])


def _files(package: Path) -> Iterator[Path]:
    for path in package.rglob("*"):
        apart = path.relative_to(package).parts[0] in _APART
        if not apart and path.suffix != ".pyc":
            yield path


def _digest(parts: Iterable[str]) -> str:
    return digest("\0".join(parts).encode("utf-8", "surrogatepass"))


def _written(note: Note) -> bytes:
    """Write a note as JSON; the name of a file may be bytes that are no text."""
    findings = [astuple(finding) for finding in note.findings]
    text = json.dumps([findings, note.stands_on], ensure_ascii=False)
    return text.encode("utf-8", "surrogatepass")


def _note(body: Any) -> Note:
    findings, stands_on = body
    return Note(
        tuple(_finding(one) for one in findings),
        tuple((tuple(question), str(answer)) for question, answer in stands_on),
    )


def _finding(fields: Sequence[Any]) -> Finding:
    file, line, column, code, severity, message, params, remedy = fields
    return Finding(
        file, line, column, code, Severity(severity), message, dict(params), remedy
    )
