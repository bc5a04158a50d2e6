"""Bytes of a scenario file → the scenario, or what is wrong with it."""

import hashlib
from dataclasses import dataclass, replace
from itertools import combinations

from simulator.garbage import uncollected
from simulator.scenario import assemble
from simulator.scenario.causes import leave_missing_parts
from simulator.scenario.codes.sense import MAY_FALL_SILENT
from simulator.scenario.contraries import complete_each_other
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


@uncollected()
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
    leave_missing_parts(root, file.report)
    findings = file.findings()
    scenario = None
    if values is not None and file.report.clean():
        scenario = assemble.scenario(values, hashlib.sha256(data).hexdigest())
        findings = tuple(one for one in findings if not _is_answered(one, scenario))
    return Parsed(scenario, findings, root)


def _is_answered(finding: Finding, scenario: Scenario) -> bool:
    """Tell whether a scene of conditional replies has one on offer all the same.

    It has where two conditions are contraries of each other.
    """
    if finding.code != MAY_FALL_SILENT.code:
        return False
    lasting = [
        one for one in scenario.scenes[finding.params["value"]].replies if not one.once
    ]
    return any(
        complete_each_other(one.when, other.when)
        for one, other in combinations(lasting, 2)
    )
