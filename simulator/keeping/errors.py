"""What is raised when an archive of one's data cannot be read or written.

KeepingError
├── UnreadableArchiveError  the file is missing, or the system refuses it
├── NotAnArchiveError       it is no such archive, or was cut off or changed
├── NewerArchiveError       a newer version of the program wrote it
├── OddMemberError          it holds a file that has no place in it
├── TooMuchError            it would unpack to more than anybody plays
└── OwnFileError            it would be written over the store itself

Whenever one of these is raised by reading, nothing has been taken in.
"""

from pathlib import Path

from simulator.errors import SimulatorError
from simulator.messages import N_
from simulator.plaintext import plain


class KeepingError(SimulatorError):
    """Base of everything that archives raise."""


class UnreadableArchiveError(KeepingError):
    """The file cannot be read."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(N_("{path} cannot be read: {why}."), path=path, why=why)


class NotAnArchiveError(KeepingError):
    """The file is no archive, or no longer what was written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            N_(
                "{path} was not written by `whose-client data export`, or it is"
                " damaged. Nothing has been taken in."
            ),
            path=path,
        )


class NewerArchiveError(KeepingError):
    """A newer version of the program wrote the archive."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            N_(
                "{path} was written by a newer version of this program (archive"
                " version {found}, this program knows {known}). Update the program."
                " Nothing has been taken in."
            ),
            path=path,
            found=found,
            known=known,
        )


class OddMemberError(KeepingError):
    """The archive holds a file that has no place in it."""

    def __init__(self, path: Path, name: str) -> None:
        super().__init__(
            N_(
                "{path} holds “{name}”, which has no place in such an archive."
                " Nothing has been taken in."
            ),
            path=path,
            name=plain(name[:80]),
        )


class TooMuchError(KeepingError):
    """The archive would unpack to more than anybody plays."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            N_(
                "{path} would unpack to far more than anybody's talks. Nothing has"
                " been taken in."
            ),
            path=path,
        )


class OwnFileError(KeepingError):
    """The file to be written is the store itself."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            N_("{path} is where the talks themselves are kept. Name another file."),
            path=path,
        )
