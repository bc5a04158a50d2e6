"""Bytes of a scenario file → the scenario, or what is wrong with it."""

import hashlib
from dataclasses import dataclass, replace

from simulator.scenario import assemble
from simulator.scenario.files import open_file
from simulator.scenario.findings import Finding
from simulator.scenario.known import gather
from simulator.scenario.model import Scenario
from simulator.scenario.nodes import Mapping
from simulator.scenario.schema import SCENARIO
from simulator.scenario.sense import check_sense


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a scenario file turned out to be."""

    scenario: Scenario | None
    """None when any finding is an error."""
    findings: tuple[Finding, ...]
    """By their place in the file."""
    document: Mapping | None
    """The file as nodes with places, for further checks; None if it has none."""


def parse(data: bytes, name: str = "scenario.yaml") -> Parsed:
    """Read and check a scenario; never raises, whatever the bytes.

    Args:
        data: The file.
        name: What findings call it; usually its path.
    """
    file = open_file(data, name)
    root = file.mapping()
    if root is None:
        return Parsed(None, file.findings(), None)
    file = replace(file, known=gather(root))
    values = file.values(root, SCENARIO)
    check_sense(root, file.known, file.report)
    findings = file.findings()
    scenario = None
    if values is not None and file.report.clean():
        scenario = assemble.scenario(values, hashlib.sha256(data).hexdigest())
    return Parsed(scenario, findings, root)
