"""Two logs of reviews as one, each in its own order.

Pure. The order of a log tells in which days reviews were given where a clock was wrong,
so what is taken in goes where it belongs, not behind all that is here.
"""

from collections.abc import Collection, Mapping, Sequence

from simulator.store import Reviewed


def woven(ours: Sequence[Reviewed], theirs: Sequence[Reviewed]) -> tuple[Reviewed, ...]:
    """Return both logs as one; what stands in both stands in it once, as it is here.

    A review that is new here comes behind those that it followed there, and before the
    first of ours that is later by the clock, or that followed it there. Doing it again
    changes nothing.

    Args:
        ours: What is here.
        theirs: What comes in.
    """
    places = {one.key: n for n, one in enumerate(ours)}
    shared = places.keys() & {one.key for one in theirs}
    found: list[Reviewed] = []
    at = 0
    for one in {each.key: each for each in theirs}.values():
        stop = _stop(one, ours, at, places, shared)
        found += ours[at:stop]
        at = stop
        if one.key not in shared:
            found.append(one)
    return (*found, *ours[at:])


def _stop(
    one: Reviewed,
    ours: Sequence[Reviewed],
    at: int,
    places: Mapping[str, int],
    shared: Collection[str],
) -> int:
    """Return up to which place ours come before one of theirs, or are it."""
    if one.key in shared:
        return max(at, places[one.key] + 1)
    moment = one.at, one.key
    later = (
        n
        for n in range(at, len(ours))
        if ours[n].key in shared or (ours[n].at, ours[n].key) > moment
    )
    return next(later, len(ours))
