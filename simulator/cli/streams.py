"""The process' streams, made fit for any text and any reader."""

import codecs
import io
import os
import sys
from typing import TextIO


def make_safe() -> None:
    """Let no closed stream, and no character that one cannot show, end the program.

    A stream of ASCII speaks UTF-8 instead, since nearly everything here is beyond
    ASCII; in any other encoding what does not fit becomes a question mark.
    """
    if sys.stdin is None:
        sys.stdin = _nowhere()
    if sys.stdout is None:
        sys.stdout = _nowhere()
    if sys.stderr is None:
        sys.stderr = _nowhere()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            ascii_only = codecs.lookup(stream.encoding).name == "ascii"
            encoding = "utf-8" if ascii_only else stream.encoding
            stream.reconfigure(encoding=encoding, errors="replace")


def speaks_unicode(stream: TextIO) -> bool:
    """Tell whether every character can be written to a stream."""
    try:
        return codecs.lookup(stream.encoding).name.startswith("utf-")
    except (LookupError, TypeError):
        return False


def abandon_stdout() -> None:
    """Write no more: the reader has gone, and Python would say so on its way out."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):
        pass


def _nowhere() -> io.TextIOWrapper:
    """Stand in for a stream that was closed before the program began."""
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
