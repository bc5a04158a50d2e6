"""Write the tuned network as it is shipped: in eight bits, its table in four."""

import json
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray
from torch import Tensor, nn

from scoring.reading.encoder import WIDTH
from tools.train import exact
from tools.train.network import Network
from tools.train.source import Source


def network_file(network: Network) -> bytes:
    """Return the network as an ONNX file with eight-bit matrices."""
    layers = [_layer(layer) for layer in network.layers]
    return exact.written(_norm(network.start), layers, _heads(network.heads))


def _layer(layer: nn.Module) -> exact.Layer:
    return exact.Layer(
        attend=_linear(layer.attend),
        mix=_linear(layer.mix),
        widen=_linear(layer.widen),
        narrow=_linear(layer.narrow),
        first=_norm(layer.first),
        second=_norm(layer.second),
    )


def _linear(linear: Any) -> exact.Linear:
    return exact.Linear.of(_numbers(linear.weight), _numbers(linear.bias))


def _norm(norm: Any) -> exact.Norm:
    return exact.Norm(_numbers(norm.weight), _numbers(norm.bias))


def _heads(heads: Any) -> exact.Heads:
    """Return all that is asked of a piece side by side."""
    steps = heads.steps.shape[0]
    weight = (
        *(heads.part.weight.T, heads.look.weight.T, heads.weight.T),
        *(heads.gather.weight.T, heads.grade.weight.T.repeat(1, steps)),
    )
    bias = (
        *(heads.part.bias, heads.look.bias, heads.bias),
        *(heads.gather.bias, heads.grade.bias + heads.steps),
    )
    return exact.Heads(
        np.concatenate([_numbers(table) for table in weight], 1).astype(np.float64),
        np.concatenate([_numbers(table) for table in bias]).astype(np.float64),
    )


def _numbers(tensor: Tensor) -> NDArray[np.float32]:
    numbers: NDArray[np.float32] = tensor.detach().numpy().astype(np.float32)
    return numbers


def tables(source: Source, kept: Sequence[int], network: Network) -> bytes:
    """Return the vocabulary and its table, four bits a weight as they came."""
    blocks = source.blocks("emb.word").reshape(-1, WIDTH // 32)[list(kept)]
    names = "\n".join(source.pieces[number] for number in kept)
    return archive(
        {
            "names": np.frombuffer(names.encode(), np.uint8),
            "scores": source.scores[list(kept)].astype(np.float32),
            "rows": blocks["halves"].reshape(len(kept), -1),
            "scales": blocks["scale"],
            "places": network.places.detach().numpy().astype(np.float16),
        }
    )


def archive(arrays: dict[str, NDArray[Any]]) -> bytes:
    """Return arrays as one file; the same arrays give the same bytes."""
    made = BytesIO()
    np.savez_compressed(made, allow_pickle=False, **arrays)
    return made.getvalue()


def settings_file(body: Mapping[str, object]) -> bytes:
    """Return settings as JSON with sorted keys."""
    text = json.dumps(body, indent=1, sort_keys=True, ensure_ascii=False)
    return (text + "\n").encode()
