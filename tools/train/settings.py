"""Fit what lies beside the weights, on unseen replies: thresholds, honest chances."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scoring.reading.both import GRADE, together
from scoring.reading.impression import CODES, OUTPUTS
from scoring.reading.sense import figures_of_matter, figures_of_order
from scoring.reading.thresholds import margin

Floats = NDArray[np.float64]

CANDIDATES: Final = np.round(np.arange(0.10, 0.901, 0.02), 2)
SHRINK: Final = 25.0
"""The threshold common to all codes weighs as much as so many replies of one code."""
SPEAKS: Final = 0.35
"""The chance from which an act is looked for outside of quotations."""

IDLE_LOST: Final = 0.08
"""The share of replies that do something which may pass for idle,"""
HEAP_LOST: Final = 0.02
"""and for words in a heap; what this costs and gains is in `docs/agreement.md`."""
NEWTON: Final = 25
RIDGE: Final = 0.1


def joined(network: Floats, letters: Floats) -> Floats:
    """Return figures of the two encoders as the shipped reader joins them.

    Args:
        network: Replies x (outputs + 1); a chance is 0 where all words are quoted.
        letters: The same by the letters.
    """
    table = np.zeros_like(network)
    table[:, :OUTPUTS] = together(network[:, :OUTPUTS], letters[:, :OUTPUTS])
    table[:, :OUTPUTS][network[:, :OUTPUTS] == 0] = 0
    table[:, OUTPUTS] = (1 - GRADE) * network[:, OUTPUTS] + GRADE * letters[:, OUTPUTS]
    return table


def thresholds(chances: Floats, whole: Floats) -> list[float]:
    """Return the chance from which each output holds.

    Each code's own best threshold is drawn towards the one that is best for all,
    the more so the rarer the code.

    Args:
        chances: Replies x outputs, from weights that had not seen the reply.
        whole: Replies x outputs: what the rater found.
    """
    codes = range(len(CODES))
    scores = np.array(
        [
            [kappa(chances[:, c] >= h, whole[:, c]) for h in CANDIDATES]
            for c in range(OUTPUTS)
        ]
    )
    common = float(CANDIDATES[scores[list(codes)].mean(0).argmax()])
    own = CANDIDATES[_smooth(scores).argmax(1)]
    seen = whole.sum(0)
    weight = seen / (seen + SHRINK)
    drawn = weight * own + (1 - weight) * common
    return [round(float(one), 3) for one in drawn]


def slope(chances: Floats, whole: Floats) -> float:
    """Return the factor on log-odds that makes chances honest (least log loss)."""
    held = np.clip(chances[:, : len(CODES)], 1e-6, 1 - 1e-6)
    odds, truth = np.log(held / (1 - held)), whole[:, : len(CODES)]
    factors = np.arange(0.3, 1.51, 0.05)
    losses = [
        float(np.mean(np.logaddexp(0, f * odds) - truth * f * odds)) for f in factors
    ]
    return round(float(factors[int(np.argmin(losses))]), 2)


def sense(
    chances: Floats, least: Sequence[float], whole: Floats, told: Floats, heaps: Floats
) -> dict[str, object]:
    """Return the body of `scoring.reading.sense.Sense`.

    Args:
        chances: Replies x outputs, from weights that had not seen the reply.
        least: The chance from which each output holds.
        whole: Replies x outputs: what the rater found.
        told: Replies x (matter, order, length), unseen too.
        heaps: The same three of words that do not hang together.
    """
    does = np.asarray(whole[:, : len(CODES)].any(axis=1))
    about = np.array(
        [
            figures_of_matter(matter, margin(row.tolist(), least))
            for row, (matter, *_) in zip(chances, told, strict=True)
        ]
    )
    matter = weighing(about, does)
    mine, heaped = (np.array([figures_of_order(*r) for r in t]) for t in (told, heaps))
    mine = mine[does]
    hangs = np.repeat([True, False], [len(mine), len(heaped)])
    order = weighing(np.vstack([mine, heaped]), hangs)
    return {
        "matter": _rounded(matter),
        "order": _rounded(order),
        "least_matter": _lost(about[does] @ matter, IDLE_LOST),
        "least_order": _lost(mine @ order, HEAP_LOST),
    }


def weighing(figures: Floats, truth: NDArray[np.bool_]) -> Floats:
    """Return what each figure counts for in telling true from false.

    Logistic regression by Newton's method; the constant is left out of what is
    returned, since the bar is set elsewhere.
    """
    table = np.column_stack([figures, np.ones(len(figures))])
    weights = np.zeros(table.shape[1])
    for _ in range(NEWTON):
        chances = 1 / (1 + np.exp(-(table @ weights)))
        bend = (table * (chances * (1 - chances))[:, None]).T @ table
        pull = table.T @ (truth - chances) - RIDGE * weights
        weights += np.linalg.solve(bend + RIDGE * np.eye(len(weights)), pull)
    found: Floats = weights[:-1]
    return found


def _lost(told: Floats, share: float) -> float:
    return round(float(np.quantile(told, share)), 3)


def _rounded(weights: Floats) -> list[float]:
    return [round(float(one), 4) for one in weights]


def kappa(found: NDArray[np.bool_], truth: Sequence[float] | Floats) -> float:
    """Return Cohen's kappa of two yes-or-no ratings of the same replies."""
    one, two = np.asarray(found, bool), np.asarray(truth, bool)
    agreed = float((one == two).mean())
    chance = float(one.mean() * two.mean() + (1 - one.mean()) * (1 - two.mean()))
    return (agreed - chance) / (1 - chance) if chance < 1 else 0.0


def _smooth(scores: Floats) -> Floats:
    """Average each row with its neighbours, so that a lucky threshold loses."""
    wide = np.pad(scores, ((0, 0), (2, 2)), mode="edge")
    total: Floats = sum(
        (wide[:, k : k + scores.shape[1]] for k in range(5)), np.zeros_like(scores)
    )
    return total / 5
