"""Hear from PostgreSQL what other servers write to the classes."""

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from simulator.store import schemapg
from simulator.store.errors import StoreError
from simulator.store.listening import ANY, Listening, Told
from simulator.store.openingpg import Address, dial
from simulator.store.troublepg import translated

if TYPE_CHECKING:
    from simulator.store.openingpg import Connection

_AGAIN: Final = 1.0
"""Seconds between two tries to reach the database."""
_STOPS: Final = 0.25
"""Seconds after which it is noticed that nobody wants to hear any more."""


class PostgresListening(Listening):
    """Is told by the database, by the very commit that wrote.

    What was written while the connection was lost is told as `ANY` once it is back.
    """

    def __init__(self, address: Address, told: Told) -> None:
        """Listen from now on.

        Args:
            address: Of the database.
            told: Called in another thread.

        Raises:
            StoreError: The database cannot be listened to.
        """
        super().__init__()
        self._address, self._told = address, told
        self._connection = self._dialled()
        self._begin()

    def _dialled(self) -> "Connection":
        connection = dial(self._address)
        try:
            with translated(self._address.shown):
                connection.execute(schemapg.LISTEN)
        except StoreError:
            connection.close()
            raise
        return connection

    def _listen(self) -> None:
        while not self._over.is_set():
            try:
                for room in self._heard():
                    self._told(room)
            except StoreError:
                self._connection.close()
                self._over.wait(_AGAIN)
                self._come_back()
        self._connection.close()

    def _heard(self) -> Iterator[str]:
        with translated(self._address.shown):
            for notify in self._connection.notifies(timeout=_STOPS):
                yield notify.payload

    def _come_back(self) -> None:
        with contextlib.suppress(StoreError):
            self._connection = self._dialled()
            self._told(ANY)
