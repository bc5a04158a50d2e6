"""How the trainer's terminal asks the server."""

import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from simulator.cli.classes.told import desk_of
from simulator.cli.settings import Shell
from simulator.errors import SimulatorError
from simulator.messages import N_
from simulator.tui.seen import NotAgainError

PATIENCE: Final = 10.0
"""Seconds to wait for the server."""
_FORBIDDEN: Final = 403


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


class WrongTokenError(NotAgainError):
    """The server does not take whoever asks for the trainer of the class."""

    def __init__(self) -> None:
        super().__init__(
            N_(
                "The server knows no such class of this trainer. Check the address, "
                "and the token in WHOSE_CLIENT_TOKEN."
            )
        )


class RefusedError(SimulatorError):
    """What the server would not do, in its own sentence."""


def watched(data: Path, code: str, token: str, shell: Shell) -> dict[str, Any]:
    """Ask the server who is in a class.

    Args:
        data: The data folder of this machine.
        code: That of the class, or the trainer's address; empty: the last class.
        token: The trainer's, where this machine has no note of it.
        shell: Gives the language.

    Raises:
        NoNoteError, NoServerError, WrongTokenError: There is no answer.
    """
    url, secret = desk_of(data, code, token)
    return asked(url, secret)


def closed(data: Path, code: str, token: str, shell: Shell) -> None:
    """Ask the server to end a class; see `watched`."""
    url, secret = desk_of(data, code, token)
    asked(f"{url}/close", secret, {})


def asked(
    url: str,
    token: str,
    body: Mapping[str, object] | None = None,
    patience: float = PATIENCE,
) -> dict[str, Any]:
    """Ask the server for something; return what it tells.

    Args:
        url: The address.
        token: The trainer's.
        body: What is sent along; None: nothing is asked for but to look.
        patience: Seconds to wait.

    Raises:
        NoServerError: Nobody answers, or not as a server of classes does.
        WrongTokenError: The token is not the trainer's.
        RefusedError: The server says why it will not do it.
    """
    sent = None if body is None else json.dumps(body).encode()
    try:
        request = urllib.request.Request(
            url, sent, {"Authorization": f"Bearer {token}"}
        )
        if request.type not in ("http", "https"):
            raise NoServerError(url)
        with urllib.request.urlopen(request, timeout=patience) as answer:
            told = json.loads(answer.read())
    except urllib.error.HTTPError as error:
        raise _refused(error) from error
    except (OSError, ValueError) as error:
        why = getattr(error, "reason", error)
        raise NoServerError(getattr(why, "strerror", None) or str(why)) from error
    if not isinstance(told, dict):
        raise NoServerError("?")
    return told


def _refused(error: urllib.error.HTTPError) -> SimulatorError:
    """Return what the server has said, to be told in the reader's language."""
    if error.code == _FORBIDDEN:
        return WrongTokenError()
    with suppress(OSError, ValueError, LookupError, TypeError, AttributeError):
        told = json.loads(error.read())
        with suppress(ValueError, LookupError, TypeError, AttributeError):
            return RefusedError(told["template"], **told["values"])
        return RefusedError("{said}", said=str(told["error"]))
    return NoServerError(f"{error.code} {error.reason}")
