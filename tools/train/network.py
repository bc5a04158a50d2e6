"""The network that is tuned: the encoder's first layers, with a head for each question.

For each of the outputs (25 codes, 10 topics) the heads say how likely it is in
every word piece and in the reply as a whole; one head more says how well the
reply serves. The heads on levels only help the tuning and are not shipped.
"""

from collections.abc import Sequence
from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional as fn

from scoring.principles import Principle
from scoring.reading.encoder import WIDTH
from scoring.reading.impression import OUTPUTS
from tools.train.source import Source

HEADS: Final = 12
HEAD: Final = WIDTH // HEADS
LAYERS: Final = 6
"""Of twelve: the first six read as well here as all, in half the time."""
DROP: Final = 0.1
_FAR: Final = 1e4


class Layer(nn.Module):
    """One transformer layer, normalised after each half."""

    def __init__(self, source: Source, number: int) -> None:
        super().__init__()
        tables = {k: torch.from_numpy(v) for k, v in source.layer(number).items()}
        self.attend = _linear(
            torch.cat([tables[f"{name}.w"] for name in "qkv"]),
            torch.cat([tables[f"{name}.b"] for name in "qkv"]),
        )
        self.mix = _linear(tables["ao.w"], tables["ao.b"])
        self.widen = _linear(tables["fi.w"], tables["fi.b"])
        self.narrow = _linear(tables["fo.w"], tables["fo.b"])
        self.first = _norm(tables["aln.w"], tables["aln.b"])
        self.second = _norm(tables["oln.w"], tables["oln.b"])
        self.drop = nn.Dropout(DROP)

    def forward(self, hidden: Tensor, mask: Tensor | None) -> Tensor:
        """Return the pieces' states after this layer."""
        many, length, _ = hidden.shape
        cut = self.attend(hidden).view(many, length, 3, HEADS, HEAD)
        query, key, value = cut.permute(2, 0, 3, 1, 4)
        seen = self._attention(query, key, value, mask)
        seen = seen.transpose(1, 2).reshape(many, length, WIDTH)
        hidden = self.first(hidden + self.drop(self.mix(seen)))
        inner = self.narrow(fn.gelu(self.widen(hidden)))
        out: Tensor = self.second(hidden + self.drop(inner))
        return out

    def _attention(
        self, query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None
    ) -> Tensor:
        if mask is None:  # spelled out, so that it can be exported
            weights = torch.softmax(query @ key.transpose(-1, -2) * HEAD**-0.5, -1)
            return weights @ value
        return fn.scaled_dot_product_attention(
            query, key, value, mask, DROP if self.training else 0.0
        )


class Network(nn.Module):
    """Embedding, layers, heads."""

    def __init__(self, source: Source, kept: Sequence[int]) -> None:
        super().__init__()
        table = source.matrix("emb.word", (-1, WIDTH))
        self.pieces = nn.Embedding(len(kept), WIDTH)
        self.pieces.weight.data = torch.from_numpy(table[list(kept)])
        self.pieces.weight.requires_grad = False
        places = source.floats("emb.pos").reshape(-1, WIDTH)
        kind = source.floats("emb.type")[:WIDTH]
        self.places = nn.Parameter(torch.from_numpy(places + kind).repeat(2, 1, 1))
        self.start = _norm(
            torch.from_numpy(source.floats("emb.ln.w")),
            torch.from_numpy(source.floats("emb.ln.b")),
        )
        self.layers = nn.ModuleList(Layer(source, n) for n in range(LAYERS))
        self.drop = nn.Dropout(DROP)
        self.heads = Heads()

    def embed(self, ids: Tensor, inside: Tensor, following: Tensor) -> Tensor:
        """Return the first layer's input: pieces with their places.

        `following` is true from the reply's first piece to the end.
        """
        length = ids.shape[1]
        places = self.places[:, :length]
        later = following[:, :, None].to(places.dtype)
        return self.pieces(ids) + places[0] * (1 - later) + places[1] * later

    def read(
        self, hidden: Tensor, inside: Tensor, mask: Tensor | None
    ) -> tuple[Tensor, ...]:
        """Return what the heads say, from the embedded input on."""
        hidden = self.drop(self.start(hidden))
        for layer in self.layers:
            hidden = layer(hidden, mask)
        told: tuple[Tensor, ...] = self.heads(self.drop(hidden), inside)
        return told


class Heads(nn.Module):
    """The questions asked of every reply."""

    def __init__(self) -> None:
        super().__init__()
        self.part = nn.Linear(WIDTH, OUTPUTS)
        self.look = nn.Linear(WIDTH, OUTPUTS)
        self.weight = nn.Parameter(torch.randn(OUTPUTS, WIDTH) * 0.02)
        self.bias = nn.Parameter(torch.full((OUTPUTS,), -2.0))
        self.gather = nn.Linear(WIDTH, 1)
        self.grade = nn.Linear(WIDTH, 1)
        self.steps = nn.Parameter(torch.tensor([1.5, 0.3, -0.5, -1.5]))
        self.touched = nn.Linear(WIDTH, len(Principle))
        self.level = nn.Linear(WIDTH, len(Principle))
        nn.init.constant_(self.part.bias, -3.0)

    def forward(self, hidden: Tensor, inside: Tensor) -> tuple[Tensor, ...]:
        """Return log-odds by part, by reply, of each step up; then the helpers."""
        outside = (inside[:, :, None] - 1) * _FAR
        parts = self.part(hidden)
        looks = torch.softmax(self.look(hidden) + outside, 1)
        seen = looks.transpose(1, 2) @ hidden
        peak = torch.logsumexp(parts + outside, 1)
        whole = (seen * self.weight).sum(-1) + self.bias + 0.5 * peak
        gist = (torch.softmax(self.gather(hidden) + outside, 1) * hidden).sum(1)
        steps = self.grade(gist) + self.steps
        mean = (hidden * inside[:, :, None]).sum(1)
        vector = mean / mean.norm(dim=1, keepdim=True)
        levels = torch.sigmoid(self.level(gist)) * 4
        return parts, whole, steps, vector, self.touched(gist), levels


def _linear(weight: Tensor, bias: Tensor) -> nn.Linear:
    made = nn.Linear(weight.shape[1], weight.shape[0])
    made.weight.data, made.bias.data = weight, bias
    return made


def _norm(weight: Tensor, bias: Tensor) -> nn.LayerNorm:
    made = nn.LayerNorm(WIDTH, 1e-12)
    made.weight.data, made.bias.data = weight, bias
    return made
