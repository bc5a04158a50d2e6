"""The table of findings: complete, consistent, and told in docs/findings.md."""

import gettext
import re
from pathlib import Path
from string import Formatter

import pytest

from simulator.scenario.codes import RULES
from simulator.scenario.findings import (
    LONGEST_SHOWN,
    Finding,
    Report,
    Rule,
    Severity,
    Spot,
    shown,
)

DOCUMENT = Path(__file__).parents[2] / "docs" / "findings.md"
ROW = re.compile(r"^\| (SCN[0-7]\d\d) \| (\w+) \| (.+) \| (.+) \|$", re.MULTILINE)


def names(template: str | None) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template or "") if name}


def written(template: str) -> str:
    """Return a template as the document shows it."""
    blanks = template.format(**dict.fromkeys(names(template), "…"))
    return blanks.replace("|", "\\|")


def test_the_document_tells_every_code_and_no_other() -> None:
    told = ROW.findall(DOCUMENT.read_text(encoding="utf-8"))
    assert told == [
        (rule.code, str(rule.severity), written(rule.message), written(rule.remedy))
        for rule in sorted(RULES.values(), key=lambda rule: rule.code)
    ]


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_a_rule_is_worded_as_all_are(rule: Rule) -> None:
    assert re.fullmatch(r"SCN\d{3}", rule.code)
    assert not rule.message.endswith(".")
    assert rule.remedy.endswith((".", "?"))
    assert "nearest" not in names(rule.plain_remedy)
    if rule.plain_remedy is not None:
        assert "nearest" in names(rule.remedy)


def test_codes_stand_in_order_and_once() -> None:
    assert list(RULES) == sorted(RULES)


def finding(line: int | None = 3, column: int | None = 5) -> Finding:
    return Finding(
        "a.yaml",
        line,
        column,
        "SCN999",
        Severity.ERROR,
        "no scene `{value}`",
        {"value": "wal"},
        "Did you mean `{nearest}`?".replace("{nearest}", "wall"),
    )


@pytest.mark.parametrize(
    ("line", "column", "text"),
    [
        pytest.param(
            3,
            5,
            "a.yaml:3:5: error SCN999: no scene `wal`. Did you mean `wall`?",
            id="with-a-place",
        ),
        pytest.param(
            None,
            None,
            "a.yaml: error SCN999: no scene `wal`. Did you mean `wall`?",
            id="without",
        ),
    ],
)
def test_a_finding_is_one_line(line: int | None, column: int | None, text: str) -> None:
    assert finding(line, column).text(gettext.NullTranslations()) == text


class Shouting(gettext.NullTranslations):
    """A language of its own."""

    def gettext(self, message: str) -> str:
        return message.upper().replace("{VALUE}", "{value}")


def test_a_finding_is_told_in_the_readers_language() -> None:
    rendered = finding().render(Shouting())
    assert rendered.message == "NO SCENE `wal`"
    assert rendered.remedy == "DID YOU MEAN `WALL`?"


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        pytest.param("a\nb\t c", "a b c", id="one-line"),
        pytest.param("a\x1b[31m", "a\ufffd[31m", id="no-controls"),
        pytest.param("{value}", "{value}", id="braces-as-they-are"),
        pytest.param("x" * 200, "x" * (LONGEST_SHOWN - 1) + "…", id="shortened"),
    ],
)
def test_quoted_words_are_fit_to_be_shown(words: str, quoted: str) -> None:
    assert shown(words) == quoted


def test_findings_are_sorted_and_told_once() -> None:
    report = Report("f")
    rule = RULES["SCN201"]
    for place in (Spot(9, 1), Spot(2, 7), Spot(2, 3), Spot(9, 1)):
        report.add(rule, place, value="x", nearest="")
    report.add(RULES["SCN005"], None)
    assert [(f.line, f.column) for f in report.sorted()] == [
        (None, None),
        (2, 3),
        (2, 7),
        (9, 1),
    ]
