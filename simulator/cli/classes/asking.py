"""How the trainer's terminal asks the server."""

import json
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any, Final

from simulator.cli.classes.told import desk_of
from simulator.cli.settings import Shell
from simulator.errors import SimulatorError
from simulator.messages import N_

_PATIENCE: Final = 10.0
"""Seconds to wait for the server."""


class NoServerError(SimulatorError):
    """Nobody answers for a class."""

    def __init__(self, why: str) -> None:
        super().__init__(
            N_(
                "The class cannot be reached: {why}. Is `whose-client class serve` "
                "running?"
            ),
            why=why,
        )


def watched(data: Path, code: str, token: str, shell: Shell) -> dict[str, Any]:
    """Ask the server who is in a class.

    Args:
        data: The data folder of this machine.
        code: That of the class, or the trainer's address; empty: the last class.
        token: The trainer's, where this machine has no note of it.
        shell: Gives the language.

    Raises:
        NoNoteError, NoServerError: There is no answer.
    """
    url, secret = desk_of(data, code, token)
    return _asked(url, secret, "GET")


def closed(data: Path, code: str, token: str, shell: Shell) -> None:
    """Ask the server to end a class; see `watched`."""
    url, secret = desk_of(data, code, token)
    _asked(f"{url}/close", secret, "POST")


def _asked(url: str, token: str, method: str) -> dict[str, Any]:
    request = urllib.request.Request(
        url, method=method, headers={"Authorization": f"Bearer {token}"}
    )
    try:
        with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:
            told = json.loads(answer.read())
    except urllib.error.HTTPError as error:
        raise NoServerError(f"{error.code} {error.reason}") from error
    except (OSError, ValueError) as error:
        raise NoServerError(str(getattr(error, "reason", error))) from error
    if not isinstance(told, dict):
        raise NoServerError("?")
    return told
