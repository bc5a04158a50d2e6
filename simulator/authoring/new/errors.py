"""What beginning a scenario raises.

NewError
├── BadWordsError      a name or a title that cannot stand in a file
├── BadIdError         an id that is none
├── OthersNameError    an id whose file is something else in a pack
├── FileThereError     a file of that name is there already
└── NotWrittenError    the folder cannot be written to
"""

from pathlib import Path

from simulator.errors import SimulatorError
from simulator.messages import N_


class NewError(SimulatorError):
    """Base of everything that beginning a scenario raises."""


class BadWordsError(NewError):
    """Words that cannot stand in a file."""


class BadIdError(NewError):
    """Not an id."""

    def __init__(self, value: str, better: str) -> None:
        super().__init__(
            N_(
                "“{value}” cannot be an id: lower-case Latin letters and digits, with "
                "hyphens between, such as “{better}”."
            ),
            value=value,
            better=better,
        )


class OthersNameError(NewError):
    """The file of that name is something else in every pack."""

    def __init__(self, value: str, better: str) -> None:
        super().__init__(
            N_(
                "“{value}” cannot be the id of a new scenario: {value}.yaml is"
                " something else in a pack. Choose another one, such as “{better}”."
            ),
            value=value,
            better=better,
        )


class FileThereError(NewError):
    """A file would have been overwritten."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            N_(
                "{path} is there already and stays as it is. Choose another --id or "
                "another --folder."
            ),
            path=path,
        )
        self.path = path


class NotWrittenError(NewError):
    """A file or a folder could not be made."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            N_("{path} cannot be written: {why}. Nothing was left behind."),
            path=path,
            why=why,
        )
        self.path = path
