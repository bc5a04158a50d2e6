"""`whose-client compare`: two talks side by side, for people and for programs."""

from pathlib import Path

import pytest

from tests.cli.shell import Shell

pytestmark = pytest.mark.usefixtures("few_packs")
GOOD = "1\n2\n1\n"
BRANCH = "4\n2\n2\n3\nq\n"


@pytest.fixture
def been(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Give the shell of somebody who played a talk and another branch of it."""
    monkeypatch.setattr("simulator.clock.new_seed", lambda: 1)
    shell.type("play", "talk", lines=GOOD + BRANCH)
    return shell


def ids(shell: Shell) -> tuple[str, str]:
    """Return the talk and its branch."""
    by_score = sorted(shell.json("attempts"), key=lambda one: one["scores"]["business"])
    assert len(by_score) == 2
    assert by_score[0]["branched_from"] == by_score[1]["id"]
    assert by_score[0]["branched_after"] == 1
    return by_score[1]["id"], by_score[0]["id"]


def test_a_branch_is_told_beside_the_talk_it_came_from(been: Shell) -> None:
    talk, branch = ids(been)
    result = been.type("compare", branch)
    assert result.exit_code == 0, result.output
    for words in ("Side by side: The talk", "branched off after turn 1", "B. You: All"):
        assert words in result.stdout
    named = been.type("compare", talk, branch)
    assert named.stdout == result.stdout


def test_the_comparison_is_json_with_a_place_for_everything(been: Shell) -> None:
    talk, branch = ids(been)
    told = been.json("compare", branch)
    assert list(told) == [
        *("format", "scenario", "title", "scenario_changed", "first", "second"),
        *("shared_turns", "beginning", "turns", "scores", "principles", "chance"),
        "reachable",
    ]
    assert (told["first"]["attempt"], told["second"]["attempt"]) == (talk, branch)
    assert told["scores"]["business"] == {
        "first": 65.63,
        "second": 34.38,
        "difference": -31.25,
    }
    assert (told["shared_turns"], len(told["turns"])) == (1, 1)
    assert told["reachable"]["exact"] is True
    assert told["turns"][0]["second"]["text"] == "All right."


def test_what_cannot_be_compared_is_told(been: Shell) -> None:
    talk, _ = ids(been)
    result = been.type("compare", talk)
    assert result.exit_code == 2
    assert "This talk is no branch of another one" in result.stderr
    assert "nobody" in been.type("compare", talk, "nobody").stderr


@pytest.mark.parametrize("language", ["en", "ru"])
def test_both_are_written_as_a_page_that_loads_nothing(
    been: Shell, tmp_path: Path, language: str
) -> None:
    been.language = language
    page = tmp_path / "both.html"
    result = been.type("report", "--compare", *ids(been), "--output", str(page))
    assert result.exit_code == 0, result.output
    drawn = page.read_text(encoding="utf-8")
    for words in ("We decide by the rules on Thursday.", "All right.", "P7"):
        assert words in drawn
    for loading in ("http:", "https:", "<script", "<link", "<img", "url(", "@import"):
        assert loading not in drawn


def test_a_comparison_is_no_table(been: Shell, tmp_path: Path) -> None:
    table = str(tmp_path / "both.csv")
    result = been.type("report", "--compare", *ids(been), "--output", table)
    assert result.exit_code == 2
    assert "A comparison is a page" in result.stderr
