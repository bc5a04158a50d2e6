"""Take an archive in: what is known is not doubled, what differs is kept beside."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from simulator.garbage import uncollected
from simulator.keeping.archive import Archive
from simulator.keeping.merging import Fate, Placed, placed, renamed
from simulator.store import Log, Whole

_AT_ONCE: Final = 50
"""Attempts that are committed together: others who write wait no longer than that."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the attempts of an archive."""

    counts: Counter[Fate]
    conflicts: tuple[tuple[str, str], ...]
    """Id in the archive, and id under which it is kept here now."""


def take_in(archive: Archive, whole: Whole, done: Callable[[int], object]) -> Taken:
    """Take in all attempts of an archive, which is read over first.

    Attempts are kept one by one as wholes; whatever ends the program in the midst,
    doing it again takes in what is missing and doubles nothing.

    Args:
        archive: What to take in.
        whole: Where to keep it.
        done: Is told of each step of work; there are two for each attempt.

    Raises:
        KeepingError: The archive is not as it was written; nothing was taken in.
        StoreError: It cannot be kept here.
    """
    with uncollected():
        for one in archive.check():
            done(one)
        return _kept_all(archive, whole, done)


def _kept_all(archive: Archive, whole: Whole, done: Callable[[int], object]) -> Taken:
    counts: Counter[Fate] = Counter()
    conflicts: list[tuple[str, str]] = []
    if archive.attempts:
        with whole.writing():
            for digest, text in archive.texts():
                whole.add_text(digest, text)
    for logs in _batches(archive.logs()):
        with whole.writing():
            for log in logs:
                one_placed = _kept(whole, log)
                counts[one_placed.fate] += 1
                if one_placed.fate is Fate.CONFLICT:
                    names = (log.kept.header.id, one_placed.log.kept.header.id)
                    conflicts.append(names)
        done(len(logs))
    return Taken(counts, tuple(conflicts))


def _kept(whole: Whole, log: Log) -> Placed:
    found = placed(log, whole.log)
    if found.fate is not Fate.KNOWN:
        whole.put(found.log)
    whole.add_said(renamed(log, found.log.kept.header.id))
    return found


def _batches(logs: Iterator[Log]) -> Iterator[Sequence[Log]]:
    while batch := tuple(islice(logs, _AT_ONCE)):
        yield batch
