"""Write the tuned network as it is shipped: in eight bits, its table in four."""

import json
import warnings
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from scoring.reading.encoder import WIDTH
from tools.train.network import Network
from tools.train.source import Source


class _Whole(nn.Module):
    """From the embedded input to the figures that are read."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, hidden: Tensor, inside: Tensor) -> tuple[Tensor, ...]:
        parts, whole, steps, vector, *_ = self.network.read(hidden, inside, None)
        overall = torch.sigmoid(steps).sum(1)
        return torch.sigmoid(parts), torch.sigmoid(whole), overall, vector


def network_file(network: Network) -> bytes:
    """Return the network as an ONNX file with eight-bit matrices."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    example = (torch.randn(1, 24, WIDTH), torch.ones(1, 24))
    with TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        full, small = Path(folder, "full.onnx"), Path(folder, "small.onnx")
        torch.onnx.export(
            _Whole(network).eval(),
            example,
            str(full),
            input_names=["hidden", "inside"],
            output_names=["parts", "whole", "overall", "vector"],
            dynamic_axes={
                name: {1: "length"} for name in ("hidden", "inside", "parts")
            },
            dynamo=False,
        )
        quantize_dynamic(
            full,
            small,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,  # no overflow on processors without VNNI
            op_types_to_quantize=["MatMul"],
            nodes_to_exclude=_heads(full),
        )
        return small.read_bytes()


def _heads(file: Path) -> list[str]:
    """Return the small matrices that stay as they are."""
    import onnx

    nodes = onnx.load(str(file)).graph.node
    return [n.name for n in nodes if "heads" in n.name and n.op_type == "MatMul"]


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
