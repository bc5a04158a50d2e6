"""Write the layers as a graph that gives the same figures on every processor.

Processors add a row of numbers in different orders and round each sum, so the fused
steps of a runtime (attention, softmax, normalisation, Gelu) end in other last digits
on each kind; and where the next layer cuts its input to eight bits, a last digit
becomes a step. Here nothing depends on an order:

* one number at a time is added, multiplied, divided, rounded or rooted, which IEEE 754
  settles to the last bit;
* sums run over whole numbers only, small enough to be held exactly: in 32-bit integers
  (the layers' matrices), in single precision below 2**24 (attention), in double
  precision below 2**53 (normalisation).

Every piece is cut to eight bits by its own scale, so a reply is also read alike in
any company.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from scoring.reading.encoder import WIDTH
from scoring.reading.heads import ASKED

Array = NDArray[Any]
Asked = Callable[[str, int], str]
"""Names the rows that are asked for among all, which lie along an axis."""

HEADS: Final = 12
HEAD: Final = WIDTH // HEADS
MOST: Final = 64
"""The largest weight in a matrix: seven bits, so that no processor overflows."""
OPSET: Final = 20
IR: Final = 9

_LAST: Final = np.asarray([-1])
_EVEN: Final = 128
"""The eight-bit number that stands for nought where values lie round it."""
_ABOVE: Final = 8
"""The same after Gelu, whose least value is -0.17."""
_LEAST: Final = {_EVEN: 1e-9, _ABOVE: 0.17 / _ABOVE}
"""The smallest scale: of a row of noughts; and the one that still holds -0.17."""
_FINE: Final = 2.0**16
"""Parts of one in which means are summed."""
_GRIDS: Final = (64.0, 32.0, 256.0)
"""Parts of one in which queries, keys and values are told."""
_LIMITS: Final = (1023.0, 511.0, 2047.0)
"""The most of each, in those parts: 32 products of a query and a key, or the values of
all pieces by their shares, stay below 2**24."""
_SHARE: Final = 2.0**12
"""Parts of one in which the shares of attention are told."""
_LIKE: Final = HEAD**-0.5 / _GRIDS[0] / _GRIDS[1]
"""What one of likeness is in whole numbers."""
_HALVINGS: Final = 4
"""How often an exponent is halved before a curve is near enough to its power."""
_CURVE: Final = (0.9965, 0.438)
"""exp(x) is near 1 + 0.9965x + 0.438x**2 from -1 to 0: squared four times, it is wrong
by at most 0.0006 anywhere, and by 1.5% of itself down to exp(-6)."""
_CAP: Final = 3.4
_BELL: Final = (
    0.394877127,
    -0.0602264779,
    0.00680985864,
    -0.000424506191,
    1.08720773e-05,
)
"""Odd powers of the normal distribution less a half, up to `_CAP`: Gelu by them is
wrong by at most 0.0012 anywhere."""


@dataclass(frozen=True)
class Linear:
    """A matrix in seven bits with a scale for each output, and the bias."""

    matrix: NDArray[np.int8]
    """Inputs x outputs."""
    scale: NDArray[np.float32]
    bias: NDArray[np.float32]

    @classmethod
    def of(cls, weight: Array, bias: Array) -> "Linear":
        """Cut a matrix (outputs x inputs) to seven bits."""
        scale = np.abs(weight).max(1) / MOST
        matrix = np.round(weight / scale[:, None]).astype(np.int8)
        return cls(matrix.T, scale.astype(np.float32), bias.astype(np.float32))


@dataclass(frozen=True)
class Norm:
    """What a normalised row is multiplied by, and what is added."""

    weight: NDArray[np.float32]
    bias: NDArray[np.float32]


@dataclass(frozen=True)
class Layer:
    """One transformer layer, normalised after each half."""

    attend: Linear
    mix: Linear
    widen: Linear
    narrow: Linear
    first: Norm
    second: Norm


@dataclass(frozen=True)
class Heads:
    """What is asked of every piece: see `scoring.reading.heads`."""

    weight: NDArray[np.float64]
    """`WIDTH` x `ASKED`."""
    bias: NDArray[np.float64]


_TAKEN: Final = [
    helper.make_tensor_value_info("hidden", TensorProto.FLOAT, ["all", WIDTH]),
    helper.make_tensor_value_info("first", TensorProto.INT64, [1]),
    helper.make_tensor_value_info("end", TensorProto.INT64, [1]),
]
_GIVEN: Final = [
    helper.make_tensor_value_info("states", TensorProto.FLOAT, ["asked", WIDTH]),
    helper.make_tensor_value_info("answers", TensorProto.DOUBLE, ["asked", ASKED]),
]


def written(start: Norm, layers: Sequence[Layer], heads: Heads) -> bytes:
    """Return the network as an ONNX file.

    Takes `hidden` (pieces x `WIDTH`, single precision) with `first` and `end`, one
    whole number each. Gives `states`, the rows from `first` to before `end` as they
    leave the last layer, which works out no others; and `answers` (the same rows x
    `ASKED`, double precision). Only the last sums, of the answers, run in an order.
    """
    graph = _Graph()
    states = _normal(graph, "hidden", start)
    for layer in layers[:-1]:
        states = _layer(graph, states, layer, lambda rows, axis: rows)
    states = _layer(graph, states, layers[-1], graph.asked)
    exact = graph("Cast", states, to=TensorProto.DOUBLE)
    answers = graph("MatMul", exact, graph.constant(heads.weight))
    answers = graph("Add", answers, graph.constant(heads.bias))
    for result, name in ((states, "states"), (answers, "answers")):
        graph.nodes.append(helper.make_node("Identity", [result], [name]))
    body = helper.make_graph(graph.nodes, "encoder", _TAKEN, _GIVEN, graph.constants)
    opsets = [helper.make_opsetid("", OPSET)]
    model = helper.make_model(body, opset_imports=opsets, ir_version=IR)
    onnx.checker.check_model(model)
    made: bytes = model.SerializeToString()
    return made


@dataclass
class _Graph:
    """Takes steps down as they are called for."""

    nodes: list[Any] = field(default_factory=list)
    constants: list[Any] = field(default_factory=list)
    _names: dict[tuple[str, tuple[int, ...], bytes], str] = field(default_factory=dict)
    _made: int = 0

    def __call__(self, kind: str, *taken: str, **how: object) -> str:
        """Add a step with one result, and return the result's name."""
        (made,) = self.several(1, kind, *taken, **how)
        return made

    def several(self, number: int, kind: str, *taken: str, **how: object) -> list[str]:
        """Add a step with several results, and return their names."""
        made = [f"v{self._made + n}" for n in range(number)]
        self._made += number
        self.nodes.append(helper.make_node(kind, list(taken), made, **how))
        return made

    def constant(self, array: Array) -> str:
        """Return the name of a constant; the same one is kept once."""
        key = (array.dtype.str, array.shape, array.tobytes())
        if key not in self._names:
            self._names[key] = f"c{len(self._names)}"
            self.constants.append(numpy_helper.from_array(array, self._names[key]))
        return self._names[key]

    def single(self, value: Array | float) -> str:
        """Return the name of a constant in single precision."""
        return self.constant(np.asarray(value, np.float32))

    def double(self, value: float) -> str:
        """Return the name of a constant in double precision."""
        return self.constant(np.asarray(value, np.float64))

    def asked(self, rows: str, axis: int) -> str:
        """Return the name of the rows that are asked for."""
        return self("Slice", rows, "first", "end", self.constant(np.asarray([axis])))

    def zeros(self, zero: int, rows: str) -> str:
        """Return the name of one `zero` for each of `rows`."""
        return self(
            "Expand", self.constant(np.asarray(zero, np.uint8)), self("Shape", rows)
        )


def _layer(graph: _Graph, states: str, layer: Layer, asked: Asked) -> str:
    """Add a layer, and return the name of what comes out for the rows asked for."""
    seen = _linear(graph, _attention(graph, states, layer.attend, asked), layer.mix)
    states = _normal(graph, graph("Add", asked(states, 0), seen), layer.first)
    wide = _gelu(graph, _linear(graph, states, layer.widen))
    inner = _linear(graph, wide, layer.narrow, _ABOVE)
    return _normal(graph, graph("Add", states, inner), layer.second)


def _linear(graph: _Graph, rows: str, by: Linear, zero: int = _EVEN) -> str:
    """Add a matrix: rows cut to eight bits, products of whole numbers, and back."""
    far = graph("Abs", rows) if zero == _EVEN else rows
    most = graph("ReduceMax", far, graph.constant(_LAST), keepdims=0)
    scale = graph("Mul", most, graph.single(1 / (255 - zero)))
    scale = graph("Max", scale, graph.single(_LEAST[zero]))
    cut = graph("QuantizeLinear", rows, scale, graph.zeros(zero, scale), axis=0)
    noughts = graph.constant(np.asarray(zero, np.uint8))
    whole = graph("MatMulInteger", cut, graph.constant(by.matrix), noughts)
    back = graph("DequantizeLinear", whole, scale, axis=0)
    return graph(
        "Add", graph("Mul", back, graph.single(by.scale)), graph.single(by.bias)
    )


def _normal(graph: _Graph, rows: str, by: Norm) -> str:
    """Add a normalisation of each row to the mean 0 and the deviation 1."""
    mean = graph("Cast", _mean(graph, rows), to=TensorProto.FLOAT)
    off = graph("Sub", rows, mean)
    spread = graph("Add", _mean(graph, graph("Mul", off, off)), graph.double(1e-12))
    times = graph("Div", graph.double(1), graph("Sqrt", spread))
    even = graph("Mul", off, graph("Cast", times, to=TensorProto.FLOAT))
    weighed = graph("Mul", even, graph.single(by.weight))
    return graph("Add", weighed, graph.single(by.bias))


def _mean(graph: _Graph, rows: str) -> str:
    """Add the mean of each row, in double precision, summed in parts of `_FINE`."""
    parts = graph("Round", graph("Mul", rows, graph.single(_FINE)))
    exact = graph("Cast", parts, to=TensorProto.DOUBLE)
    total = graph("ReduceSum", exact, graph.constant(_LAST), keepdims=1)
    return graph("Mul", total, graph.double(1 / _FINE / WIDTH))


def _attention(graph: _Graph, states: str, by: Linear, asked: Asked) -> str:
    """Add what pieces see of all: queries, keys and values in whole numbers."""
    query, key, value = _cut(graph, states, by)
    turned = graph("Transpose", key, perm=[0, 1, 3, 2])
    shares = _shares(graph, graph("MatMul", asked(query, 2), turned))
    seen = graph("MatMul", shares, value)
    seen = graph("Mul", seen, graph.single(1 / _SHARE / _GRIDS[2]))
    rows = graph("Transpose", seen, perm=[2, 0, 1, 3])
    return graph("Reshape", rows, graph.constant(np.asarray([-1, WIDTH])))


def _cut(graph: _Graph, states: str, by: Linear) -> list[str]:
    """Add queries, keys and values in whole numbers (1 x heads x pieces x `HEAD`)."""
    grids = np.repeat(np.asarray(_GRIDS, np.float32), WIDTH)
    finer = Linear(by.matrix, by.scale * grids, by.bias * grids)
    whole = graph("Round", _linear(graph, states, finer))
    shape = graph.constant(np.asarray([0, 3, HEADS, HEAD]))
    apart = graph("Transpose", graph("Reshape", whole, shape), perm=[1, 2, 0, 3])
    three = graph.several(3, "Split", apart, axis=0, num_outputs=3)
    return [
        graph("Clip", one, graph.single(-most), graph.single(most))
        for one, most in zip(three, _LIMITS, strict=True)
    ]


def _shares(graph: _Graph, likeness: str) -> str:
    """Add the softmax of each row, in whole numbers of `_SHARE`."""
    most = graph("ReduceMax", likeness, graph.constant(_LAST), keepdims=1)
    power = _power(graph, graph("Sub", likeness, most), _LIKE)
    total = graph("ReduceSum", power, graph.constant(_LAST), keepdims=1)
    parts = graph("Mul", total, graph.single(1 / _SHARE))
    return graph("Round", graph("Div", power, parts))


def _power(graph: _Graph, below: str, unit: float) -> str:
    """Add the exponential of numbers up to 0, each told in so many of a unit.

    The result is in whole numbers of `_FINE`: the factor of which that is the power
    goes into what is squared. At most 224 pieces are added up: that is below 2**24.
    """
    small, whole = unit / 2**_HALVINGS, _FINE ** (1 / 2**_HALVINGS)
    held = graph("Max", below, graph.single(-1 / small))
    power = graph("Mul", held, graph.single(whole * _CURVE[1] * small**2))
    power = graph("Add", power, graph.single(whole * _CURVE[0] * small))
    power = graph("Add", graph("Mul", power, held), graph.single(whole))
    for _ in range(_HALVINGS):
        power = graph("Mul", power, power)
    return graph("Round", power)


def _gelu(graph: _Graph, rows: str) -> str:
    """Add Gelu: each number by the share of a normal distribution below it."""
    held = graph("Clip", rows, graph.single(-_CAP), graph.single(_CAP))
    square = graph("Mul", held, held)
    share = graph.single(_BELL[-1])
    for factor in reversed(_BELL[:-1]):
        share = graph("Add", graph("Mul", share, square), graph.single(factor))
    below = graph("Add", graph("Mul", share, held), graph.single(0.5))
    return graph("Mul", below, rows)
