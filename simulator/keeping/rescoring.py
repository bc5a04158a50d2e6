"""Score what is kept anew, by a rubric and a rulebook that have changed since.

What was heard in own words stays as it was heard, except where a trainer has put it
right.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from itertools import islice
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from scoring.rubric import Rubric
from scoring.scorecard import Scorecard, Version, score
from simulator.engine import BadEventsError, from_json, talk_of
from simulator.keeping.correcting import corrected
from simulator.packs import Library, Loaded, PackError
from simulator.store import Correction, CorruptStoreError, Kept, Log, Scored, Whole

_AT_ONCE: Final = 200
"""Attempts that are committed together: others who write wait no longer than that."""
_READY: Final = 64
"""Scenarios that are kept ready: a person plays a few, over and over."""


class Unscored(StrEnum):
    """Why an attempt was not scored anew."""

    UNFINISHED = "unfinished"
    """It has no score before it has come to an end."""
    DAMAGED = "damaged"
    """It, or its scenario, cannot be read any more."""
    NO_RULES = "no-rules"
    """Its rubric or its rulebook is gone."""
    OTHER_RUBRIC = "other-rubric"
    """It is scored by another rubric than the one that was named."""


class Anew(Struct, frozen=True):
    """An attempt, and what it scores now."""

    kept: Kept
    """With the scores of before."""
    after: Scored | None
    why: Unscored | None = None
    """Why there are none."""

    @property
    def changed(self) -> bool:
        """True when it scores otherwise than before."""
        standing, after = self.kept.standing, self.after
        before = standing.business, standing.key_client
        return after is not None and before != (after.business, after.key_client)


def scored_anew(
    whole: Whole, library: Library, rubric: Rubric | None, at: str
) -> Iterator[Anew]:
    """Yield every attempt with what it scores by the rules of today.

    Args:
        whole: The store; nothing is written.
        library: Where rubrics and rulebooks are.
        rubric: Takes the place of the rubric of its name; None: the library's own.
        at: This moment; ISO 8601, UTC.

    Raises:
        StoreError: The store cannot be read.
    """
    shelf = _Shelf(whole, library, rubric)
    for log in whole.logs():
        yield _anew(log, shelf, at)


def score_again(whole: Whole, library: Library, attempt: str, at: str) -> int:
    """Score one attempt anew and let that stand; see `scored_anew`, `keep_scores`.

    Returns:
        1 where its score has changed, 0 otherwise.
    """
    log = whole.log(attempt)
    found = [] if log is None else [_anew(log, _Shelf(whole, library, None), at)]
    return keep_scores(whole, found, lambda _: None)


def keep_scores(
    whole: Whole, found: Iterable[Anew], done: Callable[[int], object]
) -> int:
    """Let the new scores stand; the earlier ones are kept beside them.

    Whatever ends the program in the midst, each attempt stands as before or as after;
    doing it again finishes it.

    Returns:
        How many were written; one that was played on meanwhile is left alone.

    Raises:
        StoreError: They could not be kept.
    """
    changed = (one for one in found if one.changed)
    written = 0
    while batch := tuple(islice(changed, _AT_ONCE)):
        with whole.writing():
            for one in batch:
                if one.after is not None:
                    written += whole.rescore(one.kept, one.after)
        done(len(batch))
    return written


class _Shelf:
    """The scenarios of a store, ready to be scored."""

    def __init__(self, whole: Whole, library: Library, rubric: Rubric | None) -> None:
        self._whole, self._library, self._rubric = whole, library, rubric
        self.ready = lru_cache(maxsize=_READY)(self._ready)

    def corrections(self, attempt: str) -> Sequence[Correction]:
        """Return what a trainer said of an attempt's readings."""
        return self._whole.corrections(attempt)

    def _ready(self, digest: str, source: str) -> Loaded | Unscored:
        try:
            text = self._whole.text(digest)
        except CorruptStoreError:
            return Unscored.DAMAGED
        try:
            place = self._library.place(source)
            loaded = self._library.loaded(text, place, source)
        except PackError:
            return Unscored.NO_RULES
        if self._rubric is None:
            return loaded
        if loaded.rubric.id != self._rubric.id:
            return Unscored.OTHER_RUBRIC
        return replace(loaded, rubric=self._rubric)


def _anew(log: Log, shelf: _Shelf, at: str) -> Anew:
    kept = log.kept
    if not kept.readable:
        return Anew(kept, None, Unscored.DAMAGED)
    if kept.standing.ending is None:
        return Anew(kept, None, Unscored.UNFINISHED)
    loaded = shelf.ready(kept.header.digest, kept.header.source)
    if isinstance(loaded, Unscored):
        return Anew(kept, None, loaded)
    try:
        events = [from_json(one.body) for one in log.events]
        said = shelf.corrections(kept.header.id)
        events = corrected(events, said)
        talk = talk_of(loaded.scenario, events)
        card = score(talk, loaded.rubric, loaded.rulebook)
    except (BadEventsError, LookupError):  # it names what the scenario has not
        return Anew(kept, None, Unscored.DAMAGED)
    return Anew(kept, _scored(card, at, " corrected" if said else ""))


def _scored(card: Scorecard, at: str, how: str) -> Scored:
    key = card.key_client
    points = None if key is None else Fraction(key.points)
    return Scored(
        at, card.business, points, _named(card.rubric) + how, _named(card.rulebook)
    )


def _named(version: Version) -> str:
    return f"{version.id} {version.version}"
