"""Wordings that were read once, kept in a file: the next class need not wait for them.

Every record has the same length: a key, what was read, a checksum. Records are only
added; one that is damaged, as by a full disk, is passed over. What was read by another
reader, or by another version of this one, lies in another file, which is thrown away.
"""

import struct
from array import array
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Final
from zlib import crc32

from scoring.reading.impression import OUTPUTS, Impression

_KEY: Final = 16
_VECTOR: Final = 384
_BODY: Final = struct.Struct(f"<{OUTPUTS + 3}d{_VECTOR}f")
_CHECK: Final = struct.Struct("<I")
_RECORD: Final = _KEY + _BODY.size + _CHECK.size
MOST: Final = 100_000
"""Records in a file: 190 MB; a longer one is begun anew."""


class Shelf:
    """Impressions of wordings, by what was said before them."""

    def __init__(self, folder: Path, reader: Iterable[bytes]) -> None:
        """Open the file; one that cannot be used leaves the shelf empty.

        Args:
            folder: Where it lies; made when it is not there.
            reader: All that an impression depends on, beside the words.
        """
        name = blake2b(digest_size=_KEY)
        for one in reader:
            name.update(one)
        self._file = folder / f"{name.hexdigest()}.read"
        self._kept: dict[bytes, bytes] = {}
        self._taken_in = 0
        """Bytes of the file that were taken in."""
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            for other in folder.glob("*.read"):
                if other != self._file:
                    other.unlink()
            self._load()

    def get(self, text: str, line: str) -> Impression | None:
        """Return what was made of a wording after a line; None when it is not here.

        What others have put on the shelf meanwhile is found, too.
        """
        key = _key(text, line)
        if key not in self._kept:
            with suppress(OSError):
                self._take_in()
        body = self._kept.get(key)
        if body is None:
            return None
        overall, matter, order, *rest = _BODY.unpack(body)
        chances, vector = rest[:OUTPUTS], rest[OUTPUTS:]
        return Impression(
            array("d", chances), (), overall, array("d", vector), matter, order
        )

    def put(self, text: str, line: str, impression: Impression) -> None:
        """Keep what was made of a wording, unless it cannot be kept to the last bit."""
        key = _key(text, line)
        told = (impression.overall, impression.matter, impression.order)
        if len(impression.vector) != _VECTOR:
            return
        body = _BODY.pack(*told, *impression.chances, *impression.vector)
        self._kept[key] = body
        found = self.get(text, line)
        if found is None or list(found.vector) != list(impression.vector):
            del self._kept[key]
            return
        with suppress(OSError), self._file.open("ab") as file:
            file.write(key + body + _CHECK.pack(crc32(key + body)))

    def _load(self) -> None:
        length = self._file.stat().st_size if self._file.exists() else 0
        if length % _RECORD or length > MOST * _RECORD:
            self._file.unlink()
        self._take_in()

    def _take_in(self) -> None:
        if not self._file.exists() or self._file.stat().st_size <= self._taken_in:
            return
        with self._file.open("rb") as file:
            file.seek(self._taken_in)
            whole = file.read()
        whole = whole[: len(whole) // _RECORD * _RECORD]
        self._taken_in += len(whole)
        for start in range(0, len(whole), _RECORD):
            record = whole[start : start + _RECORD]
            said, check = record[: -_CHECK.size], record[-_CHECK.size :]
            if _CHECK.pack(crc32(said)) == check:
                self._kept[said[:_KEY]] = said[_KEY:]


def _key(text: str, line: str) -> bytes:
    return blake2b(f"{text}\0{line}".encode(), digest_size=_KEY).digest()
