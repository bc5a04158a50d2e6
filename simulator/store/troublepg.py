"""PostgreSQL's errors, told as the store's own; no password is ever among the words."""

import contextlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from simulator.store.errors import (
    BusyStoreError,
    CorruptDatabaseError,
    DatabaseAwayError,
    DatabaseRefusedError,
    DiskFullError,
    StoreError,
)

if TYPE_CHECKING:
    import psycopg

_BY_STATE: Final[Mapping[str, type[StoreError]]] = {
    "25006": DatabaseRefusedError,  # a replica, which cannot be written to
    "25P03": DatabaseAwayError,  # we stopped in the midst of writing
    "40001": BusyStoreError,
    "40P01": BusyStoreError,
    "42501": DatabaseRefusedError,  # this user may not do that
    "42703": CorruptDatabaseError,  # no such column
    "42P01": CorruptDatabaseError,  # no such table
    "53100": DiskFullError,
    "55P03": BusyStoreError,  # another server holds the class for too long
    "57014": BusyStoreError,
}
_BY_CLASS: Final[Mapping[str, type[StoreError]]] = {
    "08": DatabaseAwayError,
    "23": CorruptDatabaseError,
    "53": BusyStoreError,
    "57": DatabaseAwayError,
    "58": DatabaseAwayError,
}


@contextlib.contextmanager
def translated(shown: str) -> Iterator[None]:
    """Raise a `StoreError` for whatever the database complains of.

    Wrong use of the driver, which is a programmer's mistake, stays as it is.

    Args:
        shown: What people may see of the database's address.
    """
    import psycopg

    try:
        yield
    except psycopg.ProgrammingError as error:
        if error.sqlstate is None:
            raise
        raise _of(shown, error) from error
    except psycopg.Error as error:
        raise _of(shown, error) from error


def not_let_in(shown: str, conninfo: str, error: "psycopg.Error") -> StoreError:
    """Return why nobody gets a connection.

    The words of the database come in any language, so they do not tell whether it is
    away or only refuses us; whether it answers at all, does.
    """
    from psycopg import conninfo as reader
    from psycopg import errors, pq

    why = _words(error)
    password = reader.conninfo_to_dict(conninfo).get("password")
    if password:
        why = why.replace(str(password), "…")
    answers = not isinstance(error, errors.ConnectionTimeout) and (
        pq.PGconn.ping(conninfo.encode()) == pq.Ping.OK
    )
    kind = DatabaseRefusedError if answers else DatabaseAwayError
    return kind(shown, why=why)


def _of(shown: str, error: "psycopg.Error") -> StoreError:
    import psycopg

    state = error.sqlstate
    if state is None:
        lost = isinstance(error, psycopg.OperationalError | psycopg.InterfaceError)
        kind: type[StoreError] = DatabaseAwayError if lost else StoreError
    else:
        kind = _BY_STATE.get(state) or _BY_CLASS.get(state[:2], StoreError)
    return kind(shown, why=_words(error))


def _words(error: "psycopg.Error") -> str:
    """Return the first line of what the database says."""
    told = error.diag.message_primary or str(error).strip()
    return told.partition("\n")[0].rstrip(".") or type(error).__name__
