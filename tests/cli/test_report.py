"""Progress and reports from the command line."""

import csv
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest

from simulator import clock
from tests.cli.shell import Shell
from tests.e2e.terminal import Terminal

pytestmark = pytest.mark.usefixtures("few_packs")
WON = "1\n2\n1\n3\nq\n"


@pytest.fixture
def been(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Give the shell of somebody who finished one talk and left another."""
    monkeypatch.setattr("simulator.clock.new_seed", lambda: 1)
    shell.type("play", "talk", lines=WON)
    shell.type("play", "talk", lines="1\n1\nq\nq\n")
    return shell


def test_progress_is_told_before_the_first_talk(shell: Shell) -> None:
    result = shell.type("progress")
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[0] == "0 talks finished."
    assert "Next: The talk (easy, 3 min)." in result.stdout


def test_progress_is_told_in_words(been: Shell) -> None:
    told = been.type("progress").stdout
    assert "1 talk finished, 1 left before its end" in told
    assert "Personal best, business above ego: 66 (The talk" in told
    assert "Played 2 times." in told
    assert "have not been checked against human raters" in told
    assert len([line for line in told.splitlines() if line[0:1] in "·─●"]) >= 8


def test_progress_is_broken_between_words_on_a_narrow_terminal(been: Shell) -> None:
    words = ("--lang", "en", "progress")
    with Terminal(*words, data=been.data, columns=50, lines=60) as terminal:
        shown = terminal.wait_for("raters")
    sentence = "These scores have not been checked against human raters"
    assert sentence not in shown
    assert sentence in " ".join(shown.split())


def test_progress_is_json_with_a_place_for_everything(been: Shell) -> None:
    told = been.json("progress")
    assert list(told) == [
        *("format", "finished", "left", "seconds", "days", "best", "next"),
        *("offer", "before_after", "principles", "talks", "unseen", "rubrics"),
    ]
    assert (told["finished"], told["left"], told["unseen"]) == (1, 1, 0)
    assert told["best"]["business"]["points"] == 66
    assert told["talks"][0]["business"] == 65.63
    assert list(told["principles"]) == [f"P{n}" for n in range(1, 9)]


def test_a_report_of_the_last_finished_talk_goes_to_stdout(been: Shell) -> None:
    result = been.type("report")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("<!DOCTYPE html>")
    assert "Report of a talk: The talk" in result.stdout


def test_a_report_of_a_person_is_a_page(been: Shell, tmp_path: Path) -> None:
    page = tmp_path / "me.html"
    assert been.type("report", "--person", "--output", str(page)).exit_code == 0
    assert "Report of progress" in page.read_text("utf-8")


def test_tables_hold_the_talks_their_turns_and_their_items(
    been: Shell, tmp_path: Path
) -> None:
    path = tmp_path / "all.xlsx"
    result = been.type("report", "--person", "--output", str(path))
    assert result.exit_code == 0, result.output
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["attempts", "turns", "items"]
    attempts = list(book["attempts"].iter_rows(values_only=True))
    assert [row[8] for row in attempts] == ["finished", "no", "yes"]
    assert attempts[2][11] == 65.63
    turns = list(book["turns"].iter_rows(values_only=True))
    assert turns[0][:3] == ("attempt", "turn", "scene")
    assert {row[3] for row in turns[1:]} >= {"Give him up or you are fired."}
    items = list(book["items"].iter_rows(values_only=True))
    assert {row[1] for row in items[1:]} == {"principle"}


@pytest.mark.parametrize(
    ("words", "first"),
    [
        pytest.param(["--person"], "scenario", id="talks"),
        pytest.param([], "turn", id="turns"),
        pytest.param(["--table", "items"], "kind", id="items"),
    ],
)
def test_a_csv_holds_one_table(
    been: Shell, tmp_path: Path, words: list[str], first: str
) -> None:
    path = tmp_path / "one.csv"
    assert been.type("report", *words, "--output", str(path)).exit_code == 0
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert rows[0][:2] == ["attempt", first]
    assert len(rows) > 1


def test_a_period_leaves_out_what_was_played_on_other_days(been: Shell) -> None:
    result = been.type("report", "--period", "..2001-01-01")
    assert result.exit_code == 0, result.output
    assert "Talks up to 1 Jan 2001." in result.stdout
    assert "No talk was finished yet." in result.stdout


@pytest.mark.parametrize("period", ["2026", "..", "2026-02-01..2026-01-01", "a..b"])
def test_what_is_no_period_is_told(shell: Shell, period: str) -> None:
    result = shell.type("report", "--period", period)
    assert result.exit_code == 2
    assert "is no period" in result.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(["a1", "--person"], "Name one thing", id="two-things"),
        pytest.param(["--output", "report.txt"], "is no table and no page", id="txt"),
        pytest.param(["nobody"], "There is no attempt nobody", id="unknown-talk"),
        pytest.param(["--class", "k7m2x9qd"], "There is no class", id="unknown-class"),
    ],
)
def test_what_cannot_be_reported_on_is_told(
    shell: Shell, words: list[str], told: str
) -> None:
    result = shell.type("report", *words)
    assert result.exit_code == 2
    assert told in result.stderr


def test_before_the_first_finished_talk_there_is_nothing_to_report(
    shell: Shell,
) -> None:
    result = shell.type("report")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "No talk was finished yet." in result.stderr


def test_what_was_finished_a_week_ago_is_offered_as_an_exam(
    been: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert been.json("progress")["offer"] is None
    been.type("play", "talk", lines=WON)  # the talk that was left is older than this
    week = clock.now() + timedelta(days=8)
    monkeypatch.setattr("simulator.clock.now", lambda: week)
    assert been.json("progress")["offer"]["scenario"] == "talk"
    told = been.type("progress").stdout
    assert "Before and after: The talk, finished on " in told
    assert "whose-client play talk --mode exam" in told


def test_an_exam_held_again_is_told_with_how_sure_that_is(
    been: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert been.json("progress")["before_after"] is None
    week = clock.now() + timedelta(days=8)
    monkeypatch.setattr("simulator.clock.now", lambda: week)
    words = "How many groups does he buy?\nAll right.\n"
    been.type("play", "talk", "--mode", "exam", lines=f"1\n{words}3\nq\n")
    told = been.json("progress")["before_after"]
    assert (told["before"]["mode"], told["after"]["mode"]) == ("choose", "exam")
    assert told["business"] == {
        "before": 65.63,
        "after": 34.38,
        "difference": -31.25,
        "margin": None,
        "verdict": "too-few",
    }
    text = been.type("progress").stdout
    assert "These are different tasks" in text
    assert "too few scenes to tell anything" in text
