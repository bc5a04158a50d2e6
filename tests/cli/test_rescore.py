"""What was played is scored anew, and both scores are kept."""

import csv
import io
from pathlib import Path

import pytest

from simulator.store import Whole
from tests.cli.shell import Shell

RUBRIC = Path(__file__).parents[1] / "data" / "little" / "rubrics" / "little.yaml"
OLD = 65.63


@pytest.fixture
def played(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Return a machine with a finished talk and one that was left."""
    monkeypatch.setattr("simulator.clock.new_seed", lambda: 1)
    shell.type("play", "talk", lines="1\n2\n1\n3\nq\n")
    shell.type("play", "talk", lines="1\n1\nq\nq\n")
    return shell


def changed(path: Path, name: str = "little") -> Path:
    """Write the rubric with two weights exchanged, as its next version."""
    text = RUBRIC.read_text("utf-8").replace('"2.1"', '"2.2"')
    text = text.replace("id: little", f"id: {name}")
    head, third, rest = text.partition("  P3:\n")
    head, first, middle = head.partition("  P1:\n")
    middle = middle.replace("weight: 12", "weight: 24", 1)
    rest = rest.replace("weight: 15", "weight: 3", 1)
    path.write_text(head + first + middle + third + rest, "utf-8")
    return path


def business(shell: Shell) -> float:
    (score,) = [
        one["scores"]["business"] for one in shell.json("attempts") if one["finished"]
    ]
    return float(score)


def test_under_the_same_rules_nothing_changes(played: Shell) -> None:
    told = played.type("rescore")
    assert (told.exit_code, told.stdout) == (0, "")
    assert told.stderr == (
        "1 talk scored anew; otherwise than before: 0.\n"
        "Not finished, so not scored: 1.\n"
    )


def test_a_rubric_that_is_tried_changes_nothing_that_is_kept(
    played: Shell, tmp_path: Path
) -> None:
    told = played.type("rescore", "--rubric", str(changed(tmp_path / "r.yaml")))
    assert told.exit_code == 0
    assert "66 → " in told.stdout
    assert "otherwise than before: 1." in told.stderr
    assert "Nothing was written." in told.stderr
    assert business(played) == OLD


def test_both_scores_are_kept_with_their_versions(
    played: Shell, tmp_path: Path
) -> None:
    file = str(changed(tmp_path / "r.yaml"))
    told = played.type("rescore", "--rubric", file, "--write")
    assert "1 talk has its new score" in told.stderr
    (now,) = played.json("rescore", "--rubric", file)
    assert (now["business_before"], now["business_after"]) == (business(played),) * 2
    assert business(played) != OLD
    assert [(was["business"], was["rubric"]) for was in now["earlier"]] == [
        (OLD, ""),
        (business(played), "little 2.2"),
    ]


def test_the_shipped_rules_bring_the_first_score_back(
    played: Shell, tmp_path: Path
) -> None:
    file = str(changed(tmp_path / "r.yaml"))
    played.type("rescore", "--rubric", file, "--write")
    played.type("rescore", "--write")
    assert business(played) == OLD
    (now,) = played.json("rescore")
    assert len(now["earlier"]) == 3


def test_a_table_is_written_for_a_spreadsheet(played: Shell, tmp_path: Path) -> None:
    file, rubric = tmp_path / "scores.csv", str(changed(tmp_path / "r.yaml"))
    told = played.type("rescore", "--rubric", rubric, "--output", str(file))
    assert told.stdout == ""
    (row,) = csv.DictReader(io.StringIO(file.read_text("utf-8")))
    assert (row["scenario"], row["business_before"]) == ("talk", str(OLD))
    assert row["rubric"] == "little 2.2"
    printed = played.type("rescore", "--rubric", rubric, "--format", "csv").stdout
    assert printed.splitlines() == file.read_text("utf-8").splitlines()


def test_talks_under_another_rubric_are_left_alone(
    played: Shell, tmp_path: Path
) -> None:
    told = played.type("rescore", "--rubric", str(changed(tmp_path / "r.yaml", "big")))
    assert "Scored by another rubric, so left alone: 1." in told.stderr


def test_a_talk_whose_rules_are_gone_keeps_its_score(played: Shell) -> None:
    (played.data / "packs" / "little" / "rubrics" / "little.yaml").unlink()
    told = played.type("rescore", "--write")
    assert told.exit_code == 0
    assert "The rubric or rulebook is gone, so not scored: 1." in told.stderr
    assert business(played) == OLD


def test_a_rubric_that_is_none_is_told(played: Shell, tmp_path: Path) -> None:
    (tmp_path / "r.yaml").write_text("id: [", "utf-8")
    told = played.type("rescore", "--rubric", str(tmp_path / "r.yaml"), "--write")
    assert told.exit_code == 2
    assert business(played) == OLD


def test_whoever_interrupts_finds_each_talk_as_before_or_as_after(
    played: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    file = str(changed(tmp_path / "r.yaml"))
    with monkeypatch.context() as patch:
        patch.setattr(Whole, "rescore", interrupt)
        told = played.type("rescore", "--rubric", file, "--write")
    assert told.exit_code == 130
    assert business(played) == OLD


def test_earlier_scores_go_when_everything_is_erased(
    played: Shell, tmp_path: Path
) -> None:
    played.type("rescore", "--rubric", str(changed(tmp_path / "r.yaml")), "--write")
    assert b"little 2.2" in (played.data / "attempts.sqlite").read_bytes()
    played.type("data", "erase", "--yes")
    assert b"little 2.2" not in (played.data / "attempts.sqlite").read_bytes()
