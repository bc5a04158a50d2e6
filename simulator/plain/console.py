"""Lines in, lines out: the only place where the plain game reads and writes."""

import textwrap
from typing import Final, TextIO

from simulator.plaintext import plain

WIDTH: Final = 80
_NARROWEST: Final = 20
_LONGEST_ANSWER: Final = 20_000
"""Characters of one line of input that are looked at."""


class EndOfInput(Exception):
    """Nothing more can be read."""


class Console:
    """A person's end of the line."""

    def __init__(self, source: TextIO, target: TextIO, width: int = WIDTH) -> None:
        self._source, self._target = source, target
        self.width = max(width, _NARROWEST)
        self._parted = True
        """True when an empty line here would be one too many."""

    def say(self, text: str, indent: int = 0) -> None:
        """Write text, wrapped to the width.

        Args:
            text: May have several paragraphs, each on a line of its own.
            indent: By how many spaces its lines stand in.
        """
        for paragraph in plain(text).splitlines():
            self._write(self._wrapped(paragraph, " " * indent, " " * indent))

    def item(self, mark: str, text: str, indent: int = 0) -> None:
        """Write text behind a mark such as `1.`; further lines stand in as far."""
        first = f"{' ' * indent}{mark} "
        words = " ".join(plain(text).split())
        self._write(self._wrapped(words, first, " " * len(first)))

    def gap(self) -> None:
        """Part what follows from what went before by one empty line."""
        if not self._parted:
            self._target.write("\n")
        self._parted = True

    def heading(self, text: str) -> None:
        """Write a line that stands alone."""
        self.gap()
        self.say(text)
        self.gap()

    def ask(self, prompt: str = ">") -> str:
        """Read one line; one that comes from no keyboard is repeated for the reader.

        Raises:
            EndOfInput: There is none.
        """
        self._target.write(f"{prompt} ")
        self._target.flush()
        line = self._source.readline(_LONGEST_ANSWER)
        if not self._source.isatty():
            self._target.write(f"{plain(line).strip()}\n")
        self._parted = False
        if not line:
            raise EndOfInput
        return plain(line).strip()

    def flush(self) -> None:
        """Hand over what was written."""
        self._target.flush()

    def _write(self, lines: list[str]) -> None:
        self._target.writelines(f"{line}\n" for line in lines)
        self._parted = False

    def _wrapped(self, text: str, first: str, rest: str) -> list[str]:
        lines = textwrap.wrap(
            text,
            self.width,
            initial_indent=first,
            subsequent_indent=rest,
            break_on_hyphens=False,
        )
        return lines or [first.rstrip()]
