"""What the same talks come to on two versions."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from simulator.authoring.differing.model import Bounds, Played, Scores
from simulator.authoring.differing.talks import Came, again, answers
from simulator.engine import Event
from simulator.graph import Names
from simulator.packs import Loaded


class Recorded(Struct, frozen=True):
    """A talk that was held."""

    events: tuple[Event, ...]
    new: bool = False
    """True when its ids are those of the new version."""


class Versions(Struct, frozen=True):
    """Two versions, and what is called otherwise in one than in the other."""

    old: Loaded
    new: Loaded
    names: Names
    """Old → new."""

    def both(self, talk: Recorded) -> tuple[Came | None, Came | None]:
        """Hold a talk on the old version and on the new one."""
        here = Names()
        to_old = self.names.backwards() if talk.new else here
        to_new = here if talk.new else self.names
        before = again(talk.events, self.old, to_old)
        return before, again(talk.events, self.new, to_new)

    def unique(self, talks: Iterable[Recorded]) -> tuple[Recorded, ...]:
        """Leave out talks in which the same answers were given once more."""
        found: dict[str, Recorded] = {}
        for talk in talks:
            names = Names() if talk.new else self.names
            found.setdefault(repr(list(answers(talk.events, names))), talk)
        return tuple(found.values())


def played(talks: Iterable[Recorded], versions: Versions) -> Played:
    """Hold talks on both versions; tell how many fit, and what they come to."""
    results = [versions.both(talk) for talk in talks]
    both = [(old, new) for old, new in results if old and new]
    return Played(
        talks=len(results),
        both=len(both),
        only_old=sum(old is not None and new is None for old, new in results),
        only_new=sum(old is None and new is not None for old, new in results),
        rescored=sum(_points(old) != _points(new) for old, new in both),
        ending_otherwise=sum(
            old.ending != _known(new.ending, versions) for old, new in both
        ),
        old=_scores([old for old, _ in both]),
        new=_scores([new for _, new in both]),
    )


def _points(came: Came) -> tuple[Fraction | None, Fraction | None]:
    return came.business, came.key_client


def _known(ending: str | None, versions: Versions) -> str | None:
    """Return what an ending of the new version is called in the old one."""
    return versions.names.backwards().scene(ending) if ending else ending


def _scores(came: Sequence[Came]) -> Scores:
    return Scores(
        _bounds(one.business for one in came), _bounds(one.key_client for one in came)
    )


def _bounds(points: Iterable[Fraction | None]) -> Bounds | None:
    known = list(_known_points(points))
    return Bounds(min(known), max(known)) if known else None


def _known_points(points: Iterable[Fraction | None]) -> Iterator[Fraction]:
    return (one for one in points if one is not None)
