"""`python -m tools.train`: rebuild the shipped weights, and read unseen replies.

One network is tuned on the whole bank and shipped. Three more leave a third of the
situations out each and read it: from these readings the thresholds are fitted and
`docs/agreement.md` is written (`make evaluate`). `--weights` tunes the first one
only, with the thresholds of the readings at hand.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scoring.reading.impression import OUTPUTS
from scoring.reading.shipped import LEXICAL, NETWORK, SETTINGS, TABLES, Weights
from tools.bank import ROOT, digest, load
from tools.train import baselines, export, jobs, lexical, settings
from tools.train.folds import FOLDS, folds
from tools.train.trainer import Floats, say, whole

WEIGHTS: Final = ROOT / "scoring" / "reading" / "weights"
UNSEEN: Final = ROOT / "tools" / "train" / "unseen.npz"
PARTS: Final = tuple(range(1, FOLDS + 1))


def main(arguments: Sequence[str]) -> int:
    """Train, and write what was trained."""
    parts = () if "--weights" in arguments else PARTS
    made = jobs.run((jobs.WHOLE, *parts))
    if parts:
        readings: jobs.Arrays = {"tuned": _unseen([made[part] for part in parts])}
        readings |= jobs.kept("others", _others)
        UNSEEN.write_bytes(export.archive(readings | {"bank": _bytes(digest())}))
    replies, stored = load(), dict(np.load(UNSEEN))
    truth = whole(replies)
    say("fitting the letters on the whole bank")
    shipped = jobs.weights(made[jobs.WHOLE], lexical.fit(replies, truth))
    read = {
        "both": settings.joined(stored["tuned"], stored["lexical"]),
        "lexical": stored["lexical"],
    }
    body = {
        name: _settings(figures, truth, stored["sense"], stored["heaps"])
        for name, figures in read.items()
    }
    _write(shipped, export.settings_file(body))
    return 0


def _unseen(read: Sequence[jobs.Arrays]) -> jobs.Array:
    """Put the parts' readings together, in the order of the bank."""
    table = np.zeros((sum(len(part["places"]) for part in read), OUTPUTS + 1))
    for part in read:
        table[part["places"].astype(int)] = part["tuned"]
    return table


def _others() -> jobs.Arrays:
    """Read the parts with what needs no network."""
    replies = load()
    parts, truth = folds(replies), whole(replies)
    say("fitting the letters and the baselines without each part")
    return lexical.unseen(replies, parts, truth) | {
        "nearest": baselines.nearest(replies, parts),
        "letters": baselines.letters(replies, parts, truth),
    }


def _settings(
    found: Floats, truth: Floats, sense: Floats, heaps: Floats
) -> dict[str, object]:
    chances = found[:, :OUTPUTS]
    least = settings.thresholds(chances, truth)
    return {
        "bank": digest(),
        "least": least,
        "slope": settings.slope(chances, truth),
        "sense": settings.sense(chances, least, truth, sense, heaps),
    }


def _write(made: Weights, body: bytes) -> None:
    WEIGHTS.mkdir(exist_ok=True)
    files = {TABLES: made.tables, NETWORK: made.network, LEXICAL: made.lexical}
    for name, content in (files | {SETTINGS: body}).items():
        Path(WEIGHTS, name).write_bytes(content)
        say(f"{name}: {len(content) / 1e6:.1f} MB")


def _bytes(text: str) -> NDArray[np.uint8]:
    return np.frombuffer(text.encode(), np.uint8)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
