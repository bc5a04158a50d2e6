"""Send what is ready to a learning record store (an LRS) and tell what it took.

    client = Client(address_of("https://lrs.example.org/xapi"), key, secret)
    for results in delivered(parcels, client.post, wait):
        ...  # keep what was taken before asking for more

Knows HTTP and nothing of what a statement says. The standard library only.
"""

from simulator.lrs.address import NO_ADDRESS, Address, address_of
from simulator.lrs.answers import Answer, Verdict
from simulator.lrs.client import Client
from simulator.lrs.delivery import Fate, Parcel, Result, delivered
from simulator.lrs.errors import (
    AllRefusedError,
    BadAddressError,
    BusyLrsError,
    CertificateError,
    KeyRefusedError,
    LrsError,
    MovedError,
    NotAnLrsError,
    UnreachableError,
)

__all__ = [
    "NO_ADDRESS",
    "Address",
    "AllRefusedError",
    "Answer",
    "BadAddressError",
    "BusyLrsError",
    "CertificateError",
    "Client",
    "Fate",
    "KeyRefusedError",
    "LrsError",
    "MovedError",
    "NotAnLrsError",
    "Parcel",
    "Result",
    "UnreachableError",
    "Verdict",
    "address_of",
    "delivered",
]
