"""Open a PostgreSQL database: its address, its session, its tables, its version.

Any number of servers may open the same database for the first time at the same moment.
The driver is loaded when the first address is looked at, and only then: who keeps
classes on one machine does not need it.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from simulator.store import schemapg
from simulator.store.errors import (
    BadAddressError,
    CorruptDatabaseError,
    DatabaseRefusedError,
    NewerDatabaseError,
    NoDriverError,
)
from simulator.store.troublepg import not_let_in, translated

if TYPE_CHECKING:
    import psycopg

    Connection = psycopg.Connection[tuple[Any, ...]]

_SCHEMES: Final = ("postgresql://", "postgres://")
_LOCK_PATIENCE: Final = "5s"
"""For which another server is waited for that writes to the same class."""
_STUCK: Final = "10s"
"""After which the database gives up a server that stopped in the midst of writing."""
_SESSION: Final = {
    "client_encoding": "UTF8",
    "connect_timeout": "5",
    "keepalives_idle": "15",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "15000",
    "fallback_application_name": "whose-client",
}
"""What a connection is asked for where the address says nothing else: one to a machine
that is gone must not be waited for."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a database is."""

    conninfo: str = field(repr=False)
    """What the driver is given; holds the password."""
    shown: str
    """What people may see of it: no name, no password."""


def address_of(url: str) -> Address:
    """Return the database that an address names; nobody is asked yet.

    Args:
        url: `postgresql://name:password@host:port/database`, with whatever else the
            driver understands.

    Raises:
        BadAddressError: It is no such address.
        NoDriverError: The driver is not installed.
    """
    if not url.startswith(_SCHEMES):
        raise BadAddressError
    try:
        import psycopg
        from psycopg import conninfo
    except ImportError as error:
        raise NoDriverError from error
    try:
        said = conninfo.conninfo_to_dict(url)
    except psycopg.ProgrammingError:
        raise BadAddressError from None  # the driver's words quote the address
    port = f":{said['port']}" if "port" in said else ""
    shown = f"postgresql://{said.get('host', '')}{port}/{said.get('dbname', '')}"
    given = {name: str(value) for name, value in said.items()}
    return Address(conninfo.make_conninfo("", **{**_SESSION, **given}), shown)


def dial(address: Address) -> "Connection":
    """Connect to a database as it is.

    Raises:
        DatabaseRefusedError: It lets nobody in like that, or takes no letters of ours.
        DatabaseAwayError: It does not answer; worth trying again.
    """
    import psycopg

    try:
        connection = psycopg.connect(address.conninfo, autocommit=True)
    except psycopg.Error as error:
        raise not_let_in(address.shown, address.conninfo, error) from None
    try:
        connection.isolation_level = psycopg.IsolationLevel.READ_COMMITTED
        with translated(address.shown):
            connection.execute(schemapg.SETTLE, (_LOCK_PATIENCE, _STUCK))
            _check_letters(address, connection)
    except BaseException:
        connection.close()
        raise
    return connection


def connect(address: Address) -> "Connection":
    """Connect to a database, and bring its tables up to date.

    Raises:
        StoreError: It cannot be used; says why and what to do.
    """
    connection = dial(address)
    try:
        with translated(address.shown):
            if _version(address, connection) < schemapg.VERSION:
                _migrate(address, connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _check_letters(address: Address, connection: "Connection") -> None:
    row = connection.execute(schemapg.ENCODING).fetchone()
    if row is not None and row[0] != "UTF8":
        raise DatabaseRefusedError(address.shown, why=f"encoding {row[0]}, not UTF8")


def _version(address: Address, connection: "Connection") -> int:
    """Return how many migrations a database went through.

    Raises:
        NewerDatabaseError, CorruptDatabaseError: They are not ours, or more than ours.
    """
    there = connection.execute(schemapg.THERE).fetchone()
    if there is None or not there[0]:
        return 0
    logged = [row[0] for row in connection.execute(schemapg.LOGGED)]
    known = [name for name, _ in schemapg.MIGRATIONS]
    if logged[: len(known)] != known[: len(logged)]:
        raise CorruptDatabaseError(address.shown)
    if len(logged) > len(known):
        raise NewerDatabaseError(
            address.shown, found=len(logged), known=schemapg.VERSION
        )
    return len(logged)


def _migrate(address: Address, connection: "Connection") -> None:
    """Bring the tables up to date; two servers may try at the same moment."""
    for number, (name, statements) in enumerate(schemapg.MIGRATIONS, start=1):
        with connection.transaction():
            connection.execute(schemapg.ONE_AT_A_TIME)
            if _version(address, connection) < number:
                for statement in (*schemapg.CREATE, *statements):
                    connection.execute(statement)
                connection.execute(schemapg.LOG_MIGRATION, (name,))
