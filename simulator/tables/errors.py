"""What is raised when a table cannot be read or written.

TableError
├── UnreadableTableError  the file is missing, or the system refuses it
├── NotATableError        the file is not what its ending says
├── NoHeaderError         there is no row with names
├── TooBigError           it would unpack to far more than anybody's base
└── UnwritableTableError  the file cannot be written
"""

from collections.abc import Callable
from pathlib import Path

from simulator.errors import SimulatorError
from simulator.messages import N_


class TableError(SimulatorError):
    """Base of everything that tables raise."""


class UnreadableTableError(TableError):
    """The file cannot be read."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(N_("{path} cannot be read: {why}."), path=path, why=why)


class NotATableError(TableError):
    """The file is not what its ending says."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            N_(
                "{path} is no table that can be read: save it as XLSX without a"
                " password, or as CSV."
            ),
            path=path,
        )


class NoHeaderError(TableError):
    """There is no first row with names."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            N_("{path} has no rows: the first one must name the columns."), path=path
        )


class TooBigError(TableError):
    """It would unpack to far more than any base of clients."""

    def __init__(self, path: Path, most: int) -> None:
        super().__init__(
            N_("{path} unpacks to more than {most} MB; that is no base of clients."),
            path=path,
            most=most,
        )


class UnwritableTableError(TableError):
    """The file cannot be written."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(N_("{path} cannot be written: {why}."), path=path, why=why)
        self.path, self.why = path, why

    def sentence(self, gettext: Callable[[str], str]) -> str:
        """Return what went wrong, its reason too, in the language of a catalogue."""
        return gettext(self.template).format(path=self.path, why=gettext(self.why))
