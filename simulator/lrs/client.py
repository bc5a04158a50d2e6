"""One request to a record store, and what its answer means."""

import base64
import json
import socket
import ssl
from collections.abc import Sequence
from contextlib import suppress
from email.message import Message
from email.utils import parsedate_to_datetime
from http.client import HTTPException, IncompleteRead
from typing import Final
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from simulator.lrs.address import Address
from simulator.lrs.answers import Answer, Verdict
from simulator.lrs.errors import (
    CertificateError,
    KeyRefusedError,
    MovedError,
    NotAnLrsError,
    UnreachableError,
)

VERSION: Final = "1.0.3"
TIMEOUT: Final = 30.0
"""Seconds to wait for a connection, and for each part of an answer."""
_MOST: Final = 1_000_000
"""Bytes that are read of an answer."""
_WORDS: Final = 200
"""Characters that are kept of what it says."""
_NEVER_SENT: Final = (
    socket.gaierror,
    ConnectionRefusedError,
)
_TAKES: Final = {409: Verdict.CONFLICT, 413: Verdict.TOO_LARGE}
_NOWHERE: Final = (404, 405, 410, 501)
_LATER: Final = (408, 425, 429)


class Client:
    """Posts to one record store."""

    def __init__(
        self, address: Address, key: str, secret: str, timeout: float = TIMEOUT
    ) -> None:
        """Speak to a store; an empty key says that it asks for none."""
        self.address = address
        self._secret = secret
        self._timeout = timeout
        self._headers = {
            "Content-Type": "application/json",
            "X-Experience-API-Version": VERSION,
            "User-Agent": "whose-client",
        }
        if key:
            pair = base64.b64encode(f"{key}:{secret}".encode()).decode("ascii")
            self._headers["Authorization"] = f"Basic {pair}"
        self._opener = build_opener(_NoRedirects)

    def post(self, statements: Sequence[bytes]) -> Answer:
        """Send a batch of statements, each as JSON.

        Raises:
            UnreachableError: No connection came about.
            CertificateError: The connection is not to be trusted.
            KeyRefusedError: It does not accept the key.
            MovedError, NotAnLrsError: There is no record store at this address.
        """
        body = b"[" + b",".join(statements) + b"]"
        where = self.address.statements
        request = Request(where, body, self._headers, method="POST")
        try:
            with self._opener.open(request, timeout=self._timeout) as response:
                told = response.read(_MOST)
                if response.length and len(told) < _MOST:
                    raise IncompleteRead(told, response.length)
                return self._taken(response.status, told, statements)
        except HTTPError as error:
            with error:
                return self._refusal(error)
        except (OSError, HTTPException) as error:
            return self._broken(error)

    def _taken(self, status: int, told: bytes, sent: Sequence[bytes]) -> Answer:
        """Accept a yes only from a record store: it names ids of what it was sent."""
        if status == 204 and not told:
            return Answer(Verdict.TAKEN)
        with suppress(ValueError, TypeError):
            ids = json.loads(told)
            ours = {json.loads(one)["id"] for one in sent}
            if status == 200 and isinstance(ids, list) and ours.issuperset(ids):
                return Answer(Verdict.TAKEN)
        raise NotAnLrsError(self.address.base, status)

    def _refusal(self, error: HTTPError) -> Answer:
        status, address = error.code, self.address.base
        if status in (401, 403, 407):
            raise KeyRefusedError(address, status) from error
        if 300 <= status < 400:
            raise MovedError(address, error.headers.get("Location", "?")) from error
        if status in _NOWHERE:
            raise NotAnLrsError(address, status) from error
        why = f"{status} {self._words(error)}".strip()
        if status >= 500 or status in _LATER:
            return Answer(Verdict.LATER, why, _seconds(error.headers))
        return Answer(_TAKES.get(status, Verdict.REFUSED), why)

    def _words(self, error: HTTPError) -> str:
        """Return what an answer says, on one line and without our secrets."""
        told = b""
        with suppress(OSError, HTTPException):
            told = error.read(_MOST)
        text = told.decode("utf-8", "replace")
        for secret in (self._secret, self._headers.get("Authorization", "")[6:]):
            text = text.replace(secret, "…") if secret else text
        return " ".join(text.split())[:_WORDS]

    def _broken(self, error: OSError | HTTPException) -> Answer:
        """Return what a connection that failed means; see `post` for what is raised."""
        reason = error.reason if isinstance(error, URLError) else error
        why = getattr(reason, "strerror", None) or str(reason) or type(reason).__name__
        if isinstance(reason, ssl.SSLCertVerificationError):
            raise CertificateError(self.address.base, reason.verify_message) from error
        if isinstance(reason, ssl.SSLEOFError | ssl.SSLZeroReturnError):
            return Answer(Verdict.HUNG_UP, why)
        if isinstance(reason, ssl.SSLError):
            raise CertificateError(self.address.base, reason.reason or why) from error
        if isinstance(reason, TimeoutError):
            return Answer(Verdict.LATER, why)
        if isinstance(reason, ConnectionError | HTTPException) and not isinstance(
            reason, _NEVER_SENT
        ):
            return Answer(Verdict.HUNG_UP, why)
        raise UnreachableError(self.address.base, why) from error


class _NoRedirects(HTTPRedirectHandler):
    """Follows nothing: a POST would become a GET, and the key would go along."""

    def redirect_request(self, *_: object) -> None:
        """Return nothing, so that the answer itself is what comes of it."""


def _seconds(headers: Message) -> float | None:
    """Return how long `Retry-After` asks to wait, by the answer's own clock."""
    asked = headers.get("Retry-After", "").strip()
    if asked.isdecimal():
        return float(asked)
    with suppress(ValueError, TypeError):
        until = parsedate_to_datetime(asked)
        return max(
            0.0, (until - parsedate_to_datetime(headers["Date"])).total_seconds()
        )
    return None
