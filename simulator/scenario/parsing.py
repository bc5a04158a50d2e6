"""Bytes of a scenario file → the scenario, or what is wrong with it."""

import hashlib
from collections.abc import Mapping as Lookup

from msgspec import Struct
from msgspec.structs import replace

from simulator.garbage import uncollected
from simulator.scenario import assemble
from simulator.scenario.causes import leave_missing_parts
from simulator.scenario.checker import Values
from simulator.scenario.codes.sense import MAY_FALL_SILENT
from simulator.scenario.files import File, open_file
from simulator.scenario.findings import Finding
from simulator.scenario.known import gather
from simulator.scenario.model import Scenario, Scene
from simulator.scenario.nodes import Mapping
from simulator.scenario.possible import always_one_of
from simulator.scenario.schema import SCENARIO
from simulator.scenario.sense import check_sense


class Parsed(Struct, frozen=True):
    """What a scenario file turned out to be."""

    scenario: Scenario | None
    """None when any finding is an error."""
    findings: tuple[Finding, ...]
    """By their place in the file."""
    document: Mapping | None
    """The file as nodes with places, for further checks; None if it has none."""


class Stages(Struct, frozen=True):
    """What a scenario file turned out to be, with all that led there."""

    parsed: Parsed
    file: File
    values: Values | None = None
    """As `schema.SCENARIO` has them; None where the file has none."""
    plain: bool = False
    """True when nothing was found in reading it, before its sense was looked at."""


@uncollected()
def parse(data: bytes, name: str = "scenario.yaml") -> Parsed:
    """Read and check a scenario; never raises, whatever the bytes.

    Args:
        data: The file.
        name: What findings call it; usually its path.
    """
    return stages(data, name).parsed


def stages(data: bytes, name: str) -> Stages:
    """Parse a scenario, keeping what led to it; see `parse`."""
    file = open_file(data, name)
    root = file.mapping()
    if root is None:
        return Stages(Parsed(None, file.findings(), None), file)
    file = replace(file, known=gather(root))
    values = file.values(root, SCENARIO)
    plain = not file.report.codes()
    return Stages(concluded(file, root, values, data), file, values, plain)


def concluded(
    file: File,
    root: Mapping,
    values: Values | None,
    data: bytes,
    scenes: Lookup[str, Scene] | None = None,
) -> Parsed:
    """Look at the sense of a file that has been read, and build its scenario.

    Args:
        file: Takes what is found.
        root: Its nodes.
        values: What was read of them.
        data: Its bytes.
        scenes: Those that are built already; None builds them.
    """
    check_sense(root, file.known, file.report)
    leave_missing_parts(root, file.report)
    findings = file.findings()
    scenario = None
    if values is not None and file.report.clean():
        digest = hashlib.sha256(data).hexdigest()
        scenario = assemble.scenario(values, digest, scenes)
        findings = tuple(one for one in findings if not _is_answered(one, scenario))
    return Parsed(scenario, findings, root)


def _is_answered(finding: Finding, scenario: Scenario) -> bool:
    """Tell whether a scene of conditional replies has one on offer all the same.

    It has where one of their conditions always holds.
    """
    if finding.code != MAY_FALL_SILENT.code:
        return False
    replies = scenario.scenes[finding.params["value"]].replies
    lasting = [one.when for one in replies if not one.once]
    return bool(lasting) and always_one_of(lasting)
