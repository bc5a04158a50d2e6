"""A whole valid scenario, and ways to break it."""

from pathlib import Path

from simulator.scenario.findings import Finding
from simulator.scenario.parsing import parse

DATA = Path(__file__).parent.parent / "data"
WHOLE = (DATA / "whole.yaml").read_text(encoding="utf-8")

Found = tuple[str, int | None, int | None]
"""Code, line, column."""


def changed(old: str, new: str) -> bytes:
    """Return the valid scenario with one place changed."""
    assert WHOLE.count(old) == 1, f"{old!r} stands {WHOLE.count(old)} times"
    return WHOLE.replace(old, new).encode()


def findings_of(data: bytes) -> tuple[Finding, ...]:
    return parse(data, "f.yaml").findings


def places(findings: tuple[Finding, ...]) -> list[Found]:
    return [(f.code, f.line, f.column) for f in findings]


def said(finding: Finding) -> str:
    """Return the whole of a finding in English."""
    message, remedy = finding.message, finding.remedy
    return f"{message} {remedy}".format(**finding.params)
