"""The weights that are shipped, and the readers made from them.

They lie beside this module as package data: the vocabulary and its table, the
network, the tables of the reader of last resort, and the fitted settings.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from io import BytesIO
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from scoring.reading.both import BothEncoders
from scoring.reading.encoder import Embedding, TunedEncoder
from scoring.reading.errors import NoEncoderError
from scoring.reading.lexical import LexicalEncoder
from scoring.reading.pieces import Pieces
from scoring.reading.reader import Reader
from scoring.reading.thresholds import Settings

TABLES: Final = "tables.npz"
NETWORK: Final = "network.onnx"
LEXICAL: Final = "lexical.npz"
SETTINGS: Final = "settings.json"
NAMES: Final = (TABLES, NETWORK, LEXICAL, SETTINGS)


@dataclass(frozen=True, slots=True)
class Weights:
    """What was trained, file by file."""

    tables: bytes
    network: bytes
    lexical: bytes
    settings: bytes


def shipped() -> Weights:
    """Read the shipped weights.

    Raises:
        NoEncoderError: A file is missing.
    """
    try:
        folder = files("scoring.reading") / "weights"
        return Weights(*((folder / name).read_bytes() for name in NAMES))
    except OSError as error:
        raise NoEncoderError(f"the weights are missing: {error}") from error


def tuned_reader(weights: Weights) -> Reader:
    """Return the reader that uses the network beside the letters.

    Raises:
        NoEncoderError: onnxruntime is missing or does not load here, or the weights
            are not those of this program.
    """
    try:
        both = BothEncoders(tuned_encoder(weights), lexical_encoder(weights))
        return Reader(both, _settings(weights, "both"))
    except Exception as error:  # onnxruntime raises its own kinds
        raise NoEncoderError(f"the encoder does not load: {error}") from error


def lexical_reader(weights: Weights) -> Reader:
    """Return the reader of last resort."""
    return Reader(lexical_encoder(weights), _settings(weights, "lexical"))


def best_reader(weights: Weights) -> tuple[Reader, bool]:
    """Return the best reader that loads here, and whether it is the tuned one."""
    try:
        return tuned_reader(weights), True
    except NoEncoderError:
        return lexical_reader(weights), False


def tuned_encoder(weights: Weights) -> TunedEncoder:
    """Return the network, ready to encode."""
    tables = _arrays(weights.tables)
    names = bytes(tables["names"]).decode().split("\n")
    pieces = Pieces(names, tables["scores"].tolist())
    return TunedEncoder(pieces, Embedding(tables), weights.network)


def lexical_encoder(weights: Weights) -> LexicalEncoder:
    """Return what reads by the letter."""
    return LexicalEncoder(_arrays(weights.lexical))


def _arrays(stored: bytes) -> Mapping[str, NDArray[Any]]:
    with np.load(BytesIO(stored), allow_pickle=False) as archive:
        return {name: archive[name] for name in archive.files}


def _settings(weights: Weights, encoder: str) -> Settings:
    return Settings.of(json.loads(weights.settings)[encoder])
