"""The readings of a store that a trainer goes through, and what he said of them."""

import heapq
from collections.abc import Iterator, Sequence

from msgspec import Struct

from scoring.codes import Code, CodeUse
from simulator.engine import BadEventsError, from_json
from simulator.keeping.correcting import (
    Agreement,
    Doubtful,
    Hear,
    agreement,
    body_of,
    codes_of,
    readings,
)
from simulator.store import Correction, Log, Whole

_OWN_WORDS = ("reader", "trainee")


class Judged(Struct, frozen=True):
    """A reading with what the trainer says of it."""

    reading: Doubtful
    codes: tuple[CodeUse, ...]
    """What the reply does, by the last who judged it."""


def doubtful(whole: Whole, hear: Hear, last: int) -> tuple[Doubtful, ...]:
    """Return readings that nobody has judged yet, the least certain first.

    Args:
        whole: The store.
        hear: The reader.
        last: So many attempts in own words are looked at, those last played.
    """
    own = (log for log in whole.logs() if _in_own_words(log))
    found: list[Doubtful] = []
    for log in heapq.nlargest(last, own, key=lambda log: log.kept.last_at):
        known = {one.place for one in whole.corrections(log.kept.header.id)}
        found += [one for one in _readings(log, hear) if one.place not in known]
    return tuple(sorted(found, key=lambda one: one.certainty))


def judge(
    whole: Whole, one: Doubtful, codes: Sequence[CodeUse], who: str, at: str
) -> None:
    """Keep what a trainer says that a reply does; returns once it is committed."""
    with whole.writing():
        whole.correct(one.attempt, Correction(one.place, at, who, body_of(codes)))


def judged(whole: Whole) -> Iterator[Judged]:
    """Yield every reading that was judged, by attempts."""
    for log in whole.logs():
        said = {
            one.place: codes
            for one in whole.corrections(log.kept.header.id)
            if (codes := codes_of(one.body)) is not None
        }
        if said:
            for reading in _readings(log, None):
                if reading.place in said:
                    yield Judged(reading, said[reading.place])


def agreed(found: Sequence[Judged]) -> Agreement:
    """Tell how far the reader agrees with what was said of its readings."""
    return agreement([(_set(one.reading.codes), _set(one.codes)) for one in found])


def _set(codes: Sequence[CodeUse]) -> frozenset[Code]:
    return frozenset(use.code for use in codes)


def _in_own_words(log: Log) -> bool:
    return any(one.body.get("by") in _OWN_WORDS for one in log.events)


def _readings(log: Log, hear: Hear | None) -> Iterator[Doubtful]:
    header = log.kept.header
    try:
        events = [from_json(one.body) for one in log.events]
    except BadEventsError:
        return
    yield from readings(header.id, header.language, events, hear)
