"""Divide the files of a check between cores, so that each has about the same to do.

Scenarios need little of each other, so that each core can read files of its own. What
belongs together is guessed here: files whose names begin alike, and those that name
the same scenario. Where the guess is wrong, those who meet find out.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

WORTH_DIVIDING: Final = 100_000
"""From so many bytes on another process is worth its start."""
_EVEN: Final = 1.3
"""So many times its share may the largest lot be at most: otherwise one scenario is
nearly all of the work, and that is divided in another way."""
_NAMES: Final = re.compile(rb"^(?:id|scenario):[ \t]*[\"']?([\w-]+)", re.MULTILINE)

Lots = list[frozenset[Path]]
_Name = tuple[Path, str]


def divided(texts: Mapping[Path, bytes], cores: int) -> Lots:
    """Return the files in lots: as many as there are cores, or a single one."""
    whole = sum(map(len, texts.values()))
    if cores < 2 or whole < WORTH_DIVIDING:
        return [frozenset(texts)]
    lots: list[set[Path]] = [set() for _ in range(cores)]
    weights = [0] * cores
    for group in sorted(_groups(texts), key=lambda one: _order(one, texts)):
        lightest = weights.index(min(weights))
        lots[lightest] |= group
        weights[lightest] += _weight(group, texts)
    if max(weights) * cores > whole * _EVEN:
        return [frozenset(texts)]
    return [frozenset(lot) for lot in lots]


def _groups(texts: Mapping[Path, bytes]) -> list[set[Path]]:
    """Return files that belong together, as far as names tell."""
    names = {path: _names(path, data) for path, data in texts.items()}
    groups: dict[_Name, set[Path]] = {}
    for path, own in names.items():
        met = {id(one): one for name in own if (one := groups.get(name)) is not None}
        group = max(met.values(), key=len, default=set[Path]())
        joining = {path}.union(*[one for one in met.values() if one is not group])
        group |= joining
        groups.update((name, group) for one in joining for name in names[one])
    return list({id(group): group for group in groups.values()}.values())


def _names(path: Path, data: bytes) -> list[_Name]:
    """Return what ties a file to others in its folder."""
    found = _NAMES.search(data)
    named = [found[1].decode("ascii", "replace")] if found else []
    return [(path.parent, name) for name in (path.name.partition(".")[0], *named)]


def _order(group: set[Path], texts: Mapping[Path, bytes]) -> tuple[int, Path]:
    return -_weight(group, texts), min(group)


def _weight(group: Iterable[Path], texts: Mapping[Path, bytes]) -> int:
    return sum(len(texts[path]) for path in group)
