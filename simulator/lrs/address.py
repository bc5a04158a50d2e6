"""The address of a record store, as people copy it from somewhere."""

from typing import Final
from urllib.parse import urlsplit

from msgspec import Struct

from simulator.lrs.errors import BadAddressError
from simulator.messages import N_

_RESOURCE: Final = "/statements"
_USUAL: Final = {"http": 80, "https": 443}
_HERE: Final = ("localhost", "127.0.0.1", "::1")


class Address(Struct, frozen=True):
    """Where a record store is."""

    base: str
    """Without `/statements`, without a slash at its end, the host in small letters:
    what was taken is remembered under this name."""
    private: bool
    """True where nobody can read along: under TLS, or on this machine."""

    @property
    def statements(self) -> str:
        """Where statements are posted to."""
        return self.base + _RESOURCE


def address_of(text: str) -> Address:
    """Return the address that somebody typed.

    Raises:
        BadAddressError: It is none, or has a secret in it.
    """
    try:
        parts = urlsplit(text.strip())
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except ValueError as error:
        raise BadAddressError(NO_ADDRESS) from error
    if parts.scheme not in _USUAL or not host:
        raise BadAddressError(NO_ADDRESS)
    if parts.username is not None or parts.password is not None:
        raise BadAddressError(_SECRET)
    if parts.query or parts.fragment or not _plain(parts.path):
        raise BadAddressError(NO_ADDRESS)
    shown = f"[{host}]" if ":" in host else host
    place = shown if port in (None, _USUAL[parts.scheme]) else f"{shown}:{port}"
    path = parts.path.rstrip("/").removesuffix(_RESOURCE).rstrip("/")
    private = parts.scheme == "https" or host in _HERE
    return Address(f"{parts.scheme}://{place}{path}", private)


def _plain(path: str) -> bool:
    """Tell whether a path can stand in a request as it is."""
    return path.isascii() and path.isprintable() and " " not in path


NO_ADDRESS: Final = N_(
    "That is no address of a record store. It looks like https://lrs.example.org/xapi"
)
_SECRET: Final = N_(
    "Leave the key and the secret out of the address: give them with --key and the"
    " variable WHOSE_CLIENT_LRS_SECRET."
)
