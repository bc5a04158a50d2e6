"""Take an archive in: what is known is not doubled, what differs is kept beside."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from simulator.garbage import uncollected
from simulator.keeping.archive import Archive
from simulator.keeping.besides import KnownAs, Unsent
from simulator.keeping.merging import Fate, Placed, placed, renamed
from simulator.keeping.weaving import woven
from simulator.store import Arrived, Log, Refusal, Reviewed, Whole

_AT_ONCE: Final = 50
"""Attempts that are committed together: others who write wait no longer than that."""


class Taken(Struct, frozen=True):
    """What became of the attempts of an archive."""

    counts: Counter[Fate]
    conflicts: tuple[tuple[str, str], ...]
    """Id in the archive, and id under which it is kept here now."""
    drills: int = 0
    """Answers to drills, and answers taken back, that were not here."""


def take_in(archive: Archive, whole: Whole, done: Callable[[int], object]) -> Taken:
    """Take in all of a person's that an archive holds, which is read over first.

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
    names: dict[str, str] = {}
    if archive.attempts:
        with whole.writing():
            for digest, text in archive.texts():
                whole.add_text(digest, text)
    for logs in _batches(archive.logs()):
        with whole.writing():
            for log in logs:
                one_placed = _kept(whole, log)
                name, there = log.kept.header.id, one_placed.log.kept.header.id
                names[name] = there
                counts[one_placed.fate] += 1
                if one_placed.fate is Fate.CONFLICT:
                    conflicts.append((name, there))
        done(len(logs))
    _keep_sent(archive, whole, names)
    return Taken(counts, tuple(conflicts), _keep_practice(archive, whole))


def _kept(whole: Whole, log: Log) -> Placed:
    found = placed(log, whole.log)
    if found.fate is not Fate.KNOWN:
        whole.put(found.log)
    whole.add_said(renamed(log, found.log.kept.header.id))
    return found


def _keep_sent(archive: Archive, whole: Whole, names: Mapping[str, str]) -> None:
    """Keep what the archive knows of sending, so that nothing is sent twice.

    Args:
        archive: What comes in.
        whole: Where to keep it.
        names: The attempts of the archive, and the ids that they have here.
    """
    told = list(archive.sent())
    known = [one.id for one in told if isinstance(one, KnownAs)]
    sent = [one for one in told if not isinstance(one, KnownAs)]
    here = [_here(one, names) for one in sent if one.attempt in names]
    if told:
        with whole.writing():
            for name in known:
                whole.be_known_as(name)
            whole.put_sent(one for one in here if one is not None)


def _here(one: Arrived | Refusal, names: Mapping[str, str]) -> Arrived | Refusal | None:
    """Return it of the attempt as it is called here.

    What was refused has an id made from the attempt's; under another it never waits.
    """
    name = names[one.attempt]
    if isinstance(one, Refusal):
        return one if name == one.attempt else None
    return replace(one, attempt=name)


def _keep_practice(archive: Archive, whole: Whole) -> int:
    """Keep the reviews that are not here; returns how many those are."""
    came = tuple(archive.practised())
    if not came:
        return 0
    theirs = [one for one in came if isinstance(one, Reviewed)]
    with whole.writing():
        for one in came:
            if isinstance(one, Unsent):
                whole.put_drill_draft(one.card, one.words)
        ours = whole.practised()
        both = woven(ours, theirs)
        if len(both) > len(ours):
            whole.put_practised(both)
    return len(both) - len(ours)


def _batches(logs: Iterator[Log]) -> Iterator[Sequence[Log]]:
    while batch := tuple(islice(logs, _AT_ONCE)):
        yield batch
