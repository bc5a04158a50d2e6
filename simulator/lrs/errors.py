"""What sending raises: each ends it, and what was taken until then stays taken.

LrsError
├── BadAddressError      what was given is no address of a record store
├── UnreachableError     nobody answers there
├── CertificateError     who answers cannot be trusted, or speaks no TLS
├── KeyRefusedError      the key and the secret are not accepted
├── MovedError           the store is somewhere else
├── NotAnLrsError        something answers there that is no record store
├── AllRefusedError      it refuses whatever it is sent
└── BusyLrsError         it did not take it now; worth retrying
"""

from simulator.errors import SimulatorError
from simulator.messages import N_


class LrsError(SimulatorError):
    """Base of everything that sending raises."""


class BadAddressError(LrsError):
    """What was given is no address of a record store."""

    def __init__(self, why: str) -> None:
        super().__init__(why)


class UnreachableError(LrsError):
    """Nobody answers there."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(
            N_(
                "{address} cannot be reached ({why}). Check the address and the"
                " network, then send again: it goes on where it was."
            ),
            address=address,
            why=why,
        )


class CertificateError(LrsError):
    """Who answers there cannot be trusted, or speaks no TLS."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(
            N_(
                "The connection to {address} is not safe ({why}), so nothing was sent"
                " over it. Ask whoever runs the record store about its certificate."
            ),
            address=address,
            why=why,
        )


class KeyRefusedError(LrsError):
    """The key and the secret are not accepted."""

    def __init__(self, address: str, status: int) -> None:
        super().__init__(
            N_(
                "{address} does not accept the key and the secret ({status}). Check"
                " them, and that they may write statements."
            ),
            address=address,
            status=status,
        )


class MovedError(LrsError):
    """The store sends to another address, where secrets do not follow by themselves."""

    def __init__(self, address: str, target: str) -> None:
        super().__init__(
            N_(
                "{address} sends on to {target}. If that is your record store, name"
                " that address with --to."
            ),
            address=address,
            target=target,
        )


class NotAnLrsError(LrsError):
    """Something answers there that is no record store."""

    def __init__(self, address: str, status: int) -> None:
        super().__init__(
            N_(
                "There is no record store at {address} (it answered {status}). Its"
                " address ends before /statements, as in https://lrs.example.org/xapi"
            ),
            address=address,
            status=status,
        )


class AllRefusedError(LrsError):
    """It refuses whatever it is sent, so going on is of no use."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(
            N_(
                "{address} refuses whatever it is sent, so sending was stopped. It"
                " says: {why}"
            ),
            address=address,
            why=why,
        )


class BusyLrsError(LrsError):
    """It did not take it now; worth retrying."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(
            N_(
                "{address} does not take statements at present ({why}). What it has"
                " taken is remembered: send again later, and it goes on from there."
            ),
            address=address,
            why=why,
        )
