"""Two versions of a scenario → everything that is told of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from simulator.authoring.differing.differences import differences, without_words
from simulator.authoring.differing.measuring import Recorded, Versions, played
from simulator.authoring.differing.model import Report
from simulator.authoring.playing import play
from simulator.engine import Event
from simulator.graph import Walk, graph_of, in_new_names, names, reached, walk
from simulator.packs import PLAYTHROUGHS, Loaded, PackError, read_file
from simulator.scenario.findings import Report as Findings
from simulator.scenario.plays import Play, parse_playthroughs

_FIRST_SEED: Final = 1
_NO_CHANCE: Final = 5
"""So many talks came there: that none does of as many, at the same odds, happens in
less than one case of a hundred, since (1 - 5/n)^n < e^-5."""


def compare(
    old: Loaded,
    new: Loaded,
    *,
    walks: int,
    attempts: Iterable[Sequence[Event]] | None = None,
) -> Report:
    """Compare two versions of a scenario.

    Args:
        old: The version before.
        new: The version after.
        walks: How many random talks are played in each version.
        attempts: Talks of this scenario that were kept; None: not looked at.
    """
    versions = Versions(old, new, names(old.scenario, new.scenario))
    told = tuple(differences(old, new, versions.names))
    only_words = 0
    if old.scenario.language != new.scenario.language:
        told, only_words = without_words(told)
    before = _walks(old, walks)
    after = _walks(new, walks)
    talks = (*_written(old), *_written(new, new=True), *_talks(before, after))
    kept = None if attempts is None else [Recorded(tuple(one)) for one in attempts]
    return Report(
        languages=(old.scenario.language, new.scenario.language),
        differences=told,
        only_words=only_words,
        cut_off=tuple(_cut_off(versions)),
        not_come_to=_not_come_to(before, after, versions),
        walks=walks,
        plays=played(versions.unique(talks), versions),
        attempts=None if kept is None else played(kept, versions),
    )


def _walks(loaded: Loaded, number: int) -> list[Walk]:
    seeds = range(_FIRST_SEED, _FIRST_SEED + number)
    return [walk(loaded.scenario, seed, loaded.rulebook) for seed in seeds]


def _talks(before: Iterable[Walk], after: Iterable[Walk]) -> Iterator[Recorded]:
    for one in before:
        yield Recorded(one.events)
    for one in after:
        yield Recorded(one.events, new=True)


def _cut_off(versions: Versions) -> Iterator[str]:
    """Yield the endings that `to:` led to and leads to no longer."""
    old = in_new_names(versions.old.scenario, versions.names)
    led = reached(graph_of(old))
    leads = reached(graph_of(versions.new.scenario))
    for ending in versions.new.scenario.endings:
        if ending in led and ending not in leads:
            yield ending


def _not_come_to(
    before: Iterable[Walk], after: Iterable[Walk], versions: Versions
) -> dict[str, int]:
    """Return the endings that random talks no longer come to → how many came there."""
    came = Counter(versions.names.scene(one.state.ending or "") for one in before)
    come = {one.state.ending for one in after}
    return {
        ending: came[ending]
        for ending in versions.new.scenario.endings
        if came[ending] >= _NO_CHANCE and ending not in come
    }


def _written(loaded: Loaded, *, new: bool = False) -> Iterator[Recorded]:
    """Yield the play-throughs beside a version that need no reader of own words."""
    for one in _playthroughs(loaded):
        spoken = any(answer.say is not None for answer in one.answers)
        if spoken:
            continue
        done = play(
            loaded.scenario,
            one.seed,
            one.answers,
            Findings(""),
            rulebook=loaded.rulebook,
            carried=one.carried,
        )
        if done.whole:
            yield Recorded(done.events, new)


def _playthroughs(loaded: Loaded) -> Iterator[Play]:
    name = loaded.path.name.partition(".")[0]
    try:
        data = read_file(loaded.path.with_name(f"{name}{PLAYTHROUGHS}"))
    except PackError:
        return
    found = parse_playthroughs(data, name).playthroughs
    if found is not None and found.scenario == loaded.scenario.id:
        yield from found.plays
