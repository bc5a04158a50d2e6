"""Part the bank so that no situation stands on both sides."""

from collections.abc import Sequence
from random import Random  # noqa: TID251 - training draws, seeded

from scoring.reading.text import words
from tools.bank import Labelled

FOLDS = 3
SEED = 7


def folds(replies: Sequence[Labelled], number: int = FOLDS) -> list[list[int]]:
    """Return the replies' places in so many parts of about equal size.

    All replies to one line of the manager's go together, and so do neighbours in
    the bank that are nearly the same words (minimal pairs).
    """
    groups = _groups(replies)
    Random(SEED).shuffle(groups)
    parts: list[list[int]] = [[] for _ in range(number)]
    for group in groups:
        min(parts, key=len).extend(group)
    return [sorted(part) for part in parts]


def _groups(replies: Sequence[Labelled]) -> list[list[int]]:
    by_line: dict[str, list[int]] = {}
    for place, reply in enumerate(replies):
        line = reply.situation or " ".join(words(reply.manager_says)) or reply.id
        if place and alike(replies[place - 1], reply):
            line = next(k for k, v in by_line.items() if place - 1 in v)
        by_line.setdefault(line, []).append(place)
    return list(by_line.values())


def alike(one: Labelled, two: Labelled) -> bool:
    """Tell whether two replies are a minimal pair: nearly the same words."""
    first, second = set(words(one.reply)), set(words(two.reply))
    if len(first | second) < 3 or one.reply == two.reply:
        return False
    return len(first & second) / len(first | second) >= 0.6
