"""Write all of a person's talks into one archive, attempt by attempt.

The format: docs/data.md.
"""

import hashlib
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

from simulator.garbage import uncollected
from simulator.keeping.archive import (
    ATTEMPTS,
    CLASSES,
    DRILLS,
    FORMAT,
    MANIFEST,
    MOST_LINE,
    OUTBOX,
    SETTINGS,
    TEXTS,
)
from simulator.keeping.beside import beside
from simulator.keeping.besides import KnownAs, Unsent, drill_line, is_sound, sent_line
from simulator.keeping.lines import is_sound as is_sound_talk
from simulator.keeping.lines import line_of
from simulator.store import Arrived, CorruptStoreError, Refusal, Whole

_LEVEL: Final = 3
"""Of packing: the usual one takes twice as long, for a fifth less."""


class Extras(Struct, frozen=True):
    """What an archive holds besides talks."""

    made_at: str
    """ISO 8601, UTC."""
    program: str
    """The version of the program."""
    settings: Mapping[str, str]
    classes: Sequence[Mapping[str, str]]
    """The classes that were joined: no ticket among what is told of them."""


class Written(Struct, frozen=True):
    """What stands in an archive that was written."""

    attempts: int
    events: int
    left_out: tuple[str, ...]
    """Ids of attempts that are damaged."""
    drills: int = 0
    """Answers to drills, and answers taken back."""


def write_archive(
    path: Path, whole: Whole, extras: Extras, done: Callable[[int], object]
) -> Written:
    """Write an archive of everything; what stands at `path` stays until it is whole.

    It holds what was kept at one moment, whatever is played meanwhile.

    Args:
        path: Where to.
        whole: The store.
        extras: What is to be in it besides talks.
        done: Is told how many more attempts are written.

    Raises:
        NotWrittenError: It cannot be written; nothing half-written is left.
        StoreError: The store cannot be read.
    """
    with (
        beside(path, whole.path.parent) as part,
        whole.unmoved(),
        zipfile.ZipFile(
            part, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL
        ) as opened,
        uncollected(),
    ):
        return _Writer(opened, whole, done).write(extras)


class _Writer:
    def __init__(
        self, opened: zipfile.ZipFile, whole: Whole, done: Callable[[int], object]
    ) -> None:
        self._zip, self._whole, self._done = opened, whole, done
        self._digests: dict[str, str] = {}
        self._attempts = self._events = self._drills = 0
        self._left_out: list[str] = []

    def write(self, extras: Extras) -> Written:
        texts = frozenset(self._texts())
        self._member(ATTEMPTS, self._lines(texts))
        self._member(DRILLS, self._practised())
        self._member(OUTBOX, self._sent())
        self._member(SETTINGS, [_json(dict(extras.settings))])
        self._member(CLASSES, [_json(list(extras.classes))])
        manifest = {
            "whose-client-data": FORMAT,
            "program": extras.program,
            "made_at": extras.made_at,
            "attempts": self._attempts,
            "events": self._events,
            "sha256": self._digests,
        }
        self._member(MANIFEST, [_json(manifest)])
        left_out = tuple(self._left_out)
        return Written(self._attempts, self._events, left_out, self._drills)

    def _texts(self) -> Iterator[str]:
        """Write the texts that were played on; yield the digests of the sound ones."""
        for digest in self._whole.digests():
            try:
                text = self._whole.text(digest)
            except CorruptStoreError:
                continue
            self._member(f"{TEXTS}{digest}", [text])
            yield digest

    def _lines(self, texts: frozenset[str]) -> Iterator[bytes]:
        for log in self._whole.logs():
            self._done(1)
            header = log.kept.header
            line = (
                line_of(log) if is_sound_talk(log) and header.digest in texts else b""
            )
            if not 0 < len(line) <= MOST_LINE:
                self._left_out.append(header.id)
                continue
            self._attempts += 1
            self._events += len(log.events)
            yield line

    def _practised(self) -> Iterator[bytes]:
        """Yield the log of reviews, and drafts; what is damaged is left out."""
        for one in self._whole.practised():
            if is_sound(one):
                self._drills += 1
                yield drill_line(one)
        for card, words in self._whole.drill_drafts().items():
            yield drill_line(Unsent(card, words))

    def _sent(self) -> Iterator[bytes]:
        """Yield what was sent, of the attempts that are in the archive."""
        if name := self._whole.known_as():
            yield sent_line(KnownAs(name))
        left_out = frozenset(self._left_out)
        told: list[Arrived | Refusal] = [*self._whole.arrived()]
        told += self._whole.refusals()
        for one in told:
            if one.attempt not in left_out:
                yield sent_line(one)

    def _member(self, name: str, chunks: Iterable[bytes]) -> None:
        digest = hashlib.sha256()
        with self._zip.open(name, "w", force_zip64=True) as member:
            for chunk in chunks:
                member.write(chunk)
                digest.update(chunk)
        if name != MANIFEST:
            self._digests[name] = digest.hexdigest()


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2).encode(errors="replace")
