"""Tune one network, and say what an encoder makes of a labelled reply."""

import sys
from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from scoring.reading.clauses import clauses
from scoring.reading.impression import CODES, OUTPUTS, TOPICS, Encoder
from scoring.reading.pieces import Pieces
from scoring.reading.shipped import Weights
from scoring.reading.spans import span_of
from scoring.reading.text import cleaned
from tools.bank import Labelled
from tools.train import export, settings, source, tune, vocabulary
from tools.train.network import Network
from tools.train.synthetic import SEED, idle

Floats = NDArray[np.float64]


class Trainer:
    """Holds what every tuning starts from."""

    def __init__(self) -> None:
        self.source = source.load()
        self.kept = vocabulary.kept(self.source)
        names = [self.source.pieces[number] for number in self.kept]
        self.pieces = Pieces(names, self.source.scores[self.kept].tolist())

    def tuned(self, replies: Sequence[Labelled], name: str) -> Network:
        """Tune a network on some replies; tells of every pass under that name."""
        torch.set_num_threads(tune.THREADS)
        torch.use_deterministic_algorithms(True)
        torch.manual_seed(SEED)
        network = Network(self.source, self.kept)
        chosen = [*replies, *idle(replies, SEED)]
        tune.tune(
            network,
            chosen,
            self.pieces,
            seed=SEED,
            tell=lambda line: say(f"{name}: {line}"),
        )
        return network

    def weights(self, network: Network) -> Weights:
        """Return a tuned network as it is shipped, with nothing beside it yet."""
        return Weights(
            tables=export.tables(self.source, self.kept, network),
            network=export.network_file(network),
            lexical=b"",
            settings=b"{}",
        )


def whole(replies: Sequence[Labelled]) -> Floats:
    """Return replies x outputs: what the rater found in each."""
    table = np.zeros((len(replies), OUTPUTS))
    for row, reply in enumerate(replies):
        table[row, [CODES.index(code) for code in reply.codes]] = 1
        topics = {topic for mark in reply.marks for topic in mark.topics}
        table[row, [len(CODES) + TOPICS.index(topic) for topic in topics]] = 1
    return table


def figures(encoder: Encoder, reply: Labelled) -> Floats:
    """Return the chances of a reply, 0 where all words are quoted; then overall."""
    line, text = cleaned(reply.manager_says).text, cleaned(reply.reply).text
    impression = encoder.encode(line, text)
    parts = clauses(text, line)
    chances = [
        chance if span_of(n, parts, impression, settings.SPEAKS) else 0.0
        for n, chance in enumerate(impression.chances)
    ]
    return np.asarray([*chances, impression.overall])


def say(line: str) -> None:
    """Tell of the progress."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
