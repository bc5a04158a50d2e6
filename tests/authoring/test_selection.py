"""What is told of a file: by code, and by comments in the file."""

from pathlib import Path

import pytest

from simulator.authoring.selection import (
    EVERYTHING,
    Selection,
    Suppression,
    remaining,
    suppressions,
)
from simulator.scenario.findings import Finding, Severity

LINES = "a: 1\nb: 2  # x\nc: 3\n"


def found(line: int, code: str = "SCN861", error: bool = False) -> Finding:
    severity = Severity.ERROR if error else Severity.WARNING
    return Finding("a.yaml", line, 1, code, severity, "m", {}, "r")


def left(text: str, *findings: Finding, selection: Selection = EVERYTHING) -> list[str]:
    kept = remaining("a.yaml", text, findings, selection)
    return [f"{one.line} {one.code}" for one in kept]


@pytest.mark.parametrize(
    ("selection", "kept"),
    [
        (Selection(), ["1 SCN861", "1 SCN872", "1 SCN101"]),
        (Selection(("SCN861",)), ["1 SCN861", "1 SCN101"]),
        (Selection(("SCN86", "SCN87")), ["1 SCN861", "1 SCN872", "1 SCN101"]),
        (Selection((), ("SCN8",)), ["1 SCN101"]),
        (Selection(("SCN8",), ("SCN872",)), ["1 SCN861", "1 SCN101"]),
    ],
)
def test_codes_are_chosen_by_how_they_begin(
    selection: Selection, kept: list[str]
) -> None:
    findings = found(1), found(1, "SCN872"), found(1, "SCN101", error=True)
    assert left("", *findings, selection=selection) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("a\nb # whose-client: ignore SCN861 why\nc\n", [], id="its-line"),
        pytest.param(
            "# whose-client: ignore SCN861 why\n\nb\n", ["2 SCN861"], id="off"
        ),
        pytest.param("# whose-client: ignore SCN861 why\n# more\n\nb\n", [], id="next"),
        pytest.param("# whose-client: ignore-file SCN861: why\n", [], id="whole-file"),
        pytest.param(
            "a\nb # whose-client: ignore SCN872, SCN861 why\n",
            ["2 SCN892"],
            id="two-codes-one-unused",
        ),
        pytest.param("b\nb # whose-client: ignore SCN861 — \n", ["2 SCN891"], id="why"),
        pytest.param(
            "\ufeff# whose-client: ignore-file SCN861 why\n", [], id="after-a-bom"
        ),
        pytest.param(
            "a: 1\rb # whose-client: ignore SCN861 why\r", [], id="old-line-ends"
        ),
        pytest.param(
            "a: 1\nb: 2 # whose-client: ignore SCN8l6 why\n",
            ["2 SCN861", "2 SCN893"],
            id="a-code-that-there-is-not",
        ),
        pytest.param(
            "a: 1\nb: 2 # whose-client: ignore SCN86 why\n",
            ["2 SCN861", "2 SCN893"],
            id="half-a-code",
        ),
        pytest.param(
            "a: 1\nb: 2 # whose-client: ignore the longest\n",
            ["2 SCN861", "2 SCN893"],
            id="no-code",
        ),
        pytest.param(
            "a: 1\nb: 'x # whose-client: ignore SCN861 why'\n",
            ["2 SCN861"],
            id="in-quotes",
        ),
        pytest.param(
            "a: >\n  x\n  # whose-client: ignore-file SCN861 why\n",
            ["2 SCN861"],
            id="in-folded-words",
        ),
        pytest.param("b\nb#whose-client: ignore SCN861 x\n", ["2 SCN861"], id="words"),
    ],
)
def test_a_comment_leaves_a_finding_out(text: str, kept: list[str]) -> None:
    line = 4 if "more" in text else 2
    told = [one for one in left(text, found(line)) if not one.startswith("1 SCN892")]
    assert told == kept


def test_an_error_that_stops_the_reading_is_always_told() -> None:
    text = "a # whose-client: ignore SCN101 I know\n"
    assert left(text, found(1, "SCN101", error=True)) == ["1 SCN101"]


def test_an_unused_comment_is_told_only_where_its_code_was_looked_for() -> None:
    text = "a # whose-client: ignore SCN871 far enough apart\n"
    looked = [one.code for one in remaining("a", text, [], Selection())]
    not_looked = list(remaining("a", text, [], Selection(), {"SCN871"}))
    others = list(remaining("a", text, [], Selection(("SCN86",))))
    assert (looked, not_looked, others) == (["SCN892"], [], [])


def test_what_only_plays_can_find_may_be_ignored_in_the_file_all_the_same() -> None:
    text = "# whose-client: ignore-file SCN883 the weak reply is there to be named\n"
    assert left(text) == []


def test_a_code_that_there_is_not_is_told_with_the_nearest() -> None:
    (told,) = remaining("a", "a # whose-client: ignore SCN8l7 why\n", [], EVERYTHING)
    assert (told.line, told.column, told.code) == (1, 3, "SCN893")
    assert told.params["nearest"] == "SCN817"


def test_a_comment_tells_its_place_and_its_reason() -> None:
    [one] = suppressions("x:\n  y: 1  # whose-client: ignore SCN861 - he says so\n")
    assert one == Suppression(2, 9, "SCN861", "he says so", False, 2)


def test_a_talk_checked_with_a_comment_is_clean(tmp_path: Path) -> None:
    from simulator.authoring import check
    from simulator.packs import Library
    from tests.reports.little import FOLDER

    talk = tmp_path / "talk.yaml"
    text = (FOLDER / "talk.yaml").read_text("utf-8")
    talk.write_text(text.replace("SCN872", "SCN802"), "utf-8")
    codes = {one.code for one in check([talk], Library.shipped()).findings}
    assert codes >= {"SCN872", "SCN892"}
