"""Tune the network on labelled replies: the same replies and seed, the same weights."""

import math
from collections.abc import Callable, Iterator, Sequence
from random import Random  # noqa: TID251 - training draws, seeded
from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional as fn

from scoring.reading.pieces import Pieces
from tools.bank import Labelled
from tools.train.examples import Batch, batches, example
from tools.train.network import Network
from tools.train.varied import varied

PASSES: Final = 7
SIZE: Final = 16
FAST: Final = 2e-3
"""Step of the heads, which start from nothing."""
SLOW: Final = 2e-4
"""Step of the last layer; each layer below takes nine tenths of the one above."""
FADE: Final = 0.9
WARM: Final = 0.1
SHARPEST: Final = 1.0
KEEP: Final = 0.99
"""Part of the running mean that stays at every step; the mean is what is kept."""
THREADS: Final = 1
"""Always one: other numbers add in another order and give other weights; two tunings
side by side are quicker than one on two threads."""


def tune(
    network: Network,
    replies: Sequence[Labelled],
    pieces: Pieces,
    *,
    seed: int,
    passes: int = PASSES,
    tell: Callable[[str], None] = lambda _: None,
) -> None:
    """Tune in place.

    Args:
        network: What to tune.
        replies: What to tune it on; said otherwise in every pass.
        pieces: The vocabulary that cuts them.
        seed: Fixes the order of the replies and what is dropped.
        passes: How often each reply is seen.
        tell: Told of the progress, a line a pass.
    """
    torch.manual_seed(seed)
    draw = Random(seed)
    optimiser = torch.optim.AdamW(_groups(network), weight_decay=0.01)
    rates = [group["lr"] for group in optimiser.param_groups]
    steps = passes * math.ceil(len(replies) / SIZE)
    mean = _Mean(network)
    network.train()
    done = 0
    for number in range(passes):
        total = 0.0
        examples = [example(reply, pieces) for reply in varied(replies, draw)]
        for group in batches(examples, SIZE, draw):
            _set_rates(optimiser, rates, done / steps)
            total += _learn(network, group, optimiser)
            done += 1
            if number >= passes // 2:
                mean.take(network)
        tell(f"pass {number + 1} of {passes}: loss {total * SIZE / len(examples):.3f}")
    mean.put(network)
    network.eval()


def _learn(network: Network, group: Batch, optimiser: torch.optim.Optimizer) -> float:
    loss = lost(network, group)
    optimiser.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), SHARPEST)
    optimiser.step()
    return float(loss.item())


def lost(network: Network, group: Batch) -> Tensor:
    """Return how far the network is from the rater on some replies."""
    hidden = network.embed(group.ids, group.inside, group.following)
    parts, whole, steps, _, touched, levels = network.read(
        hidden, group.inside, group.mask
    )
    by_part = fn.binary_cross_entropy_with_logits(parts, group.parts, reduction="none")
    in_words = (by_part.sum(-1) * group.inside).sum(1) / group.inside.sum(1)
    in_reply = fn.binary_cross_entropy_with_logits(
        whole, group.whole, pos_weight=torch.tensor(2.0), reduction="none"
    )
    above = torch.stack([(group.overall > step).float() for step in range(4)], 1)
    serves = fn.binary_cross_entropy_with_logits(steps, above)
    reached = (group.levels >= 0).float()
    plays = fn.binary_cross_entropy_with_logits(touched, reached, reduction="none")
    apart = ((levels - group.levels) ** 2 * reached).sum() / reached.sum().clamp(min=1)
    return (
        in_words.mean()
        + 0.5 * in_reply.sum(1).mean()
        + 1.5 * serves
        + 0.25 * plays.sum(1).mean()
        + 0.15 * apart
    )


def _groups(network: Network) -> Iterator[dict[str, object]]:
    number = len(network.layers)
    below = SLOW * FADE ** (number + 1)
    yield {"params": [network.places, *network.start.parameters()], "lr": below}
    for place, layer in enumerate(network.layers):
        rate = SLOW * FADE ** (number - 1 - place)
        yield {"params": list(layer.parameters()), "lr": rate}
    yield {"params": list(network.heads.parameters()), "lr": FAST}


def _set_rates(
    optimiser: torch.optim.Optimizer, rates: Sequence[float], part: float
) -> None:
    """Warm up, then fall in a straight line to almost nothing."""
    factor = min(1.0, (part + 1e-3) / WARM) * max(0.02, 1 - part)
    for group, rate in zip(optimiser.param_groups, rates, strict=True):
        group["lr"] = rate * factor


class _Mean:
    """The running mean of the weights, steadier than the last ones."""

    def __init__(self, network: Network) -> None:
        self._kept: dict[str, Tensor] = {}
        self._names = [n for n, p in network.named_parameters() if p.requires_grad]

    def take(self, network: Network) -> None:
        now = dict(network.named_parameters())
        for name in self._names:
            fresh = now[name].detach()
            old = self._kept.get(name)
            self._kept[name] = (
                fresh.clone() if old is None else old.lerp_(fresh, 1 - KEEP)
            )

    def put(self, network: Network) -> None:
        now = dict(network.named_parameters())
        for name, value in self._kept.items():
            now[name].data.copy_(value)
