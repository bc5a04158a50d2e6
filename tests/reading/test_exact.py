"""The shipped network leaves a processor nothing to order.

Pieces know their places by what is added to them beforehand, so the network itself may
be given them in any order: then all its sums over pieces run in that order.
"""

from functools import cache
from typing import Any

import numpy as np
import onnxruntime
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.reading.encoder import WIDTH
from scoring.reading.heads import ASKED
from scoring.reading.shipped import shipped


@cache
def network() -> Any:
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = (
        onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    )
    return onnxruntime.InferenceSession(shipped().network, options)


def states(hidden: Any, first: int = 0, end: int | None = None) -> Any:
    given = {"hidden": hidden, "first": np.asarray([first])}
    given["end"] = np.asarray([len(hidden) if end is None else end])
    return network().run(["states"], given)[0]


def pieces(number: int, seed: int = 7, wide: float = 0.2) -> Any:
    chance = np.random.default_rng(seed)
    return chance.normal(0, wide, (number, WIDTH)).astype(np.float32)


@settings(max_examples=10, deadline=None)
@given(st.permutations(range(24)), st.sampled_from([0.01, 0.2, 5.0, 1e4]))
def test_the_order_of_pieces_changes_no_figure(order: list[int], wide: float) -> None:
    hidden = pieces(24, wide=wide)
    assert (states(hidden)[order] == states(hidden[order])).all()


@pytest.mark.parametrize(("first", "end"), [(0, 1), (5, 9), (11, 12)])
def test_the_rows_asked_for_are_those_of_all(first: int, end: int) -> None:
    hidden = pieces(12)
    assert (states(hidden, first, end) == states(hidden)[first:end]).all()


def test_the_longest_window_is_read_and_stays_finite() -> None:
    read = states(pieces(224, wide=1e6))
    assert read.shape == (224, WIDTH)
    assert np.isfinite(read).all()


def test_answers_are_as_many_as_are_asked() -> None:
    (answers,) = network().run(
        ["answers"],
        {"hidden": pieces(6), "first": np.asarray([2]), "end": np.asarray([5])},
    )
    assert answers.shape == (3, ASKED)
    assert answers.dtype == np.float64
