"""How findings are written: as lines, with the place shown, or as JSON."""

from collections.abc import Iterable, Mapping
from gettext import NullTranslations
from typing import Final

from simulator.cli.output import fitted
from simulator.plaintext import plain
from simulator.scenario.findings import Finding
from simulator.scenario.text import lines_of

_SHOWN: Final = 76
"""Columns of an excerpt at most."""
_BEFORE: Final = 50
"""How much of a long line is kept before the place."""
_HANGING: Final = 4
"""Columns that a finding is moved in from its second line on."""


def as_json(finding: Finding, texts: NullTranslations) -> dict[str, object]:
    """Return a finding as a JSON object; its keys are a contract."""
    message, remedy = finding.render(texts)
    return {
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "code": finding.code,
        "severity": str(finding.severity),
        "message": message,
        "remedy": remedy,
    }


def as_lines(
    findings: Iterable[Finding],
    texts: NullTranslations,
    data: Mapping[str, bytes] | None = None,
    width: int | None = None,
) -> Iterable[str]:
    """Yield findings, a line each.

    Args:
        findings: In the order in which they are told.
        texts: The language.
        data: File → bytes; when given, the line with a caret under the place
            follows each finding.
        width: Columns of the terminal, to which a finding is broken; None leaves it
            on one line, as other programs read it.
    """
    lines: dict[str, list[str]] = {}
    for finding in findings:
        line = plain(finding.text(texts)).replace("\n", "\ufffd")
        yield line if width is None else fitted(line, width, _HANGING)
        if data is not None and finding.file in data:
            if finding.file not in lines:
                text = data[finding.file].decode(errors="replace").lstrip("\ufeff")
                lines[finding.file] = lines_of(text)
            yield from excerpt(lines[finding.file], finding.line, finding.column)


def excerpt(lines: list[str], line: int | None, column: int | None) -> list[str]:
    """Return the line of a place and a caret under it; nothing without a place."""
    if line is None or column is None or not 1 <= line <= len(lines):
        return []
    text = plain(lines[line - 1].replace("\t", " "))
    start = max(0, column - 1 - _BEFORE) if len(text) > _SHOWN else 0
    shown = text[start : start + _SHOWN]
    return [f"  {shown}".rstrip(), f"  {' ' * (column - 1 - start)}^"]
