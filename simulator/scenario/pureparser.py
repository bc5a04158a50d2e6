"""PyYAML's parser in Python, made to read what its parser in C reads.

It is used where PyYAML was built without the C library. On its own it takes the
question mark in `[How much?, How often?]` for the sign of a key.
"""

from typing import Any

import yaml


class PureParser(yaml.SafeLoader):
    """The slower parser."""

    _in_words = False

    def scan_plain(self) -> Any:
        """Scan words without quotes; a question mark is one of them."""
        self._in_words = True
        try:
            return super().scan_plain()
        finally:
            self._in_words = False

    def peek(self, index: int = 0) -> str:
        """Return a character ahead."""
        character: str = super().peek(index)
        return "x" if self._in_words and character == "?" else character
