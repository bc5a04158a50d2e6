"""What is wrong with a workbook, named by sheet and cell.

Nothing is written while there is a problem. A note tells of something that was
passed over and stops nothing.
"""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from simulator.errors import SimulatorError
from simulator.messages import N_
from simulator.scenario.findings import Finding, Texts, shown

_CELL: Final = N_("sheet “{sheet}”, cell {cell}: {what}")
_SHEET: Final = N_("sheet “{sheet}”: {what}")


class Problem(Struct, frozen=True):
    """One thing that is wrong, or worth knowing."""

    sheet: str
    """As the workbook calls it; empty where it is about the whole workbook."""
    cell: str
    """`D14`, or `D14:D16`; empty where it is about the whole sheet."""
    message: str
    """A message of the catalogue."""
    values: Mapping[str, str] = {}
    serious: bool = True
    """False for a note."""
    finding: Finding | None = None
    """The parser's finding that this tells of, in place of a message."""

    def sentence(self, texts: Texts) -> str:
        """Return it in the language of a catalogue."""
        gettext = texts.gettext
        values = {key: shown(words) for key, words in self.values.items()}
        what = gettext(self.message).format(**values) if self.message else ""
        if self.finding is not None:
            message, remedy = self.finding.render(texts)
            what = f"{message}. {remedy}"
        if not self.sheet:
            return what
        where = gettext(_CELL if self.cell else _SHEET)
        return where.format(sheet=shown(self.sheet), cell=self.cell, what=what)


class SheetsError(SimulatorError):
    """A workbook or a scenario that cannot be worked with at all."""


class NotOursError(SheetsError):
    """The workbook was not written by `sheet export`."""

    def __init__(self, name: str) -> None:
        super().__init__(
            N_(
                "{name} was not made by “whose-client sheet export”, or has lost its"
                " hidden sheet. Export the scenario anew and copy your words over."
            ),
            name=name,
        )


class NotSoundError(SheetsError):
    """The scenario has mistakes of its own."""

    def __init__(self, name: str) -> None:
        super().__init__(
            N_(
                "{name} has mistakes. “whose-client check {name}” tells them all;"
                " correct them first."
            ),
            name=name,
        )


class NoScenarioError(SheetsError):
    """The file is of another kind."""

    def __init__(self, name: str) -> None:
        super().__init__(
            N_("{name} is no scenario; only a scenario goes into a workbook."),
            name=name,
        )


class TooBigWorkbookError(SheetsError):
    """It would unpack to far more than any scenario's."""

    def __init__(self, name: str, most: int) -> None:
        super().__init__(
            N_(
                "{name} unpacks to more than {most} MB; that is no scenario's workbook."
            ),
            name=name,
            most=most,
        )


class OtherScenarioError(SheetsError):
    """The workbook belongs to another scenario."""

    def __init__(self, name: str, own: str, other: str) -> None:
        super().__init__(
            N_("The workbook was made from “{other}”, and {name} is “{own}”."),
            name=name,
            own=own,
            other=other,
        )


class OldLineEndsError(SheetsError):
    """The lines of the scenario end as on old Macs."""

    def __init__(self, name: str) -> None:
        super().__init__(
            N_("{name} has line ends of old Macs (CR alone). Save it with LF or CRLF."),
            name=name,
        )


class SameLanguageError(SheetsError):
    """A scenario cannot be translated into its own language."""

    def __init__(self, name: str, language: str) -> None:
        super().__init__(
            N_("{name} is in “{language}” already. Name the other language."),
            name=name,
            language=language,
        )


class NotWrittenRightError(SheetsError):
    """What was written would not be read again as it stands in the sheet."""

    def __init__(self, name: str) -> None:
        super().__init__(
            N_(
                "The changes cannot be written into {name} so that the same is read"
                " again; nothing was written. Make them in fewer steps."
            ),
            name=name,
        )
