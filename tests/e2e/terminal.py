"""A terminal to run the real program in: keys go in, a screen can be read."""

import os
import signal
import sys
from pathlib import Path
from time import monotonic
from typing import Final, Self

import pexpect
import pyte

PATIENCE: Final = 30.0
"""Seconds after which a screen that does not come counts as missing."""

QUIET: Final = 0.3
"""Seconds without painting after which a screen counts as complete."""


class Terminal:
    """The program on a terminal of its own, with a screen as a person sees it."""

    def __init__(
        self,
        *arguments: str,
        data: Path,
        columns: int = 80,
        lines: int = 24,
        code: str | None = None,
    ) -> None:
        """Start the program; with `code`, that runs in place of the usual start."""
        start = ["-m", "simulator"] if code is None else ["-c", code]
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self._child = pexpect.spawn(
            sys.executable,
            [*start, *arguments],
            env=_environment(data),
            dimensions=(lines, columns),
            timeout=PATIENCE,
            preexec_fn=interruptible,
        )
        self._child.delaybeforesend = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._child.close(force=True)

    @property
    def text(self) -> str:
        """What the screen shows, line by line, without trailing blanks."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def press(self, *keys: str) -> None:
        """Send keys, as the terminal would."""
        for key in keys:
            self._child.send(key)

    def wait_for(self, *words: str) -> str:
        """Read until all the words are there and the screen rests; return it."""
        deadline = monotonic() + PATIENCE
        while not all(word in self.text for word in words):
            if monotonic() > deadline or not self._read():
                raise AssertionError(f"{words} did not appear:\n{self.text}")
        return self._rested()

    def wait_until_gone(self, words: str) -> None:
        """Read until some words are not there any more."""
        deadline = monotonic() + PATIENCE
        while words in self.text:
            if monotonic() > deadline or not self._read(QUIET):
                raise AssertionError(f"{words} did not go:\n{self.text}")

    def watch(self, seconds: float) -> None:
        """Look on for so long, while nobody presses a key."""
        end = monotonic() + seconds
        while monotonic() < end:
            self._read(QUIET)

    def _rested(self) -> str:
        """Read on until a moment passes in which nothing is painted."""
        seen = None
        while seen != self.text:
            seen = self.text
            self._read(QUIET)
        return seen

    def kill(self) -> None:
        """End the program as a power cut would."""
        self._child.kill(9)
        self._child.wait()

    def echoes(self) -> bool:
        """Tell whether the terminal shows what is typed, as a shell needs it."""
        return bool(self._child.getecho())

    def end(self, number: int) -> int:
        """Send the program a signal; return how it ended."""
        self._child.kill(number)
        return self.exit_code()

    def hang_up(self) -> int:
        """Close the terminal under the program; return how the program ended."""
        self._child.ptyproc.fileobj.close()  # type: ignore[attr-defined]  # not in stubs
        self._child.wait()
        assert self._child.exitstatus is not None
        return int(self._child.exitstatus)

    def exit_code(self) -> int:
        """Wait for the program to end by itself."""
        while self._read():
            pass
        self._child.wait()
        assert self._child.exitstatus is not None
        return int(self._child.exitstatus)

    def _read(self, patience: float = 1) -> bool:
        """Take in some output; False once the program has ended."""
        try:
            output = self._child.read_nonblocking(65536, timeout=patience)
            self._stream.feed(output)  # type: ignore[arg-type]  # bytes without encoding
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        return True


def interruptible() -> None:
    """Let Ctrl+C reach the program, even where whoever runs the tests ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _environment(data: Path) -> dict[str, str]:
    kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    return kept | {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LC_ALL": "ru_RU.UTF-8",
        "PYTHONUTF8": "1",
        "WHOSE_CLIENT_DATA": str(data),
    }
