"""The tuned encoder: word pieces in, chances of every act out.

Six transformer layers in whole numbers of eight bits, run by onnxruntime on one
thread. The network is written so that nothing in it depends on the order in which a
processor adds (`tools/train/exact.py`), so the same words give the same figures on any
machine. How it was tuned: `docs/bank.md`; how well it reads: `docs/agreement.md`.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import import_module
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from scoring.reading.heads import answered, unit
from scoring.reading.impression import Impression
from scoring.reading.pieces import END, START, Piece, Pieces

Floats = NDArray[np.float32]

WIDTH: Final = 384
MOST_HEARD: Final = 40
"""Pieces of the manager's line that are read: its end."""
MOST_SAID: Final = 180
"""Pieces of the reply in one window; a longer reply is read window by window."""
_BLOCK: Final = 32
"""Weights that share one scale in the table of pieces."""
_ZERO: Final = 8
"""The four-bit number that stands for nought."""


class Embedding:
    """The table of word pieces, four bits a weight, opened row by row."""

    def __init__(self, tables: Mapping[str, NDArray[Any]]) -> None:
        """Take the tables `rows`, `scales` and `places`.

        Args:
            tables: `rows` (pieces x 192 bytes, two weights each), `scales` (pieces x
                12), `places` (2 x positions x 384: before and within the reply).
        """
        self._rows = tables["rows"]
        self._scales = tables["scales"]
        self._places = tables["places"]

    def of(self, ids: Sequence[int], reply_from: int) -> Floats:
        """Return the first layer's input, one row of 384 for each piece.

        Args:
            ids: The pieces of the whole input.
            reply_from: Where the reply begins among them.
        """
        packed = self._rows[np.asarray(ids)].reshape(len(ids), -1, _BLOCK // 2)
        halves = np.concatenate([packed & 15, packed >> 4], axis=2)
        scales = self._scales[np.asarray(ids)].astype(np.float32)
        weights = (halves.astype(np.float32) - _ZERO) * scales[:, :, None]
        places = self._places[:, : len(ids)].astype(np.float32)
        positions = np.concatenate([places[0, :reply_from], places[1, reply_from:]])
        total: Floats = weights.reshape(len(ids), WIDTH) + positions
        return total


REMEMBERED: Final = 64
"""Lines of the manager's that are kept cut: many replies answer the same one."""


class TunedEncoder:
    """Reads with the shipped network."""

    def __init__(self, pieces: Pieces, embedding: Embedding, network: bytes) -> None:
        """Load the network.

        Args:
            pieces: The vocabulary.
            embedding: Its table.
            network: The ONNX file's bytes: `hidden` in, a row of 384 for each piece;
                `answers` and `states` out, for those from `first` to before `end`.

        Raises:
            ImportError: onnxruntime is not installed or does not load here.
        """
        runtime: Any = import_module("onnxruntime")  # late: choosing never waits for it
        options = runtime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # Steps that are run as one are rounded otherwise on every kind of processor.
        options.graph_optimization_level = (
            runtime.GraphOptimizationLevel.ORT_DISABLE_ALL
        )
        self._pieces = pieces
        self._heard = lru_cache(REMEMBERED)(pieces.cut)
        self._embedding = embedding
        self._network: Any = runtime.InferenceSession(
            network, options, providers=["CPUExecutionProvider"]
        )

    def encode(self, manager_says: str, reply: str) -> Impression:
        """Read a reply; see `Encoder`."""
        heard = [piece.id for piece in self._heard(manager_says)][-MOST_HEARD:]
        said = self._pieces.cut(reply)
        windows = [
            self._window(heard, said[start : start + MOST_SAID])
            for start in range(0, max(len(said), 1), MOST_SAID)
        ]
        return windows[0] if len(windows) == 1 else _joined(windows)

    def _window(self, heard: Sequence[int], said: Sequence[Piece]) -> Impression:
        ids = [START, *heard, END, END, *(piece.id for piece in said), END]
        first = len(heard) + 3
        answers, states = self._network.run(
            ("answers", "states"),
            {
                "hidden": self._embedding.of(ids, first),
                "first": np.asarray([first]),
                "end": np.asarray([first + max(len(said), 1)]),
            },
        )
        return answered(answers, states, said)


def _joined(windows: Sequence[Impression]) -> Impression:
    """Read a long reply as the union of its windows."""
    return Impression(
        chances=[
            max(several) for several in zip(*(w.chances for w in windows), strict=True)
        ],
        parts=[part for window in windows for part in window.parts],
        overall=sum(window.overall for window in windows) / len(windows),
        vector=unit(np.sum([window.vector for window in windows], axis=0)),
    )
