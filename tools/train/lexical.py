"""Fit the reader of last resort: one logistic regression of n-grams per output."""

from collections.abc import Sequence
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression, Ridge

from scoring.reading.clauses import clauses
from scoring.reading.impression import CODES, OUTPUTS
from scoring.reading.lexical import (
    SHELVES,
    WIDTH,
    LexicalEncoder,
    features,
    shelves,
)
from scoring.reading.text import cleaned, words
from tools.bank import Labelled
from tools.train import order
from tools.train.export import archive
from tools.train.synthetic import SEED, chatter, heaps, idle, lists
from tools.train.trainer import figures

STRENGTH = 8.0
HEAPS = 400
"""So many heaps of words are made from each part."""
_MOST = 127


def fit(replies: Sequence[Labelled], whole: NDArray[np.float64]) -> bytes:
    """Return the tables of `LexicalEncoder`.

    Args:
        replies: What to learn from; lines that do nothing are added.
        whole: Replies x outputs: what holds in each.
    """
    speech = order.tables(_speech(replies, whole))
    silent = [*idle(replies, SEED), *chatter(), *lists()]
    replies = [*replies, *silent]
    whole = np.vstack([whole, np.zeros((len(silent), OUTPUTS))])
    anything = whole[:, : len(CODES)].any(axis=1)
    whole = np.column_stack([whole, anything])
    rarity = _rarity(replies)
    table = _table(replies, rarity)
    weights = np.zeros((WIDTH, OUTPUTS + 1))
    bias = np.full(OUTPUTS + 1, -6.0)
    for column in range(OUTPUTS + 1):
        if 1 < whole[:, column].sum() < len(replies):
            found = LogisticRegression(
                C=STRENGTH,
                class_weight="balanced",
                max_iter=300,
                solver="liblinear",
                random_state=0,
            )
            found.fit(table, whole[:, column])
            weights[:, column], bias[column] = found.coef_[0], found.intercept_[0]
    chances = 1 / (1 + np.exp(-(table @ weights + bias)[:, :-1]))
    graded = Ridge(1.0).fit(chances, [reply.overall for reply in replies])
    scale = np.maximum(np.abs(weights).max(0), 1e-9) / _MOST
    return archive(
        {
            "weights": np.rint(weights / scale).astype(np.int8),
            "scale": scale.astype(np.float32),
            "bias": bias.astype(np.float32),
            "rarity": rarity.astype(np.float16),
            "overall": np.append(graded.coef_, graded.intercept_).astype(np.float32),
        }
        | speech
    )


def unseen(
    replies: Sequence[Labelled],
    parts: Sequence[Sequence[int]],
    whole: NDArray[np.float64],
) -> dict[str, NDArray[np.float64]]:
    """Return what tables say that were fitted without a reply's part.

    Returns:
        `lexical`: the figures of each reply. `sense`: its matter, order and length.
        `heaps`: the same three of words in a heap, made from each part.
    """
    found = np.zeros((len(replies), OUTPUTS + 1))
    sense = np.zeros((len(replies), 3))
    heaped: list[tuple[float, float, int]] = []
    for part in parts:
        held = set(part)
        rest = [place for place in range(len(replies)) if place not in held]
        tables = fit([replies[place] for place in rest], whole[rest])
        encoder = LexicalEncoder(dict(np.load(BytesIO(tables))))
        for place in part:
            found[place] = figures(encoder, replies[place])
            sense[place] = _sense(encoder, replies[place])
        mine = [replies[place] for place in part]
        heaped += [_sense(encoder, one) for one in heaps(mine, SEED, HEAPS)]
    return {"lexical": found, "sense": sense, "heaps": np.array(heaped)}


def _sense(encoder: LexicalEncoder, reply: Labelled) -> tuple[float, float, int]:
    text = cleaned(reply.reply).text
    impression = encoder.encode(cleaned(reply.manager_says).text, text)
    return impression.matter, impression.order, len(words(text))


def _speech(replies: Sequence[Labelled], whole: NDArray[np.float64]) -> list[str]:
    """Return what people say: replies that do something, and what they answer."""
    does = np.asarray(whole[:, : len(CODES)].any(axis=1))
    mine = [reply.reply for reply, done in zip(replies, does, strict=True) if done]
    theirs = dict.fromkeys(reply.manager_says for reply in replies)
    return [cleaned(text).text for text in (*mine, *theirs)]


def _rarity(replies: Sequence[Labelled]) -> NDArray[np.float64]:
    """Return what each shelf counts for: the more, the fewer replies use it."""
    using = np.ones(2 * SHELVES)
    for reply in replies:
        using[list(shelves(cleaned(reply.reply).text))] += 1
    rarity: NDArray[np.float64] = np.log((len(replies) + 1) / using) + 1
    return rarity.astype(np.float16).astype(np.float64)


def _table(replies: Sequence[Labelled], rarity: NDArray[np.float64]) -> csr_matrix:
    places: list[int] = []
    values: list[float] = []
    ends = [0]
    for reply in replies:
        clean = cleaned(reply.reply).text
        where, how_much = features(
            clean, clauses(clean, cleaned(reply.manager_says).text), rarity
        )
        places += where.tolist()
        values += how_much.tolist()
        ends.append(len(places))
    shape = (len(replies), WIDTH)
    return csr_matrix((values, places, ends), shape)
