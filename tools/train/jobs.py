"""The tunings of one training, side by side, each kept as soon as it is done.

A training that is broken off goes on with what is missing: what a job made is kept
under the bank's digest in `build/train/`.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from scoring.reading.shipped import Weights, tuned_encoder
from tools.bank import ROOT, digest, load
from tools.train import export
from tools.train.folds import FOLDS, folds
from tools.train.trainer import Trainer, figures

KEPT: Final = ROOT / "build" / "train"
WORKERS: Final = 2
WHOLE: Final = 0
"""The job that tunes on the whole bank; the others leave one part out."""

Array = NDArray[Any]
Arrays = dict[str, Array]


def run(jobs: Sequence[int]) -> dict[int, Arrays]:
    """Do the jobs that are not done yet, two at a time, and return what all made.

    Args:
        jobs: `WHOLE`, or the number of the part that is left out, from 1.
    """
    missing = [job for job in jobs if not _file(str(job)).exists()]
    with ProcessPoolExecutor(WORKERS, get_context("spawn")) as pool:
        list(pool.map(_do, missing))
    return {job: dict(np.load(_file(str(job)))) for job in jobs}


def weights(made: Arrays, lexical_tables: bytes) -> Weights:
    """Return the weights that the whole bank gave, settings still empty."""
    return Weights(
        tables=made["tables"].tobytes(),
        network=made["network"].tobytes(),
        lexical=lexical_tables,
        settings=b"{}",
    )


def kept(name: str, make: Callable[[], Arrays]) -> Arrays:
    """Return what was made under this name for this bank, or make and keep it."""
    file = _file(name)
    if not file.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        draft = file.with_suffix(".part")
        draft.write_bytes(export.archive(make()))
        draft.replace(file)
    return dict(np.load(file))


def _do(job: int) -> None:
    kept(str(job), _whole if job == WHOLE else partial(_without, job))


def _file(name: str) -> Path:
    return KEPT / f"{digest()[:16]}-{name}.npz"


def _whole() -> Arrays:
    trainer = Trainer()
    made = trainer.weights(trainer.tuned(load(), "the whole bank"))
    return {
        name: np.frombuffer(getattr(made, name), np.uint8)
        for name in ("tables", "network")
    }


def _without(job: int) -> Arrays:
    """Read one part with a network that has not seen its situations."""
    replies, trainer = load(), Trainer()
    part = folds(replies)[job - 1]
    held = set(part)
    known = [reply for place, reply in enumerate(replies) if place not in held]
    network = trainer.tuned(known, f"without part {job} of {FOLDS}")
    encoder = tuned_encoder(trainer.weights(network))
    rows = [figures(encoder, replies[place]) for place in part]
    return {"places": np.asarray(part), "tuned": np.asarray(rows)}
