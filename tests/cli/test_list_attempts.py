"""What can be played, and what was played."""

import json

import pytest

from tests.cli.shell import Shell

ENTRY_KEYS = [
    "id",
    "title",
    "language",
    "languages",
    "difficulty",
    "minutes",
    "pack",
    "path",
]
ATTEMPT_KEYS = [
    "id",
    "scenario",
    "mode",
    "turns",
    "finished",
    "scores",
    "started_at",
    "outcome",
]


def test_the_list_of_scenarios_is_json_with_a_place_for_each(shell: Shell) -> None:
    little = next(one for one in shell.json("list") if one["pack"] == "little")
    assert list(little) == ENTRY_KEYS
    assert little == {
        "id": "talk",
        "title": "The talk",
        "language": "en",
        "languages": ["en", "ru"],
        "difficulty": "easy",
        "minutes": 3,
        "pack": "little",
        "path": str(shell.data / "packs" / "little" / "talk.en.yaml"),
    }


def test_the_list_of_scenarios_is_a_table(shell: Shell) -> None:
    lines = shell.type("list").stdout.splitlines()
    assert lines[0].split() == ["id", "title", "languages", "difficulty", "minutes"]
    assert any(
        line.split() == ["talk", "The", "talk", "en,", "ru", "easy", "3"]
        for line in lines
    )


def test_before_the_first_talk_there_are_no_attempts(shell: Shell) -> None:
    assert shell.json("attempts") == []
    result = shell.type("attempts")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Nothing has been played yet." in result.stderr


def test_a_talk_that_was_left_is_an_unfinished_attempt(shell: Shell) -> None:
    shell.type("play", "talk", lines="1\n1\nq\nq\n")
    (attempt,) = shell.json("attempts")
    assert list(attempt) == ATTEMPT_KEYS
    assert attempt["scenario"] == "talk"
    assert attempt["mode"] == "choose"
    assert (attempt["turns"], attempt["finished"]) == (1, False)
    assert attempt["scores"] == {"business": None, "key_client": None}
    assert attempt["outcome"] is None


def test_a_finished_attempt_has_its_scores_and_outcome(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.clock.new_seed", lambda: 1)
    played = shell.type("play", "talk", lines="1\n2\n1\n3\nq\n")
    assert played.exit_code == 0
    (attempt,) = shell.json("attempts")
    assert (attempt["turns"], attempt["finished"]) == (2, True)
    assert attempt["scores"] == {"business": 65.63, "key_client": 100.0}
    assert attempt["outcome"] == "meeting"
    assert "yes       66        100" in shell.type("attempts").stdout


def test_json_on_stdout_is_not_mixed_with_talk(shell: Shell) -> None:
    result = shell.type("attempts", "--format", "json")
    assert json.loads(result.stdout) == []
    assert result.stderr == ""
