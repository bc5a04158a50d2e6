"""What the store raises, each with a sentence for the person.

StoreError
├── StorePlaceError          the data folder is no folder, or cannot be made
├── ReadOnlyStoreError       it can be read but not written
├── NewerStoreError          it was made by a newer version of the program
├── CorruptStoreError        it is damaged, or no store at all
├── DiskFullError            there is no room left
├── DiskFailedError          the disk does not read or write
├── BusyStoreError           another program holds it for too long; worth retrying
├── TakenElsewhereError      the attempt was continued in another window
├── NoSuchAttemptError       there is no attempt of that id
├── NoSuchRoomError          there is no class of that id
├── TakenCodeError           another class has this join code
├── NoDriverError            what speaks to PostgreSQL is not installed
├── BadAddressError          that is no address of a database
└── DatabaseRefusedError     the database lets nobody in like that

Of a database in place of a file:
DatabaseAwayError is a BusyStoreError      it does not answer; worth retrying
NewerDatabaseError is a NewerStoreError
CorruptDatabaseError is a CorruptStoreError
"""

from pathlib import Path

from simulator.errors import SimulatorError
from simulator.messages import N_


class StoreError(SimulatorError):
    """Base of everything that the store raises."""

    template = N_("The store {path} failed: {why}.")

    def __init__(self, path: Path | str, **values: object) -> None:
        """Say what went wrong; in place of a path a database's address is shown."""
        super().__init__(type(self).template, path=path, **values)
        self.path = path


class StorePlaceError(StoreError):
    """The data folder is a file, or cannot be made or opened."""

    template = N_(
        "Nothing can be kept in {path}. Name another folder with --data, or with the"
        " variable WHOSE_CLIENT_DATA."
    )


class ReadOnlyStoreError(StoreError):
    """The folder or the file may be read but not written."""

    template = N_(
        "{path} may be read but not written. Allow writing there, or name another"
        " folder with --data."
    )


class NewerStoreError(StoreError):
    """The store has a later schema than this program knows."""

    template = N_(
        "{path} was made by a newer version of this program (store version {found},"
        " this program knows {known}). Update the program, or name another folder"
        " with --data."
    )


class CorruptStoreError(StoreError):
    """The file is damaged, or is no store."""

    template = N_(
        "{path} is damaged or is not a store. Nothing has been changed in it. Move it"
        " away to begin anew, or name another folder with --data."
    )


class DiskFullError(StoreError):
    """There is no room left."""

    template = N_(
        "The disk of {path} is full. Make room and try again, or keep this talk"
        " somewhere else."
    )


class DiskFailedError(StoreError):
    """The disk does not do what it is asked."""

    template = N_(
        "The disk of {path} does not read or write ({why}). Try again, or keep this"
        " talk somewhere else."
    )


class BusyStoreError(StoreError):
    """Another program holds the store for too long."""

    template = N_("{path} is in use by another program. Try again in a moment.")


class TakenElsewhereError(StoreError):
    """The attempt was continued in another window meanwhile."""

    template = N_(
        "This talk was continued in another window. Leave it here and open it again"
        " from the first screen: it goes on where the other window stopped."
    )


class NoSuchAttemptError(StoreError):
    """There is no attempt of that id."""

    template = N_("There is no attempt {attempt} in {path}.")


class NoSuchRoomError(StoreError):
    """There is no class of that id."""

    template = N_("There is no class {room} in {path}.")


class TakenCodeError(StoreError):
    """Another class has this join code."""

    template = N_("Another class in {path} has this code. Try again.")


class NoDriverError(StoreError):
    """What speaks to PostgreSQL is not installed."""

    template = N_(
        "Classes in PostgreSQL need one thing more: pip install"
        " 'whose-client[postgres]'"
    )

    def __init__(self) -> None:
        super().__init__("")


class BadAddressError(StoreError):
    """That is no address of a database."""

    template = N_(
        "That is no address of a database. --database, or the variable"
        " WHOSE_CLIENT_DATABASE, takes one such as"
        " postgresql://name:password@host/database."
    )

    def __init__(self) -> None:
        super().__init__("")


class DatabaseRefusedError(StoreError):
    """The database answers, and does not let us do what we need."""

    template = N_(
        "The database {path} refuses: {why}. Look at the name, the password and the"
        " rights in the address given by --database or WHOSE_CLIENT_DATABASE."
    )


class DatabaseAwayError(BusyStoreError):
    """The database does not answer, or the connection to it was lost."""

    template = N_("The database {path} does not answer: {why}. Try again in a moment.")


class NewerDatabaseError(NewerStoreError):
    """The database has a later schema than this program knows."""

    template = N_(
        "The database {path} was used by a newer version of this program (its version"
        " is {found}, this program knows {known}). Update the program on this server."
    )


class CorruptDatabaseError(CorruptStoreError):
    """What the database holds is damaged, or not ours."""

    template = N_(
        "What the database {path} holds of classes is damaged or was made by another"
        " program. Nothing has been changed in it."
    )
