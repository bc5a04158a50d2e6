"""The bank as a reader found it that had not seen it, beside what the raters found."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scoring.codes import Code
from scoring.reading.impression import CODES, OUTPUTS, TOPICS, Impression
from scoring.reading.reader import overall_of
from scoring.reading.sense import Sense
from scoring.reading.thresholds import held, margin, named
from tools.bank import Labelled
from tools.train.folds import folds
from tools.train.settings import kappa, sense, thresholds

WIDTH: Final = len(CODES)

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Readings:
    """What one reader made of the bank, beside what the raters found."""

    replies: tuple[Labelled, ...]
    truth: Flags
    """Replies x outputs."""
    found: Flags
    """Replies x outputs, by thresholds fitted on the other parts."""
    chances: Floats
    overall: Sequence[int]


def truth_of(replies: Sequence[Labelled]) -> Flags:
    """Return replies x outputs: what the raters found."""
    table = np.zeros((len(replies), OUTPUTS), np.bool_)
    for row, reply in enumerate(replies):
        for mark in reply.marks:
            if mark.code is not Code.NONE:
                table[row, CODES.index(mark.code)] = True
            for topic in mark.topics:
                table[row, len(CODES) + TOPICS.index(topic)] = True
    return table


def readings(
    replies: tuple[Labelled, ...],
    truth: Flags,
    figures: Floats,
    told: Floats,
    heaped: Floats,
) -> Readings:
    """Decide from chances, with settings that have not seen the reply.

    Args:
        replies: The bank.
        truth: Replies x outputs.
        figures: Replies x (outputs + 1), unseen.
        told: Replies x (matter, order, length), unseen.
        heaped: The same three of words that do not hang together.
    """
    chances, graded = figures[:, :OUTPUTS], figures[:, OUTPUTS]
    found = np.zeros(chances.shape, np.bool_)
    for part in folds(replies):
        rest = sorted(set(range(len(replies))) - set(part))
        known = truth[rest].astype(float)
        least = thresholds(chances[rest], known)
        fitted = sense(chances[rest], least, known, told[rest], heaped)
        for place in part:
            for topic in named(chances[place, WIDTH:].tolist(), least[WIDTH:]):
                found[place, WIDTH + topic] = True
            row = Impression(chances[place].tolist(), (), 0.0, (), *told[place, :2])
            found[place, _holding(row, least, Sense.of(fitted), told[place, 2])] = True
    overall = [
        overall_of(
            float(grade),
            {code for code, holds in zip(CODES, row, strict=False) if holds},
        )
        for grade, row in zip(graded, found, strict=True)
    ]
    return Readings(replies, truth, found, chances, overall)


def _holding(
    impression: Impression, least: Sequence[float], fitted: Sense, length: float
) -> list[int]:
    chances = impression.chances
    if not fitted.found(impression, margin(chances, least), int(length)):
        return []
    return held(chances, least)


def agreement(table: Flags, truth: Flags) -> list[float]:
    """Return Cohen's kappa per code, `none` last."""
    width = len(CODES)
    told = [kappa(table[:, c], truth[:, c].astype(float)) for c in range(width)]
    idle = [one[:, :width].sum(axis=1) == 0 for one in (table, truth)]
    return [*told, kappa(idle[0], idle[1].astype(float))]


def quadratic(one: Sequence[int], two: Sequence[int]) -> float:
    """Return the quadratic weighted kappa of two ratings, 0..4."""
    counts = np.zeros((5, 5))
    for first, second in zip(one, two, strict=True):
        counts[first, second] += 1
    weights = (np.arange(5)[:, None] - np.arange(5)) ** 2
    expected = counts.sum(1)[:, None] * counts.sum(0) / max(counts.sum(), 1)
    chance = float((weights * expected).sum())
    return 1 - float((weights * counts).sum()) / chance if chance else 0.0
