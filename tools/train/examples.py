"""Labelled replies as numbers, and batches of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random  # noqa: TID251 - training draws, seeded
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from scoring.codes import Code
from scoring.principles import Principle
from scoring.reading.encoder import MOST_HEARD, MOST_SAID
from scoring.reading.impression import CODES, OUTPUTS, TOPICS
from scoring.reading.pieces import END, START, Pieces
from scoring.reading.text import Clean, cleaned
from tools.bank import Labelled

_NOT_REACHED: Final = -1
_SORTED: Final = 16
"""Batches that are sorted by length together, so that little is padding."""


@dataclass(frozen=True, slots=True)
class Example:
    """One reply as the network sees it."""

    ids: tuple[int, ...]
    first: int
    """Where the reply begins among the pieces."""
    length: int
    """Pieces of the reply."""
    parts: NDArray[np.float32]
    """length x outputs: 1 where a piece belongs to an act."""
    whole: NDArray[np.float32]
    levels: NDArray[np.int64]
    """By principle; -1 where the rater gave none."""
    overall: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Several examples, padded to one length."""

    ids: Tensor
    inside: Tensor
    following: Tensor
    mask: Tensor
    parts: Tensor
    whole: Tensor
    levels: Tensor
    overall: Tensor


def example(reply: Labelled, pieces: Pieces) -> Example:
    """Turn a labelled reply into numbers."""
    heard = [p.id for p in pieces.cut(cleaned(reply.manager_says).text)][-MOST_HEARD:]
    clean = cleaned(reply.reply)
    said = pieces.cut(clean.text)[:MOST_SAID]
    parts = np.zeros((max(len(said), 1), OUTPUTS), np.float32)
    whole = np.zeros(OUTPUTS, np.float32)
    for column, start, end in _marked(reply, clean):
        whole[column] = 1
        for row, piece in enumerate(said):
            parts[row, column] = max(
                parts[row, column], float(piece.start < end and piece.end > start)
            )
    levels = [reply.levels.get(principle, _NOT_REACHED) for principle in Principle]
    return Example(
        ids=(START, *heard, END, END, *(piece.id for piece in said), END),
        first=len(heard) + 3,
        length=len(parts),
        parts=parts,
        whole=whole,
        levels=np.asarray(levels),
        overall=reply.overall,
    )


def _marked(reply: Labelled, clean: Clean) -> Iterator[tuple[int, int, int]]:
    """Return each output that holds, with its words in the cleaned reply."""
    for mark in reply.marks:
        if mark.code is Code.NONE:
            continue
        inside = [n for n, at in enumerate(clean.at) if mark.start <= at < mark.end]
        start, end = inside[0], inside[-1] + 1
        yield CODES.index(mark.code), start, end
        for topic in mark.topics:
            yield len(CODES) + TOPICS.index(topic), start, end


def batches(examples: Sequence[Example], size: int, draw: Random) -> Iterator[Batch]:
    """Return all examples once, in random batches of nearly equal length."""
    order = list(range(len(examples)))
    draw.shuffle(order)
    groups: list[list[int]] = []
    for start in range(0, len(order), size * _SORTED):
        near = sorted(
            order[start : start + size * _SORTED], key=lambda n: len(examples[n].ids)
        )
        groups += [near[place : place + size] for place in range(0, len(near), size)]
    draw.shuffle(groups)
    for group in groups:
        yield batch([examples[number] for number in group])


def batch(examples: Sequence[Example]) -> Batch:
    """Put examples side by side."""
    longest = max(len(one.ids) for one in examples)
    shape = (len(examples), longest)
    ids, inside = torch.ones(shape, dtype=torch.long), torch.zeros(shape)
    mask = torch.zeros(shape, dtype=torch.bool)
    following = torch.zeros(shape, dtype=torch.bool)
    parts = torch.zeros(*shape, OUTPUTS)
    for row, one in enumerate(examples):
        size, end = len(one.ids), one.first + one.length
        ids[row, :size] = torch.tensor(one.ids)
        mask[row, :size] = True
        following[row, one.first : size] = True
        inside[row, one.first : end] = 1
        parts[row, one.first : end] = torch.from_numpy(one.parts)
    return Batch(
        ids=ids,
        inside=inside,
        following=following,
        mask=mask[:, None, None, :],
        parts=parts,
        whole=_stack(one.whole for one in examples),
        levels=_stack(one.levels for one in examples),
        overall=torch.tensor([one.overall for one in examples]),
    )


def _stack(rows: Iterable[NDArray[np.generic]]) -> Tensor:
    return torch.from_numpy(np.stack(list(rows)))
