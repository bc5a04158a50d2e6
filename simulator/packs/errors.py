"""What the packs raise.

PackError
├── NoSuchScenarioError      nothing of that name, here or as a file
├── NoSuchPartError          a rubric or rulebook that a scenario names is missing
├── UnreadableFileError      a folder, a device, no permission, a path out of the pack
└── BrokenFileError          a file with findings; carries them
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from simulator.errors import SimulatorError
from simulator.messages import N_
from simulator.plaintext import plain
from simulator.scenario.findings import Finding

_LONGEST = 80
"""Characters of a wrong name that are told at most."""


class PackError(SimulatorError):
    """Base of everything that the packs raise."""


class NoSuchScenarioError(PackError):
    """There is no scenario of that name."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        from difflib import get_close_matches  # slow to load, seldom needed

        names = sorted(set(known))
        near = get_close_matches(name[:_LONGEST], names, n=1)
        template = N_("There is no scenario “{name}”. There are: {known}.")
        if near:
            template = N_("There is no scenario “{name}”. Did you mean “{near}”?")
        super().__init__(
            template,
            name=plain(name[:_LONGEST]),
            known=", ".join(names),
            near=near[0] if near else "",
        )
        self.near = near[0] if near else None


class NoSuchPartError(PackError):
    """A rubric or a rulebook is missing."""

    def __init__(self, path: Path, name: str) -> None:
        super().__init__(
            N_("{path} names “{name}”, which is neither beside it nor shipped."),
            path=path,
            name=name,
        )


class UnreadableFileError(PackError):
    """A file cannot be read."""

    def __init__(self, path: Path, why: str) -> None:
        """Say so.

        Args:
            path: The file.
            why: A message of the catalogue, or the system's own words.
        """
        super().__init__(N_("{path} cannot be read: {why}."), path=path, why=why)
        self.path = path
        self.why = why

    def sentence(self, gettext: Callable[[str], str]) -> str:
        """Return what went wrong, its reason too, in the language of a catalogue."""
        return gettext(self.template).format(path=self.path, why=gettext(self.why))


class BrokenFileError(PackError):
    """A file has mistakes."""

    def __init__(self, path: Path, findings: Sequence[Finding]) -> None:
        super().__init__(
            N_("{path} has mistakes. “whose-client check {path}” tells them all."),
            path=path,
        )
        self.path = path
        self.findings = tuple(findings)
