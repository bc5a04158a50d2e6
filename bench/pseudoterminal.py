"""Run a program in a pseudo-terminal and watch what it paints, and when."""

import fcntl
import os
import pty
import select
import struct
import sys
import termios
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import Final, Self

COLUMNS: Final = 80
LINES: Final = 24
QUIET: Final = 0.06
"""Seconds without output after which a screen counts as painted."""


class Screen:
    """A program on a terminal of 80×24."""

    def __init__(self, *command: str, environment: dict[str, str]) -> None:
        self.started = perf_counter()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            os.environ.update(environment)
            os.execvp(command[0], command)
        size = struct.pack("HHHH", LINES, COLUMNS, 0, 0)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, size)
        self.seen = b""

    def __enter__(self) -> Self:
        """Return the screen itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the program."""
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)
        os.close(self._terminal)

    def seconds_until(self, marker: str, patience: float = 30) -> float:
        """Return the seconds from the start until the marker has been painted."""
        wanted = marker.encode()
        while wanted not in self.seen:
            if perf_counter() - self.started > patience or not self._read(patience):
                sys.exit(f"{marker!r} was not painted: {self.seen[-400:]!r}")
        return perf_counter() - self.started

    def press(self, keys: str) -> float:
        """Press keys; return the seconds until the last of what that paints."""
        self.settle()
        pressed = last = perf_counter()
        os.write(self._terminal, keys.encode())
        while self._read(QUIET if last > pressed else 1):
            last = perf_counter()
        if last == pressed:
            sys.exit(f"{keys!r} painted nothing: {self.seen[-400:]!r}")
        return last - pressed

    def settle(self) -> None:
        """Wait until nothing more is painted."""
        while self._read(QUIET):
            pass

    def resident(self) -> float:
        """Return the memory resident now, in MB."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        line = next(one for one in status.splitlines() if one.startswith("VmRSS"))
        return int(line.split()[1]) / 1024

    def _read(self, patience: float) -> bool:
        ready, _, _ = select.select([self._terminal], [], [], patience)
        if not ready:
            return False
        self.seen = (self.seen + os.read(self._terminal, 65536))[-200_000:]
        return True
