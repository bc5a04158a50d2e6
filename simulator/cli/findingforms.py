"""Findings as other programs read them: GitHub's annotations, and SARIF 2.1.0."""

import os
from collections.abc import Iterable, Iterator, Mapping
from gettext import NullTranslations
from pathlib import PurePath
from typing import Final
from urllib.parse import quote

from simulator import __version__
from simulator.authoring.explaining import blank
from simulator.plaintext import plain
from simulator.scenario.findings import Finding, Rule, Severity

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"


def as_github(findings: Iterable[Finding], texts: NullTranslations) -> Iterator[str]:
    """Yield findings as workflow commands, which GitHub shows beside the lines."""
    for one in findings:
        message, remedy = one.render(texts)
        about = {"file": PurePath(one.file).as_posix()}
        if one.line is not None:
            about |= {"line": str(one.line), "col": str(one.column)}
        about["title"] = one.code
        told = ",".join(f"{key}={_property(value)}" for key, value in about.items())
        yield f"::{one.severity} {told}::{_data(f'{message}. {remedy}')}"


def as_sarif(
    findings: Iterable[Finding], rules: Mapping[str, Rule], texts: NullTranslations
) -> dict[str, object]:
    """Return findings as a SARIF log with one run.

    Args:
        findings: In their order.
        rules: Code → rule; those that were found are described.
        texts: The language.
    """
    results = list(findings)
    found = sorted({one.code for one in results})
    driver: dict[str, object] = {
        "name": "whose-client",
        "version": __version__,
        "rules": [_rule(rules[code], texts) for code in found],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, found, texts) for one in results],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule, texts: NullTranslations) -> dict[str, object]:
    return {
        "id": rule.code,
        "shortDescription": {"text": blank(texts.gettext(rule.message))},
        "help": {"text": blank(texts.gettext(rule.remedy))},
        "defaultConfiguration": {"level": _level(rule.severity)},
    }


def _result(
    one: Finding, codes: list[str], texts: NullTranslations
) -> dict[str, object]:
    message, remedy = one.render(texts)
    place: dict[str, object] = {"artifactLocation": {"uri": _uri(one.file)}}
    if one.line is not None:
        place["region"] = {"startLine": one.line, "startColumn": one.column}
    return {
        "ruleId": one.code,
        "ruleIndex": codes.index(one.code),
        "level": _level(one.severity),
        "message": {"text": f"{message}. {remedy}"},
        "locations": [{"physicalLocation": place}],
    }


def _level(severity: Severity) -> str:
    return "error" if severity is Severity.ERROR else "warning"


def _uri(file: str) -> str:
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))


def _data(text: str) -> str:
    """Escape the words of a workflow command."""
    safe = plain(text).replace("%", "%25")
    return safe.replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
