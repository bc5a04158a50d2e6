"""The file of a scenario as sheets need it: sound, as text, as a tree."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from simulator.authoring.sheets.problems import (
    NoScenarioError,
    NotSoundError,
    OldLineEndsError,
)
from simulator.authoring.sheets.tree import Node, read_tree
from simulator.scenario.findings import Finding, Severity
from simulator.scenario.kinds import Kind, kind_of
from simulator.scenario.model import Scenario
from simulator.scenario.parsing import parse

_MARK: Final = "\ufeff"


class ScenarioFile(Struct, frozen=True):
    """A scenario without mistakes of its own."""

    name: str
    text: str
    """Without a byte order mark."""
    marked: bool
    """True where the file begins with a byte order mark."""
    scenario: Scenario
    root: Node
    findings: tuple[Finding, ...]

    def data(self, text: str) -> bytes:
        """Return another text as the bytes of such a file."""
        return f"{_MARK if self.marked else ''}{text}".encode()


def open_scenario(data: bytes, name: str) -> ScenarioFile:
    """Read a scenario.

    Raises:
        NoScenarioError: It is a file of another kind.
        NotSoundError: It has mistakes.
        OldLineEndsError: Its lines end as on old Macs.
    """
    parsed = parse(data, name)
    if parsed.scenario is None:
        other = kind_of(data) not in (Kind.SCENARIO, Kind.UNKNOWN)
        raise NoScenarioError(name) if other else NotSoundError(name)
    whole = data.decode()
    text = whole.removeprefix(_MARK)
    if "\r" in text.replace("\r\n", ""):
        raise OldLineEndsError(name)
    root = read_tree(text)
    marked = whole != text
    return ScenarioFile(name, text, marked, parsed.scenario, root, parsed.findings)


def news(before: Iterable[Finding], after: Iterable[Finding]) -> list[Finding]:
    """Return the findings that were not there before, wherever they stood."""
    old = Counter(map(_key, before))
    new: list[Finding] = []
    for finding in after:
        if old[_key(finding)]:
            old[_key(finding)] -= 1
        else:
            new.append(finding)
    return new


def serious(finding: Finding) -> bool:
    """Tell whether a finding is an error."""
    return finding.severity is Severity.ERROR


def _key(finding: Finding) -> tuple[str, tuple[tuple[str, str], ...]]:
    return finding.code, tuple(sorted(finding.params.items()))
