"""Read an archive of one's data without trusting it. The format: docs/data.md.

Nothing of it is ever written to a path that it names, and no more of it is held than
one attempt.
"""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Final

from simulator.keeping.besides import Practised, Sent, practised_of, sent_of
from simulator.keeping.errors import (
    NewerArchiveError,
    NotAnArchiveError,
    OddMemberError,
    TooMuchError,
    UnreadableArchiveError,
)
from simulator.keeping.lines import log_of
from simulator.packs import LIMIT
from simulator.store import Log
from simulator.tables import BROKEN_ZIP

FORMAT: Final = 2
"""The version of the archives that this program writes, and the latest it reads.

The first held neither practice nor what was sent; it is read as well."""
MANIFEST: Final = "whose-client.json"
ATTEMPTS: Final = "attempts.jsonl"
DRILLS: Final = "drills.jsonl"
OUTBOX: Final = "outbox.jsonl"
SETTINGS: Final = "settings.json"
CLASSES: Final = "classes.json"
TEXTS: Final = "texts/"

MOST_TEXT: Final = LIMIT + 1
MOST_LINE: Final = 64 * 1024 * 1024
"""Bytes of one attempt, of any other line, of the manifest, of the settings."""
_MOST: Final = 16 * 1024**3
"""Bytes in all: of a thousand times as many talks as anybody plays."""
_DENSE: Final = 200
"""Times that a large member may be smaller when packed; talks come to ten or twenty."""
_PACKINGS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LINES: Final = (ATTEMPTS, DRILLS, OUTBOX)
"""Members that are read line by line."""
_NAMES: Final = frozenset({MANIFEST, *_LINES, SETTINGS, CLASSES})
_TEXT: Final = re.compile(r"texts/[0-9a-f]{64}")
_WRONG: Final = (*BROKEN_ZIP, ValueError, TypeError, LookupError, AttributeError)


class Archive:
    """An open archive, of which all has been read over once."""

    def __init__(self, path: Path, opened: zipfile.ZipFile) -> None:
        """Look at what it says it holds.

        Raises:
            KeepingError: It cannot be taken in.
        """
        self._path, self._zip = path, opened
        manifest = _object(self._whole(MANIFEST, MOST_LINE))
        found = manifest["whose-client-data"]
        if type(found) is not int or found < 1:
            raise ValueError
        if found > FORMAT:  # told first: it may hold what has no place in ours
            raise NewerArchiveError(path, found, FORMAT)
        self._members = _members(path, opened)
        self._digests = _object_of(manifest["sha256"])
        attempts = manifest["attempts"]
        if type(attempts) is not int or attempts < 0:
            raise ValueError
        self.attempts: int = attempts
        """How many it holds."""
        if {MANIFEST, *self._digests} != set(self._members):
            raise ValueError

    def check(self) -> Iterator[int]:
        """Read all of it over; yields 1 for each attempt.

        Raises:
            KeepingError: Something in it is not as it was written.
        """
        with _refused(self._path):
            for name in self._members:
                if name not in (MANIFEST, *_LINES):
                    self._checked(name)
            for _ in chain(self.practised(), self.sent()):
                pass  # reading them over is what is wanted
            seen = 0
            for log in self.logs():
                if f"{TEXTS}{log.kept.header.digest}" not in self._members:
                    raise ValueError
                seen += 1
                yield 1
            if seen != self.attempts:
                raise ValueError

    def texts(self) -> Iterator[tuple[str, bytes]]:
        """Yield the texts that were played on, by their digests."""
        with _refused(self._path):
            for name in self._members:
                if name.startswith(TEXTS):
                    yield name.removeprefix(TEXTS), self._checked(name)

    def logs(self) -> Iterator[Log]:
        """Yield the attempts in the order of the archive."""
        with _refused(self._path):
            yield from map(log_of, self._lines(ATTEMPTS))

    def practised(self) -> Iterator[Practised]:
        """Yield the log of reviews, in its order, then drafts of drills."""
        with _refused(self._path):
            yield from map(practised_of, self._lines(DRILLS))

    def sent(self) -> Iterator[Sent]:
        """Yield what is known of sending; nothing where it holds none."""
        with _refused(self._path):
            yield from map(sent_of, self._lines(OUTBOX))

    def settings(self) -> dict[str, str]:
        """Return the settings that are words; empty where there are none."""
        with _refused(self._path):
            if SETTINGS not in self._members:
                return {}
            body = _object(self._checked(SETTINGS))
            return {name: one for name, one in body.items() if isinstance(one, str)}

    def _lines(self, name: str) -> Iterator[bytes]:
        """Yield the lines of a member, which is what was written.

        Only attempts have to be there.
        """
        if name not in self._members and name != ATTEMPTS:
            return
        digest = hashlib.sha256()
        with self._zip.open(name) as packed:
            source = io.BufferedReader(packed, 1 << 18)  # type: ignore[type-var]  # reads like a raw file
            while line := source.readline(MOST_LINE + 1):
                if len(line) > MOST_LINE:
                    raise TooMuchError(self._path)
                digest.update(line)
                yield line
        if digest.hexdigest() != self._digests[name]:
            raise ValueError

    def _checked(self, name: str) -> bytes:
        """Return a member, which is what was written."""
        most = MOST_TEXT if name.startswith(TEXTS) else MOST_LINE
        data = self._whole(name, most)
        digest = hashlib.sha256(data).hexdigest()
        named = name.removeprefix(TEXTS) if name.startswith(TEXTS) else digest
        if not digest == self._digests[name] == named:
            raise ValueError
        return data

    def _whole(self, name: str, most: int) -> bytes:
        if self._zip.getinfo(name).file_size > most:
            raise TooMuchError(self._path)
        return self._zip.read(name)


@contextmanager
def opened_archive(path: Path) -> Iterator[Archive]:
    """Open an archive; what is wrong with it is told before anything is taken in.

    Raises:
        KeepingError: It cannot be read, or not be taken in.
    """
    with _refused(path):
        if path.exists() and not path.is_file():  # a pipe would never end
            raise NotAnArchiveError(path)
        opened = zipfile.ZipFile(path)
    with opened:
        with _refused(path):
            archive = Archive(path, opened)
        yield archive


def _members(path: Path, opened: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Return what an archive says it holds; zipfile holds it to the sizes.

    Raises:
        KeepingError: Something has no place there, or is far too much.
    """
    found: dict[str, zipfile.ZipInfo] = {}
    for one in opened.infolist():
        odd = one.filename not in _NAMES and not _TEXT.fullmatch(one.filename)
        if odd or one.filename in found:
            raise OddMemberError(path, one.filename)
        if one.compress_type not in _PACKINGS:
            raise ValueError
        dense = one.file_size > _DENSE * max(one.compress_size, 1)
        if dense and one.file_size > MOST_LINE:
            raise TooMuchError(path)
        found[one.filename] = one
    if sum(one.file_size for one in found.values()) > _MOST:
        raise TooMuchError(path)
    return found


def _object(data: bytes) -> dict[str, object]:
    return _object_of(json.loads(data))


def _object_of(body: object) -> dict[str, object]:
    if not isinstance(body, dict):
        raise TypeError
    return body


@contextmanager
def _refused(path: Path) -> Iterator[None]:
    """Tell in words what is wrong with a file."""
    try:
        yield
    except OSError as error:
        raise UnreadableArchiveError(path, error.strerror or str(error)) from error
    except _WRONG as error:
        raise NotAnArchiveError(path) from error
