"""Classes that are kept in a database for several servers."""

from msgspec import Struct

from simulator.store.listening import Told
from simulator.store.listeningpg import PostgresListening
from simulator.store.openingpg import Address, address_of
from simulator.store.roomspg import PostgresRooms


class PostgresLogs(Struct, frozen=True):
    """The classes of a database, for servers on any number of machines."""

    address: Address

    def open(self) -> PostgresRooms:
        """Connect; see `Logs`."""
        return PostgresRooms(self.address)

    def listen(self, told: Told) -> PostgresListening:
        """Be told by the database; see `Logs`."""
        return PostgresListening(self.address, told)


def postgres_logs(url: str) -> PostgresLogs:
    """Return where classes are kept, by the address of a database.

    Raises:
        BadAddressError: It is no such address.
        NoDriverError: What speaks to the database is not installed.
    """
    return PostgresLogs(address_of(url))
