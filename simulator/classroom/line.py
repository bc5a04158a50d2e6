"""The line from a terminal to a class server: one question, one answer in JSON."""

import json
import ssl
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, cast

from msgspec import Struct

from simulator.classroom.errors import ClassroomError
from simulator.classroom.wire import BadWireError
from simulator.messages import N_
from simulator.plaintext import plain
from simulator.sessions.errors import UnreachableError

PATIENCE: Final = 10.0
"""Seconds to wait for an answer."""
_MOST: Final = 8 * 1024 * 1024
"""Bytes of an answer: a talk of a thousand turns has a tenth of it."""
_GONE: Final = frozenset({502, 504})
"""What a proxy says when there is no server behind it."""


class RefusedError(ClassroomError):
    """The server has answered with a sentence of its own."""

    def __init__(self, said: str, status: int) -> None:
        super().__init__("{said}", said=plain(said))
        self.status = status


class UntrustedError(ClassroomError):
    """The server shows a certificate that nobody vouches for."""

    def __init__(self, why: str) -> None:
        super().__init__(
            N_(
                "The certificate of the class cannot be trusted: {why}. Ask the "
                "trainer for it, and name it with --tls-cert."
            ),
            why=why,
        )


class NoFileError(ClassroomError):
    """A certificate cannot be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(N_("{path} is no certificate."), path=path)


class _Straight(urllib.request.HTTPRedirectHandler):
    """Goes nowhere else: a ticket is for one server."""

    def redirect_request(self, *_: object) -> None:
        return None


class Line(Struct, frozen=True):
    """The way to one server."""

    url: str
    """Without a path: `http://10.0.0.5:8765`."""
    language: str
    """In which the server says what is wrong."""
    certificate: Path | None = None
    """One to trust, of a server that speaks TLS."""

    def ask(
        self,
        path: str,
        body: Mapping[str, object] | None = None,
        *,
        ticket: str = "",
        patience: float = PATIENCE,
    ) -> dict[str, Any]:
        """Ask for something.

        Args:
            path: What is asked for, beginning with a slash.
            body: What is sent with it; None: nothing is.
            ticket: Whoever asks, by his ticket.
            patience: Seconds to wait.

        Raises:
            UnreachableError: Nobody answers; asking again may help.
            RefusedError: The server says why not.
            UntrustedError: Its certificate is not to be trusted.
            BadWireError: It answers what this version does not know.
        """
        text = self.read(path, body, ticket=ticket, patience=patience)
        try:
            found = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise BadWireError("JSON") from error
        if not isinstance(found, dict):
            raise BadWireError("JSON")
        return cast("dict[str, Any]", found)

    def read(
        self,
        path: str,
        body: Mapping[str, object] | None = None,
        *,
        ticket: str = "",
        patience: float = PATIENCE,
    ) -> bytes:
        """Return an answer as it comes; see `ask`."""
        headers = {"Accept-Language": self.language}
        if ticket:
            headers["Authorization"] = f"Bearer {ticket}"
        data = None if body is None else json.dumps(body).encode()
        try:
            wanted = urllib.request.Request(self.url + path, data, headers)
            with self._opener().open(wanted, timeout=patience) as answer:
                return bytes(answer.read(_MOST))
        except urllib.error.HTTPError as error:
            raise _refused(error) from error
        except (OSError, ValueError) as error:
            raise _unheard(error) from error
        except Exception as error:  # http.client: an answer that breaks off
            raise UnreachableError(type(error).__name__) from error

    def _opener(self) -> urllib.request.OpenerDirector:
        handlers: list[urllib.request.BaseHandler] = [_Straight()]
        if self.certificate is not None:
            try:
                context = ssl.create_default_context(cafile=self.certificate)
            except (OSError, ssl.SSLError) as error:
                raise NoFileError(self.certificate) from error
            handlers.append(urllib.request.HTTPSHandler(context=context))
        return urllib.request.build_opener(*handlers)


def _refused(error: urllib.error.HTTPError) -> ClassroomError | UnreachableError:
    """Return what the server says; without a word of its own nobody is there."""
    try:
        said = json.loads(error.read(_MOST))["error"]
    except (OSError, ValueError, KeyError, TypeError):
        said = None
    if isinstance(said, str) and error.code not in _GONE:
        return RefusedError(said, error.code)
    if error.code >= 500:
        return UnreachableError(f"{error.code} {error.reason}")
    return BadWireError(f"{error.code} {error.reason}")


def _unheard(error: OSError | ValueError) -> ClassroomError | UnreachableError:
    reason = getattr(error, "reason", error)
    if isinstance(reason, ssl.SSLCertVerificationError):
        return UntrustedError(reason.verify_message)
    return UnreachableError(plain(str(getattr(reason, "strerror", None) or reason)))
